using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DinsosIntranet.Tests.App.Startup;

/// <summary>What the files of the data folder do at start to what administrators have brought in and decided.</summary>
public sealed class StandardFilesImportTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_HigherVersionInTheFolder_CountsFromTodayOfTheAgency(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        // Past midnight in Rangkasbitung, still the day before in Greenwich.
        agency.Time.SetLocal(2026, 11, 24, 1, 0);
        await StartAsync(agency, StandardFixtures.SecondDtksJson);

        Assert.Equal(2, await CountingAsync(agency, Today.AddDays(1)));
        Assert.Equal(1, await CountingAsync(agency, Today));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_SameVersionImportedByHand_NothingHappens(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);

        await StartAsync(agency, StandardFixtures.SecondDtksJson);

        // Other spaces say the same.
        await StartAsync(agency, StandardFixtures.SecondDtksJson.Replace("\n  \"", "\n\n    \""));
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.StandardVersions.CountAsync(v => v.Code == "dtks"));
        Assert.Equal(1, await CountingAsync(agency, Today));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_SameNumberOtherContentImportedByHand_StopsNamingWho(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);

        var stopped = await Assert.ThrowsAsync<StandardStartUpException>(() => StartAsync(agency, StandardFixtures.SecondDtksJson.Replace("\"Gratis\"", "\"Rp5.000\"")));

        Assert.Contains("dtks.json: Versi 2 sudah diimpor oleh Rudi Hartono pada 23/11/2026 09.00 dengan isi lain.", stopped.Message);
        Assert.Contains("naikkan nomor versi berkas ini", stopped.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_SameNumberOtherContentFromAFile_StopsAsBefore(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var changed = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "dtks.json")).Replace("\"15 Menit\"", "\"16 Menit\"");

        Assert.Contains("Naikkan nomor versi.", (await Assert.ThrowsAsync<StandardStartUpException>(() => StartAsync(agency, changed))).Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_LowerThanWhatCounts_KeptButCountsFromNoDay(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson.Replace("\"version\": 2", "\"version\": 3"), "dtks");
        Assert.True((await StandardScheduleServiceTests.PlanAsync(agency, 3, Today)).IsOk);

        await StartAsync(agency, StandardFixtures.SecondDtksJson);

        Assert.Equal(3, await CountingAsync(agency, Today));
        await using var db = agency.OpenDb();
        Assert.Equal(3, await db.StandardVersions.CountAsync(v => v.Code == "dtks"));
        Assert.False(await db.StandardPlans.AnyAsync(p => p.Code == "dtks" && p.VersionNumber == 2));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_RetiredByHand_StaysRetired(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Assert.True((await StandardScheduleServiceTests.PlanAsync(agency, null, Today)).IsOk);

        await StartAsync(agency, StandardFixtures.SecondDtksJson);

        Assert.Null(await CountingAsync(agency, Today));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Start_PrefixOfAStandardImportedByHand_Stops(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Assert.True((await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SixthJson, null)).IsOk);

        var stopped = await Assert.ThrowsAsync<StandardStartUpException>(() => StartAsync(agency, StandardFixtures.SixthJson.Replace("\"rekomendasi-lks\",", "\"lain\",")));

        Assert.Contains("awalan nomor 'LKS' sudah dipakai standar 'rekomendasi-lks'", stopped.Message);
    }

    /// <summary>The days stood beside the versions once.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Upgrade_DaysBesideTheVersions_BecomePlans(DatabaseProvider provider)
    {
        var first = Guid.CreateVersion7();
        var second = Guid.CreateVersion7();
        await using var agency = await EmptyAgency.StartAsync(provider, before: async db =>
        {
            var migrations = db.Database.GetMigrations().ToList();
            await db.GetService<IMigrator>().MigrateAsync(migrations[migrations.FindIndex(m => m.EndsWith("_StandardSchedules", StringComparison.Ordinal)) - 1]);
            await InsertAsync(db, first, 1, new DateOnly(2000, 1, 1));
            await InsertAsync(db, second, 2, new DateOnly(2026, 5, 4));
        });

        await using var db = agency.OpenDb();
        var plans = await db.StandardPlans.AsNoTracking().Where(p => p.Code == "lama").OrderBy(p => p.From).ToListAsync();
        Assert.Equal([(first, 1, new DateOnly(2000, 1, 1)), (second, 2, new DateOnly(2026, 5, 4))], plans.Select(p => (p.VersionId!.Value, p.VersionNumber!.Value, p.From)));
        Assert.Equal(1, await db.StandardSchedules.CountAsync(s => s.Code == "lama"));
        Assert.Equal(2, await db.StandardVersions.CountAsync(v => v.Code == "lama"));
    }

    private static Task<int> InsertAsync(DinsosDbContext db, Guid id, int number, DateOnly from) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO "StandardVersions" ("Id", "Code", "VersionNumber", "Title", "Json", "Sha256", "ImportedAt", "ActiveFrom")
        VALUES ({id}, 'lama', {number}, 'Lama', {StandardFixtures.SixthJson}, 'aa', {new DateTime(2026, 5, number, 2, 0, 0, DateTimeKind.Utc)}, {from})
        """);

    private static async Task StartAsync(TestAgency agency, string json)
    {
        await using var db = agency.OpenDb();
        var file = StandardFile.Parse(json, "dtks.json").Value;
        await agency.Get<StandardFilesImport>().RunAsync(db, [file], default);
        await db.SaveChangesAsync();
        agency.Get<StandardLibrary>().Forget();
    }

    private static async Task<int?> CountingAsync(TestAgency agency, DateOnly day) => (await agency.Get<StandardLibrary>().FindActiveAsync("dtks", day))?.Standard.Version;

    private static async Task<TestAgency> WithSecondAsync(DatabaseProvider provider)
    {
        var agency = await TestAgency.StartAsync(provider);
        Assert.True((await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson, "dtks")).IsOk);
        return agency;
    }
}
