using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App.Startup;

/// <summary>Brings the database to this version's shape. An existing SQLite file is copied first, so an upgrade can be undone.</summary>
internal static class DatabasePreparation
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var factory = services.GetRequiredService<IDbContextFactory<DinsosDbContext>>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Basisdata");
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if (applied.Count > 0 && db.Database.IsSqlite())
        {
            var copy = Path.Combine(services.GetRequiredService<DataFolder>().Path, "cadangan", $"sebelum-{pending[0]}.db");
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            CopySqlite(db.Database.GetConnectionString()!, copy);
            logger.LogInformation("The database was copied to {Copy} before the upgrade.", copy);
        }

        await db.Database.MigrateAsync(cancellationToken);
        await UseWriteAheadLogAsync(services, cancellationToken);
        logger.LogInformation("{Count} migrations applied.", pending.Count);
    }

    /// <summary>The journal mode stays in the SQLite file; a copy made by VACUUM INTO has lost it.</summary>
    public static async Task UseWriteAheadLogAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync(cancellationToken);
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        }
    }

    /// <summary>
    /// Stops the start where the keys folder is empty but the database is not: new keys would open nothing of what is stored,
    /// and would look right from then on. Asked before anything opens the key ring, because opening it makes keys.
    /// </summary>
    public static async Task RequireKeysAsync(IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var options = services.GetRequiredService<IOptions<KeyRingOptions>>().Value;
        if (KeyRing.HasKeys(options))
        {
            return;
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<DinsosDbContext>>().CreateDbContextAsync(cancellationToken);
        if (await db.AuditRecords.AnyAsync(cancellationToken) || await db.StoredFiles.AnyAsync(cancellationToken) || await db.Drafts.AnyAsync(cancellationToken))
        {
            throw new KeyMissingException($"Kunci hilang: folder {options.Folder} kosong, padahal basis data sudah berisi. Pulihkan folder kunci dari ekspornya, atau betulkan setelan Kunci:Folder. Tidak ada kunci baru yang dibuat.");
        }
    }

    private static void CopySqlite(string connectionString, string target)
    {
        File.Delete(target);
        using var source = new SqliteConnection(connectionString);
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = target, Pooling = false }.ToString());
        source.Open();
        copy.Open();
        source.BackupDatabase(copy);
    }
}
