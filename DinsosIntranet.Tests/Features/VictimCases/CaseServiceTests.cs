using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.VictimCases;

public sealed class CaseServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_AtTheCounter_CodeRiskClockAndNoPerson(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var registered = await agency.Data.CaseAsync();

        await using var db = agency.OpenDb();
        var victimCase = await db.VictimCases.SingleAsync();
        var item = await db.WorkItems.SingleAsync();
        Assert.Matches(@"^KBGA-\d{4}-0001$", registered.Number);
        Assert.Equal((registered.Id, "pppa", "sedang"), (victimCase.Id, victimCase.UnitCode, victimCase.Risk));
        Assert.Equal(agency.Time.Now.AddHours(6), victimCase.AttendBy);
        Assert.Equal((TestData.CaseReporting, "petugas-pppa", true), (item.StepId, item.DeskCode, item.IsConfidential));
        Assert.True((await db.Persons.SingleAsync()).IsPlaceholder);
        Assert.Equal("Tamu rahasia", (await GuestAsync(agency)).Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_GuestWrittenDownWithName_LineIsCovered(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var guest = (await agency.Get<DinsosIntranet.Features.Intake.GuestBookService>().AddAsync(
            new DinsosIntranet.Features.Intake.AddGuest { Name = TestData.VictimName, Purpose = "Melapor", Phone = TestData.SafePhone }, await agency.ActAsync("nani"))).Value;

        await agency.Data.CaseAsync(TestData.CaseReport() with { GuestBookEntryId = guest.Id });

        var line = await GuestAsync(agency);
        Assert.Equal(("Tamu rahasia", null, "Rahasia", guest.Number), (line.Name, line.Phone, line.Purpose, line.Number));
    }

    private static async Task<DinsosIntranet.Features.Intake.GuestRow> GuestAsync(TestAgency agency) =>
        (await agency.Get<DinsosIntranet.Features.Intake.GuestBookQueries>().PageAsync(new DateOnly(2026, 11, 23), 1, await agency.ActorAsync("nani"))).Rows.Single();

    [Theory]
    [InlineData("dedi")]
    [InlineData("lina")]
    [InlineData("admin")]
    public async Task Register_NeitherCounterNorSocialWorker_Forbidden(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Cases.RegisterAsync(TestData.CaseReport(), await agency.ActAsync(by))).Kind);
    }

    [Fact]
    public async Task Register_NothingChosen_EachFieldSaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Data.Cases.RegisterAsync(new RegisterCase { CaseId = Guid.CreateVersion7(), SafePhone = "12" }, await agency.ActAsync("nani"));

        Assert.Equal(["StandardCode", "Source", "Risk", "SafePhone"], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public async Task Register_Twice_OneCase()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = TestData.CaseReport();
        await agency.Data.CaseAsync(command);

        Assert.Equal(OutcomeKind.Conflict, (await agency.Data.Cases.RegisterAsync(command, await agency.ActAsync("nani"))).Kind);
    }

    [Theory]
    [InlineData("dtks", "tatap-muka")]
    [InlineData("rehabilitasi-ktk", "telepon")]
    [InlineData("tidak-ada", "tatap-muka")]
    [InlineData("korban-kbga", "merpati-pos")]
    public async Task Register_OtherStandardOrChannel_Refused(string standard, string channel)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Data.Cases.RegisterAsync(TestData.CaseReport() with { StandardCode = standard, ChannelCode = channel }, await agency.ActAsync("nani"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Open_FirstOfTheDesk_LeadsTheCase(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.CaseAsync();

        Assert.True((await agency.Data.OpenCaseAsync(registered.Id)).IsOk);

        await using var db = agency.OpenDb();
        var member = await db.CaseMembers.SingleAsync();
        Assert.Equal((agency.UserId("sari"), true), (member.UserId, member.IsLead));
        Assert.Equal(SightingKind.Opened, (await db.CaseSightings.SingleAsync()).Kind);
    }

    [Fact]
    public async Task Open_WrongPassword_RefusedBesideTheField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync();

        var outcome = await agency.Data.OpenCaseAsync(registered.Id, password: "salah");

        Assert.Equal((OutcomeKind.Refused, "Password"), (outcome.Kind, outcome.Refusals.Single().Field));
    }

    [Fact]
    public async Task Open_NoReason_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.CaseAsync();

        Assert.Equal("Reason", (await agency.Data.OpenCaseAsync(registered.Id, reason: "ingin tahu")).Refusals.Single().Field);
    }

    [Fact]
    public async Task Save_NotOpened_RefusedWithTheOpeningField()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        agency.Time.Advance(TimeSpan.FromMinutes(CaseService.OpeningMinutes));

        var outcome = await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues());

        Assert.Equal(CaseService.OpeningField, outcome.Refusals.Single().Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_ThenReveal_SameAnswersAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.OpenedCaseAsync();
        var saved = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;

        var revealed = (await agency.Data.Cases.RevealAsync(registered.Id, saved.Id, await agency.ActAsync("sari"))).Value;

        Assert.Equal(TestData.VictimValues().OrderBy(v => v.Key, StringComparer.Ordinal), revealed.Values);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "kasus.ungkap" && r.Text.Contains("B1", StringComparison.Ordinal));
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Save_WrongNik_RefusedAndNothingStored()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var values = TestData.VictimValues();
        values["nik"] = "123";

        Assert.Equal("nik", (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, values)).Refusals.Single().Field);
        Assert.Null(await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Victim));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_SecondOfTwoOnOneBlock_ToldWhoWasFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.OpenedCaseAsync();
        await agency.Data.Cases.AddMemberAsync(registered.Id, agency.UserId("gilang"), await agency.ActAsync("sari"));
        await agency.Data.OpenCaseAsync(registered.Id, "gilang");
        var first = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;
        var (saris, gilangs) = (await agency.ActAsync("sari"), await agency.ActAsync("gilang"));
        SaveBlock By(string name) => new()
        {
            CaseId = registered.Id,
            BlockId = first.Id,
            Kind = CaseBlocks.Victim,
            Version = first.Version,
            Values = new Dictionary<string, string> { ["nama"] = name },
        };

        var outcomes = await Task.WhenAll(agency.Data.Cases.SaveBlockAsync(By("Sari"), saris), agency.Data.Cases.SaveBlockAsync(By("Gilang"), gilangs));

        var lost = Assert.Single(outcomes, o => !o.IsOk);
        Assert.Single(outcomes, o => o.IsOk);
        Assert.Equal(OutcomeKind.Conflict, lost.Kind);
        Assert.Matches("^Sudah diubah (Sari Wulandari|Gilang Ramadhan), ", lost.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_TwoBeginTheSameSingleBlock_OneIsKept(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.OpenedCaseAsync();
        var act = await agency.ActAsync("sari");
        SaveBlock New() => new() { CaseId = registered.Id, BlockId = Guid.CreateVersion7(), Kind = CaseBlocks.Event, Values = new Dictionary<string, string> { ["tempat"] = "rumah" } };

        var outcomes = await Task.WhenAll(agency.Data.Cases.SaveBlockAsync(New(), act), agency.Data.Cases.SaveBlockAsync(New(), act));

        Assert.Equal(OutcomeKind.Conflict, Assert.Single(outcomes, o => !o.IsOk).Kind);
    }

    [Fact]
    public async Task Save_ViolenceOfAVictimOfAnotherCase_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var one = await agency.Data.OpenedCaseAsync();
        var other = await agency.Data.OpenedCaseAsync();
        var victim = (await agency.Data.SaveAsync(other.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.SaveAsync(one.Id, CaseBlocks.Violence, new Dictionary<string, string> { ["bentuk"] = "fisik" }, victim.Id)).Kind);
    }

    [Fact]
    public async Task Save_BlockOfAnotherCase_NotTouched()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var one = await agency.Data.OpenedCaseAsync();
        var other = await agency.Data.OpenedCaseAsync();
        var victim = (await agency.Data.SaveAsync(other.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;

        var outcome = await agency.Data.Cases.SaveBlockAsync(
            new SaveBlock { CaseId = one.Id, BlockId = victim.Id, Kind = CaseBlocks.Victim, Version = victim.Version, Values = new Dictionary<string, string> { ["nama"] = "Tertukar" } }, await agency.ActAsync("sari"));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
    }

    [Fact]
    public async Task Save_Screening_RiskAndItsClockFollowTheReport()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Screening, new Dictionary<string, string> { ["risiko"] = "tinggi" });

        await using var db = agency.OpenDb();
        var victimCase = await db.VictimCases.SingleAsync();
        Assert.Equal(("tinggi", victimCase.ReportedAt.AddHours(1)), (victimCase.Risk, victimCase.AttendBy));
    }

    [Fact]
    public async Task Save_FirstOutreach_SomebodyHasAttended()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Outreach, new Dictionary<string, string> { ["tanggal"] = "2026-11-22" });

        await using var db = agency.OpenDb();
        Assert.Equal(agency.Time.Now, (await db.VictimCases.SingleAsync()).AttendedAt);
    }

    [Fact]
    public async Task Remove_VictimWithViolence_ThatGoesFirst()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();
        var victim = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Victim, TestData.VictimValues())).Value;
        var violence = (await agency.Data.SaveAsync(registered.Id, CaseBlocks.Violence, new Dictionary<string, string> { ["bentuk"] = "fisik" }, victim.Id)).Value;
        var act = await agency.ActAsync("sari");

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.RemoveBlockAsync(registered.Id, victim.Id, victim.Version, act)).Kind);
        Assert.True((await agency.Data.Cases.RemoveBlockAsync(registered.Id, violence.Id, violence.Version, act)).IsOk);
        Assert.True((await agency.Data.Cases.RemoveBlockAsync(registered.Id, victim.Id, victim.Version, act)).IsOk);
        Assert.Equal(OutcomeKind.NotFound, (await agency.Data.Cases.RemoveBlockAsync(registered.Id, victim.Id, victim.Version, act)).Kind);
    }

    [Fact]
    public async Task LeaveStep_SomethingMissing_EachNamed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.OpenedCaseAsync();

        var outcome = await agency.Data.Cases.LeaveStepAsync(new LeaveStep(registered.Id, TestData.CaseReporting, "tercatat"), await agency.ActAsync("sari"));

        Assert.Contains(outcome.Refusals, r => r.Message == "B1 Korban belum diisi.");
        Assert.Contains(outcome.Refusals, r => r.Message.StartsWith("A4 Skrining risiko: kewenangan", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task LeaveStep_EverythingThere_ToTheEndOfTheStandard(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var registered = await agency.Data.FilledCaseAsync();
        async Task<Outcome> LeaveAsync(string step, string outcome) => await agency.Data.Cases.LeaveStepAsync(new LeaveStep(registered.Id, step, outcome), await agency.ActAsync("sari"));

        Assert.True((await LeaveAsync(TestData.CaseReporting, "tercatat")).IsOk);
        Assert.False((await LeaveAsync(TestData.CaseOutreach, "perlu-rujukan")).IsOk);
        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Outreach, new Dictionary<string, string> { ["tanggal"] = "2026-11-22", ["tempat"] = "rumah", ["petugas"] = "Sari", ["keadaan"] = "aman", ["tindakan"] = "konseling" });
        Assert.True((await LeaveAsync(TestData.CaseOutreach, "perlu-rujukan")).IsOk);
        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Referral, TestData.ReferralValues());
        Assert.True((await LeaveAsync("4-rujukan", "dirujuk")).IsOk);
        await agency.Data.SaveAsync(registered.Id, CaseBlocks.Monitoring, TestData.LastVisitValues());
        Assert.Equal(ClosureRules.NotApproved, (await LeaveAsync("5-pemantauan", "tutup")).Message);
        await agency.Data.ApprovedClosureAsync(registered.Id);
        Assert.True((await LeaveAsync("5-pemantauan", "tutup")).IsOk);

        await using var db = agency.OpenDb();
        Assert.False((await db.WorkItems.SingleAsync()).IsOpen);
    }

    [Fact]
    public async Task LeaveStep_HeadOutsideTheDesk_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        await agency.Data.OpenCaseAsync(registered.Id, "lina", "supervisi");

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Data.Cases.LeaveStepAsync(new LeaveStep(registered.Id, TestData.CaseReporting, "tercatat"), await agency.ActAsync("lina"))).Kind);
    }
}
