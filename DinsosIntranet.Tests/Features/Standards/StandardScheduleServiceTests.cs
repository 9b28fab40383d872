using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Standards;

public sealed class StandardScheduleServiceTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_ForTomorrow_RequestsBeforeAndAfterMidnightKeepTheirs(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));

        agency.Time.SetLocal(2026, 11, 23, 23, 59);
        var before = await agency.Data.RegisterAsync();
        agency.Time.SetLocal(2026, 11, 24, 0, 0);
        var after = await agency.Data.RegisterAsync(TestData.Request() with { Requirements = [.. TestData.AllRequirements, new RequirementInput("kartu-keluarga", true)] });

        Assert.Equal((1, 2), (await VersionOfAsync(agency, before.Id), await VersionOfAsync(agency, after.Id)));
        await using var db = agency.OpenDb();
        Assert.Equal([15, 30], (await db.WorkClocks.AsNoTracking().ToListAsync()).Select(c => c.Most).Order());
        Assert.Equal("30 Menit", (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Promise.Published);

        // The one under way goes on by its own steps and requirements.
        Assert.Equal(2, await db.RequestRequirements.CountAsync(r => r.RequestId == before.Id));
        Assert.Equal(3, await db.RequestRequirements.CountAsync(r => r.RequestId == after.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_FormOpenedBeforeMidnight_RefusedWithTheNewVersion(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));
        agency.Time.SetLocal(2026, 11, 24, 8, 0);

        var outcome = await agency.Get<IntakeService>().RegisterAsync(TestData.Request() with { StandardVersion = 1 }, await agency.ActAsync("nani"));

        Assert.Equal(nameof(RegisterRequest.StandardCode), Assert.Single(outcome.Refusals).Field);
        Assert.Contains("berganti ke versi 2", outcome.Message);
        Assert.True((await agency.Get<IntakeService>().RegisterAsync(TestData.Request() with { StandardVersion = 2 }, await agency.ActAsync("nani"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_Today_CountsAtOnceWithoutRestart(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);

        Ok(await PlanAsync(agency, 2, Today));

        Assert.Equal(2, (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Version);
        var act = Assert.Single(await agency.TrailAsync(), r => r.Act == "standar.rencanakan");
        Assert.Contains("\"dasar\":\"SK 460/12/2026\"", act.Text);
        Assert.Contains("\"mulai\":\"2026-11-23\"", act.Text);
        await using var db = agency.OpenDb();
        var plan = await db.StandardPlans.AsNoTracking().SingleAsync(p => p.Code == "dtks" && p.VersionNumber == 2);
        Assert.Equal(("Rudi Hartono", "SK 460/12/2026"), (plan.DecidedBy, plan.Basis));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_WrongInput_EachRefusedAndNothingWritten(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        var seen = await SeenAsync(agency);

        Assert.Contains("Isi tanggal mulai", (await PlanAsync(agency, 2, null)).Message);
        Assert.Contains("paling awal hari ini", (await PlanAsync(agency, 2, Today.AddDays(-1))).Message);
        Assert.Equal(nameof(PlanStandard.Basis), Assert.Single((await PlanAsync(agency, 2, Today, basis: " ")).Refusals).Field);
        Assert.Equal(nameof(PlanStandard.Basis), Assert.Single((await PlanAsync(agency, 2, Today, basis: new string('a', 301))).Refusals).Field);
        Assert.Contains("sudah berlaku", (await PlanAsync(agency, 1, Today)).Message);
        Assert.Equal(OutcomeKind.NotFound, (await PlanAsync(agency, 7, Today)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await PlanAsync(agency, 1, Today, code: "tidak-ada")).Kind);

        Assert.Equal(seen, await SeenAsync(agency));
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Act == "standar.rencanakan");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_TwoAdministrators_OneWinsTheOtherIsToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        var seen = await SeenAsync(agency);

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 4).Select(day => Task.Run(() => PlanAsync(agency, 2, Today.AddDays(day), seen: seen))));

        Assert.Single(outcomes, o => o.IsOk);
        Assert.All(outcomes.Where(o => !o.IsOk), o => Assert.Equal((OutcomeKind.Conflict, true), (o.Kind, o.Message.Contains("sudah diubah Rudi Hartono pada 23/11/2026 09.00"))));
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.StandardPlans.CountAsync(p => p.Code == "dtks"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_SeveralVersions_CountInTurn(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson.Replace("\"version\": 2", "\"version\": 3").Replace("\"intakeOpen\": true", "\"intakeOpen\": false"), "dtks"));
        Ok(await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson.Replace("\"version\": 2", "\"version\": 4"), "dtks"));
        Ok(await PlanAsync(agency, 3, Today.AddDays(2)));
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));
        Assert.Contains("tidak dapat menyusul", (await PlanAsync(agency, 4, Today.AddDays(1))).Message + (await PlanAsync(agency, 4, Today)).Message);
        Ok(await PlanAsync(agency, 4, Today.AddDays(3)));

        var seen = new List<(int Version, bool TakesIn)>();
        for (var day = 23; day <= 26; day++)
        {
            agency.Time.SetLocal(2026, 11, day, 9, 0);
            var standard = (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard;
            seen.Add((standard.Version, standard.IntakeOpen));
        }

        Assert.Equal([(1, true), (2, true), (3, false), (4, true)], seen);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_StillToCome_OtherDayAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));
        var plan = await PlanOfAsync(agency, 2);

        Ok(await MoveAsync(agency, plan.Id, Today.AddDays(5)));

        Assert.Equal(Today.AddDays(5), (await PlanOfAsync(agency, 2)).From);
        Assert.Contains("\"mulai\":\"2026-11-24\"", Assert.Single(await agency.TrailAsync(), r => r.Act == "standar.ubah-rencana").Text);
        Assert.Contains("tidak berubah", (await MoveAsync(agency, plan.Id, Today.AddDays(5))).Message);
        Assert.Contains("paling awal", (await MoveAsync(agency, plan.Id, Today.AddDays(-5))).Message);
        Ok(await MoveAsync(agency, plan.Id, Today));
        Assert.Contains("sudah berlaku, jadi tidak dapat diubah", (await MoveAsync(agency, plan.Id, Today.AddDays(1))).Message);
        Assert.Equal(OutcomeKind.NotFound, (await MoveAsync(agency, Guid.CreateVersion7(), Today.AddDays(1))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Cancel_StillToCome_GoneAndTheVersionCanBePlannedAgain(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));

        Ok(await CancelAsync(agency, (await PlanOfAsync(agency, 2)).Id));
        agency.Time.SetLocal(2026, 11, 24, 9, 0);

        Assert.Equal(1, (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Version);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "standar.batalkan-rencana");
        Assert.Contains("tidak dapat diubah atau dibatalkan", (await CancelAsync(agency, (await PlanOfAsync(agency, 1)).Id)).Message);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Retire_FromTomorrow_TakesNobodyInButFinishesWhatRuns(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var running = await agency.Data.RequestAtAsync(TestData.Agenda);
        Ok(await PlanAsync(agency, null, Today.AddDays(1)));
        agency.Time.SetLocal(2026, 11, 24, 9, 0);

        Assert.Null(await agency.Get<StandardQueries>().FindAsync("dtks"));
        Assert.Equal(5, (await agency.Get<StandardQueries>().ListAsync()).Count);
        Assert.Contains("tidak berlaku lagi", (await agency.Get<IntakeService>().RegisterAsync(TestData.Request(), await agency.ActAsync("nani"))).Message);
        Assert.True((await agency.Get<DinsosIntranet.Features.Dispositions.DispositionService>().ForwardAsync(
            new DinsosIntranet.Features.Dispositions.ForwardToHead { RequestId = running.Id, Urgency = DinsosIntranet.Features.Agenda.Domain.Urgency.Normal }, await agency.ActAsync("dedi"))).IsOk);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "standar.hentikan");
        Assert.True((await agency.Get<StandardVersionQueries>().ListAsync()).Lines.Single(l => l.Code == "dtks").IsRetired);

        Ok(await PlanAsync(agency, 1, new DateOnly(2026, 11, 24)));
        Assert.NotNull(await agency.Get<StandardQueries>().FindAsync("dtks"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_SecretStandard_HeadOrSecretaryOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Ok(await StandardImportServiceTests.ImportAsync(agency, Secret(3), "rehabilitasi-ktk"));

        Assert.Equal(OutcomeKind.Forbidden, (await PlanAsync(agency, 3, Today, code: "rehabilitasi-ktk")).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await PlanAsync(agency, null, Today, code: "rehabilitasi-ktk")).Kind);
        Ok(await PlanAsync(agency, 3, Today, code: "rehabilitasi-ktk", by: "hendra"));
        Ok(await StandardImportServiceTests.ImportAsync(agency, Secret(4), "rehabilitasi-ktk"));
        Ok(await PlanAsync(agency, 4, Today.AddDays(1), code: "rehabilitasi-ktk", by: "ratna"));
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "ditolak:standar.rencanakan");
    }

    [Fact]
    public async Task Plan_OpenStandard_NeitherHeadNorCounter()
    {
        await using var agency = await WithSecondAsync(DatabaseProvider.Sqlite);
        foreach (var user in (string[])["ratna", "nani", "asep", "maman"])
        {
            Assert.Equal(OutcomeKind.Forbidden, (await PlanAsync(agency, 2, Today, by: user)).Kind);
        }
    }

    [Fact]
    public async Task Plan_OpenButAPanelIsMissing_RefusedNamingTheAction()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: services => services.Remove(services.First(s => s.ImplementationInstance is ActionPanel { Action: "repatriation.plan" })));
        var actions = agency.Get<ActionRegistry>();
        var standard = StandardFixtures.Catalog.Standard("pemulangan");
        Assert.NotEmpty(actions.Unbuilt(standard));
        var json = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "pemulangan.json")).Replace("\"version\": 2", "\"version\": 3");
        Ok(await StandardImportServiceTests.ImportAsync(agency, json, "pemulangan"));

        Assert.Contains(actions.Unbuilt(standard)[0].Name, (await PlanAsync(agency, 3, Today, code: "pemulangan", by: "ratna")).Message);

        // Only shown, it may count: the public page then says the new fee or promise.
        Ok(await StandardImportServiceTests.ImportAsync(agency, json.Replace("\"version\": 3", "\"version\": 4").Replace("\"intakeOpen\": true", "\"intakeOpen\": false"), "pemulangan"));
        Ok(await PlanAsync(agency, 4, Today, code: "pemulangan", by: "ratna"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_DeskNobodyServes_WarnedNotRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Ok(await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SixthJson, null));
        await agency.SqlAsync($"""UPDATE "StaffAccounts" SET "DisabledAt" = '2026-11-01 00:00:00' WHERE "UserName" = 'wahyu'""");

        var reading = await agency.Get<StandardVersionQueries>().FindAsync(StandardFixtures.Sixth, 1, await agency.ActorAsync("admin"));

        Assert.Contains("Belum ada pegawai aktif di meja Kabid Dayasos", Assert.Single(reading!.Warnings));
        Assert.Empty(reading.Obstacles);
        Ok(await PlanAsync(agency, 1, Today, code: StandardFixtures.Sixth));
    }

    /// <summary>A desk must not go between the decision and the day.</summary>
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plan_ForTomorrow_ItsDesksAreInUseAlready(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Ok(await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SixthJson, null));
        Assert.DoesNotContain(await UsesAsync(agency), u => u.Text.Contains("Rekomendasi LKS", StringComparison.Ordinal));

        Ok(await PlanAsync(agency, 1, Today.AddDays(1), code: StandardFixtures.Sixth));

        Assert.Contains(await UsesAsync(agency), u => u is { Code: "pekerja-sosial" } && u.Text.Contains("Rekomendasi LKS", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Watch_PlannedMomentPasses_PagesAreTold(DatabaseProvider provider)
    {
        await using var agency = await WithSecondAsync(provider);
        Ok(await PlanAsync(agency, 2, Today.AddDays(1)));
        var watch = agency.Get<StandardWatch>();
        await watch.LookAsync();
        var told = new TaskCompletionSource();

        // What the decision itself announced names its record; it may arrive late and is not meant.
        using var listening = agency.Get<ChangeFeed>().Subscribe(Topic.Standards, id => _ = id == Guid.Empty && told.TrySetResult());
        await watch.LookAsync();
        await Task.Delay(50);
        Assert.False(told.Task.IsCompleted);

        agency.Time.SetLocal(2026, 11, 24, 0, 0);
        await watch.LookAsync();

        await told.Task.WaitAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>Another process on the same database decides; this one hears of it at its next look, not by a query of a viewer.</summary>
    [Fact]
    public async Task Watch_DecidedByAnotherProcess_NoticedAtTheNextLook()
    {
        await using var agency = await WithSecondAsync(DatabaseProvider.Postgres);
        var watch = agency.Get<StandardWatch>();
        Assert.Equal(1, (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Version);
        await watch.LookAsync();
        await using (var db = agency.OpenDb())
        {
            var second = await db.StandardVersions.SingleAsync(v => v.Code == "dtks" && v.VersionNumber == 2);
            db.StandardPlans.Add(new StandardPlan { Id = Guid.CreateVersion7(), Code = "dtks", VersionId = second.Id, VersionNumber = 2, From = Today, DecidedAt = agency.Time.Now });
            var schedule = await db.StandardSchedules.SingleAsync(s => s.Code == "dtks");
            schedule.ChangedAt = agency.Time.Now.AddSeconds(1);
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Version);
        await watch.LookAsync();
        Assert.Equal(2, (await agency.Get<StandardQueries>().FindAsync("dtks"))!.Standard.Version);
    }

    [Fact]
    public async Task Read_StandardsOften_NoQuery()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Get<StandardQueries>().ListAsync();

        Assert.Empty(await agency.Commands.DuringAsync(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await agency.Get<StandardQueries>().ListAsync();
            }
        }));
    }

    private static async Task<IReadOnlyList<StructureUse>> UsesAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return await agency.Services.GetServices<StructureUses>().OfType<StandardUses>().Single().ReadAsync(db, Today, default);
    }

    private static async Task<TestAgency> WithSecondAsync(DatabaseProvider provider)
    {
        var agency = await TestAgency.StartAsync(provider);
        Ok(await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson, "dtks"));
        return agency;
    }

    internal static async Task<Outcome> PlanAsync(TestAgency agency, int? version, DateOnly? from, string code = "dtks", string by = "admin", string basis = "SK 460/12/2026", Guid? seen = null) =>
        await agency.Get<StandardScheduleService>().PlanAsync(
            new PlanStandard { Code = code, VersionNumber = version, From = from, Basis = basis, Seen = seen ?? await SeenAsync(agency, code) }, await agency.ActAsync(by));

    private static async Task<Outcome> MoveAsync(TestAgency agency, Guid plan, DateOnly from) =>
        await agency.Get<StandardScheduleService>().MoveAsync(new MovePlan { Code = "dtks", PlanId = plan, From = from, Seen = await SeenAsync(agency) }, await agency.ActAsync("admin"));

    private static async Task<Outcome> CancelAsync(TestAgency agency, Guid plan) =>
        await agency.Get<StandardScheduleService>().CancelAsync("dtks", plan, await SeenAsync(agency), await agency.ActAsync("admin"));

    private static async Task<Guid?> SeenAsync(TestAgency agency, string code = "dtks") => (await agency.Get<StandardVersionQueries>().FindAsync(code, await agency.ActorAsync("admin")))?.Seen;

    private static async Task<StandardPlan> PlanOfAsync(TestAgency agency, int version)
    {
        await using var db = agency.OpenDb();
        return await db.StandardPlans.AsNoTracking().SingleAsync(p => p.Code == "dtks" && p.VersionNumber == version);
    }

    private static async Task<int> VersionOfAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await (from w in db.WorkItems join v in db.StandardVersions on w.StandardVersionId equals v.Id where w.Id == requestId select v.VersionNumber).SingleAsync();
    }

    private static string Secret(int version) =>
        File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "rehabilitasi-ktk.json")).Replace("\"version\": 2", $"\"version\": {version}");

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");
}
