using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Shared.Data;

/// <summary>
/// What an erased row leaves behind in a SQLite file: pages on the free list and older copies in the write-ahead log. On
/// PostgreSQL its own vacuum and its archived log are the administrator's.
/// </summary>
internal static class DatabaseTraces
{
    /// <summary>From now on this connection overwrites everything it frees, long values on pages of their own included.</summary>
    public static Task OverwriteAsync(DinsosDbContext db, CancellationToken cancellationToken) =>
        db.Database.IsSqlite() ? db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete=ON;", cancellationToken) : Task.CompletedTask;

    /// <summary>Empties the write-ahead log. False while somebody still reads from it: to be tried again.</summary>
    public static async Task<bool> WipeLogAsync(DinsosDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            return true;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) && reader.GetInt32(0) == 0;
    }
}
