using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Standard 001: direction to a named official, assessment now or later, the letter of the police.</summary>
public sealed class RehabilitationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task FaceToFace_WholeRoad_EndsDone(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.AssessingAsync();
        await agency.Data.FillAsync(registered.Id);

        Ok(await agency.Data.LeaveAsync(registered.Id, TestData.Assessing, "asesmen-selesai"));
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, TestData.ServiceValues(), by: "gilang"));
        Assert.Equal(ClosureRules.NotApproved, (await agency.Data.LeaveAsync(registered.Id, "a5-pendampingan", "tutup")).Message);
        await agency.Data.ApprovedRehabilitationAsync(registered.Id);
        Ok(await agency.Data.LeaveAsync(registered.Id, "a5-pendampingan", "tutup"));

        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
        Assert.All(await db.Dispositions.ToListAsync(), d => Assert.NotNull(d.DoneAt));
        Assert.StartsWith("KTK-2026-", registered.Number, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hendra")]
    [InlineData("ratna")]
    public async Task Direct_ToANamedOfficial_IsInTheirHandsAndNobodyElses(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace());

        Ok(await agency.Data.DirectAsync(registered.Id, by));
        await using var db = agency.OpenDb();
        Assert.Equal((TestData.Leading, "front-office"), await PlaceAsync(agency));
        Ok(await agency.Data.LeadInAsync(registered.Id));

        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Assessing, agency.UserId("gilang")), (item.StepId, item.HolderId));
        Assert.Null((await db.Dispositions.SingleAsync()).DoneAt);
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));
        Assert.True((await db.CaseMembers.SingleAsync()).IsLead);
    }

    [Fact]
    public async Task Open_DirectedToAColleague_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace());
        Ok(await agency.Data.DirectAsync(registered.Id));
        Ok(await agency.Data.LeadInAsync(registered.Id));
        await agency.SqlAsync($"""UPDATE "RoleAssignments" SET "UnitCode" = 'rehsos' WHERE "UserId" = {agency.UserId("sari")}""");
        agency.Get<DinsosIntranet.Features.Accounts.ActorDirectory>().Forget(agency.UserId("sari"));

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.OpenCaseAsync(registered.Id, "sari")).Kind);
    }

    [Fact]
    public async Task Direct_ByTheSecretariat_Forbidden()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace());

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.DirectAsync(registered.Id, "dedi")).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Direct_WithANote_OnlyGiverAndReceiverReadIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace());
        Ok(await agency.Data.DirectAsync(registered.Id, note: TestData.CarelessNote));
        Ok(await agency.Data.LeadInAsync(registered.Id));

        foreach (var (user, reads) in new[] { ("hendra", true), ("gilang", true), ("nani", false), ("dedi", false), ("sari", false), ("imas", false), ("maman", false) })
        {
            var told = await ToldAsync(agency, registered.Id, user);
            Assert.Equal(reads, told.Contains(TestData.CarelessNote, StringComparison.Ordinal));
            Assert.Equal(!reads, told.Contains(RequestTexts.Covered, StringComparison.Ordinal));
            Assert.DoesNotContain("v1.", told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Assess_OnAnotherDay_NeedsTheDayOnly()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.AssessingAsync();
        Assert.Equal(OutcomeKind.Refused, (await agency.Data.LeaveAsync(registered.Id, TestData.Assessing, "asesmen-lanjutan")).Kind);

        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Assessment, new Dictionary<string, string> { [CaseBlocks.NextAssessment] = "2026-11-26" }, by: "gilang"));
        Ok(await agency.Data.LeaveAsync(registered.Id, TestData.Assessing, "asesmen-lanjutan"));

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Assessing, agency.UserId("gilang")), (item.StepId, item.HolderId));
    }

    [Fact]
    public async Task Assess_NotForThisStandard_NeedsTheReferral()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.AssessingAsync();

        var outcome = await agency.Data.LeaveAsync(registered.Id, TestData.Assessing, "tidak-memenuhi");

        Assert.Contains("C4 Rujukan belum diisi.", outcome.Refusals.Select(r => r.Message));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task PoliceLetter_WholeRoad_LetterStandsInTheFile(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.CaseAsync(TestData.PoliceLetter());
        Assert.Equal((TestData.PoliceDisposing, "kepala-dinas"), await PlaceAsync(agency));
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.DirectAsync(registered.Id, "hendra")).Kind);
        Ok(await agency.Data.DirectAsync(registered.Id, "ratna"));
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));

        var register = (await agency.Data.Cases.RevealAsync(registered.Id, (await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Register))!.Value, await agency.ActAsync("gilang"))).Value.Values;
        Assert.Equal(("Polres Manggarai Timur, Unit PPA", "B/117/XI/2026/Reskrim", "2026-11-20"), (register["perujuk"], register["nomor-surat"], register[CaseBlocks.LetterDate]));
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Service, TestData.ServiceValues(), by: "gilang"));
        Ok(await agency.Data.LeaveAsync(registered.Id, TestData.PoliceHandling, "memenuhi"));
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Court, CourtValues(), by: "gilang"));
        await agency.Data.ApprovedRehabilitationAsync(registered.Id);
        Ok(await agency.Data.LeaveAsync(registered.Id, "b4-pengadilan", "tutup"));
        await using var db = agency.OpenDb();
        Assert.Equal(WorkStatus.Done, (await db.WorkItems.SingleAsync()).Status);
    }

    [Fact]
    public async Task PoliceLetter_WithoutNumberOrDate_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Data.Cases.RegisterAsync(TestData.PoliceLetter() with { Sender = "", LetterNumber = "", LetterDate = null }, await agency.ActAsync("nani"));

        Assert.Equal([nameof(RegisterCase.Sender), nameof(RegisterCase.LetterNumber), nameof(RegisterCase.LetterDate)], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task PoliceLetter_BegunInCourt_KnowsTheLetter()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync(TestData.PoliceLetter());
        Ok(await agency.Data.DirectAsync(registered.Id, "ratna"));
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));

        var begun = (await agency.Data.Cases.BeginBlockAsync(registered.Id, CaseBlocks.Court, await agency.ActAsync("gilang"))).Value;

        Assert.Equal("B/117/XI/2026/Reskrim", begun["nomor-lp"]);
    }

    [Fact]
    public async Task PoliceClock_SexualViolence_RunsThreeDaysFromTheReportUntilTold()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.AssessingAsync();
        var happened = TestData.ReportBlocks().Single(b => b.Kind == CaseBlocks.Event).Values;
        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Event, new Dictionary<string, string>(happened) { ["bentuk"] = "seksual" }, by: "gilang"));

        var clock = (await ViewAsync(agency, registered.Id)).Police!;
        Assert.Equal(agency.Time.Now.AddHours(72), clock.DueUtc!.Value, TimeSpan.FromMinutes(5));
        Assert.Null((await agency.Get<CaseQueries>().FindAsync(registered.Id, await agency.ActorAsync("sari")))!.Police);

        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Court, CourtValues(), by: "gilang"));
        await using var db = agency.OpenDb();
        Assert.Equal(agency.Time.Now, (await db.VictimCases.SingleAsync()).PoliceToldAt);
    }

    [Fact]
    public async Task PoliceClock_SwitchedOff_StaysOffWhenTheEventIsSavedAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.AssessingAsync();
        Ok(await agency.Data.Cases.SetPoliceClockAsync(registered.Id, true, await agency.ActAsync("gilang")));
        Ok(await agency.Data.Cases.SetPoliceClockAsync(registered.Id, false, await agency.ActAsync("gilang")));
        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.SetPoliceClockAsync(registered.Id, false, await agency.ActAsync("gilang"))).Kind);

        Ok(await agency.Data.SaveAsync(registered.Id, CaseBlocks.Event, new Dictionary<string, string> { ["bentuk"] = "seksual" }, by: "gilang"));

        Assert.Null((await ViewAsync(agency, registered.Id)).Police);
    }

    [Fact]
    public async Task Guest_WrittenDownBefore_NameMovesIntoTheFile()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var guest = (await agency.Get<DinsosIntranet.Features.Intake.GuestBookService>().AddAsync(
            new DinsosIntranet.Features.Intake.AddGuest { Name = TestData.VictimName, Origin = "Borong", Purpose = "Mengadu" }, await agency.ActAsync("nani"))).Value;
        var registered = await agency.Data.CaseAsync(TestData.FaceToFace() with { GuestBookEntryId = guest.Id });
        Ok(await agency.Data.DirectAsync(registered.Id));
        Ok(await agency.Data.LeadInAsync(registered.Id));
        Ok(await agency.Data.OpenCaseAsync(registered.Id, "gilang"));

        var reporter = (await agency.Data.Cases.RevealAsync(registered.Id, (await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Reporter))!.Value, await agency.ActAsync("gilang"))).Value.Values;

        Assert.Equal(TestData.VictimName, reporter[CaseBlocks.Name], ignoreCase: true);
        Assert.Equal("Borong", reporter["alamat"]);
        var line = Assert.Single((await agency.Get<DinsosIntranet.Features.Intake.GuestBookQueries>().PageAsync(guest.Day, 1, await agency.ActorAsync("nani"))).Rows);
        Assert.Equal("Tamu rahasia", line.Name);
        var victim = (await agency.Data.Cases.BeginBlockAsync(registered.Id, CaseBlocks.Victim, await agency.ActAsync("gilang"))).Value;
        Assert.Equal(TestData.VictimName, victim[CaseBlocks.Name], ignoreCase: true);
    }

    private static Dictionary<string, string> CourtValues() => new()
    {
        ["tahap"] = CaseBlocks.PoliceStage,
        ["tanggal"] = "2026-11-23",
        [CaseBlocks.ToldFirst] = CaseBlocks.Yes,
        ["diberi-tahu-tanggal"] = "2026-11-22",
    };

    private static async Task<CaseView> ViewAsync(TestAgency agency, Guid caseId) => (await agency.Get<CaseQueries>().FindAsync(caseId, await agency.ActorAsync("gilang")))!;

    private static async Task<(string Step, string Desk)> PlaceAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        return (item.StepId, item.DeskCode);
    }

    private static async Task<string> ToldAsync(TestAgency agency, Guid caseId, string user) =>
        string.Join('\n', (await agency.Get<RequestQueries>().FindAsync(caseId, await agency.ActorAsync(user)))!.History.Select(h => h.Detail));

    private static void Ok(Outcome outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");

    private static void Ok<T>(Outcome<T> outcome) => Assert.True(outcome.IsOk, $"{outcome.Kind}: {outcome.Message}");
}
