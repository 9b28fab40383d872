using DinsosIntranet.Shared.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        if (db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);
        }

        logger.LogInformation("{Count} migrations applied.", pending.Count);
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
