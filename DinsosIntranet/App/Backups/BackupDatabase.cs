using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.App.Backups;

/// <summary>Looks into a copied database, without opening it to writers.</summary>
internal static class BackupDatabase
{
    /// <summary>Throws where SQLite finds the file damaged or a row that refers to nothing.</summary>
    public static async Task RequireSoundAsync(string path, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(ConnectionString(path));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (await command.ExecuteScalarAsync(cancellationToken) is not "ok")
        {
            throw new BackupException("Basis data rusak: pemeriksaan SQLite (integrity_check) menemukan kesalahan.");
        }

        command.CommandText = "PRAGMA foreign_key_check";
        if (await command.ExecuteScalarAsync(cancellationToken) is not null)
        {
            throw new BackupException("Basis data rusak: ada baris yang merujuk baris yang tidak ada.");
        }
    }

    /// <summary>The end of the trail, and the place of every stored file.</summary>
    public static async Task<(AuditAnchor End, IReadOnlyList<string> Paths)> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var db = Open(path);
        var end = await db.AuditRecords.AsNoTracking().OrderByDescending(r => r.Sequence).Select(r => new AuditAnchor(r.Sequence, r.Hash)).FirstOrDefaultAsync(cancellationToken);
        return (end ?? AuditAnchor.Beginning, await db.StoredFiles.AsNoTracking().OrderBy(f => f.Path).Select(f => f.Path).ToListAsync(cancellationToken));
    }

    public static async Task<AuditCheckResult> VerifyAsync(string path, Func<string, ReadOnlyMemory<byte>?> findKey, AuditAnchor end, CancellationToken cancellationToken)
    {
        await using var db = Open(path);
        return await AuditChain.VerifyAsync(AuditVerifier.RowsAsync(db, null, cancellationToken), findKey, end, cancellationToken);
    }

    private static SqliteDinsosDbContext Open(string path) =>
        new(new DbContextOptionsBuilder<SqliteDinsosDbContext>().UseSqlite(ConnectionString(path)).Options);

    private static string ConnectionString(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
}
