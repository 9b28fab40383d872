using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DinsosIntranet.Tests.App.Startup;

/// <summary>A database of the first version, brought to this one at start.</summary>
public sealed class DatabasePreparationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_DatabaseOfTheFirstVersion_UpgradedWithItsData(DatabaseProvider provider)
    {
        var account = Guid.CreateVersion7();
        await using var agency = await EmptyAgency.StartAsync(provider, before: db => FirstVersionAsync(db, account));

        await using var db = agency.OpenDb();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        var read = await db.Users.AsNoTracking().SingleAsync(u => u.Id == account);
        Assert.Equal(("Nani Rohaeni", false, null), (read.FullName, read.HasTwoSteps, read.LastSignInAt));
    }

    [Fact]
    public async Task Start_SqliteOfTheFirstVersion_CopiedFirst()
    {
        var account = Guid.CreateVersion7();
        await using var agency = await EmptyAgency.StartAsync(DatabaseProvider.Sqlite, before: db => FirstVersionAsync(db, account));

        var copy = Assert.Single(Directory.GetFiles(Path.Combine(agency.DataFolder, "cadangan"), "sebelum-*.db"));
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        await connection.OpenAsync();
        Assert.Equal("Nani Rohaeni", await ScalarAsync(connection, "SELECT \"FullName\" FROM \"StaffAccounts\""));
        Assert.Equal(1L, await ScalarAsync(connection, "SELECT COUNT(*) FROM \"__EFMigrationsHistory\""));
        Assert.Equal("ok", await ScalarAsync(connection, "PRAGMA integrity_check"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_Upgraded_TheTrailStillRefusesChanges(DatabaseProvider provider)
    {
        await using var agency = await EmptyAgency.StartAsync(provider, before: db => FirstVersionAsync(db, Guid.CreateVersion7()));
        await agency.Get<DinsosIntranet.Features.Accounts.AccountService>().SignInAsync("nani", "salah", "tes");

        await using var db = agency.OpenDb();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("""UPDATE "AuditRecords" SET "ActorName" = 'Bukan Dia'"""));
    }

    private static async Task FirstVersionAsync(DinsosDbContext db, Guid account)
    {
        await db.GetService<IMigrator>().MigrateAsync((await db.Database.GetPendingMigrationsAsync()).First());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "StaffAccounts" ("Id", "FullName", "Position", "UserName", "NormalizedUserName", "EmailConfirmed", "PhoneNumberConfirmed", "TwoFactorEnabled", "LockoutEnabled", "AccessFailedCount")
            VALUES ({account}, 'Nani Rohaeni', 'Front Office', 'nani', 'NANI', FALSE, FALSE, FALSE, TRUE, 0)
            """);
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
