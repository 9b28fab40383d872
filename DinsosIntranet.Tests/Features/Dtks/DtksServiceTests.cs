using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dtks;

public sealed class DtksServiceTests
{
    private static readonly Dictionary<string, (Func<RecordDtksCheck, RecordDtksCheck> Change, string Field)> Faults = new()
    {
        ["no answer"] = (c => c with { IsRegistered = null }, "IsRegistered"),
        ["no period"] = (c => c with { Period = " " }, "Period"),
        ["period too long"] = (c => c with { Period = new string('x', DtksCheck.PeriodMaxLength + 1) }, "Period"),
        ["no time"] = (c => c with { CheckedAt = null }, "CheckedAt"),
        ["not yet happened"] = (c => c with { CheckedAt = c.CheckedAt!.Value.AddMinutes(2) }, "CheckedAt"),
        ["four days ago"] = (c => c with { CheckedAt = c.CheckedAt!.Value.AddDays(-4) }, "CheckedAt"),
        ["decile 0"] = (c => c with { Decile = 0 }, "Decile"),
        ["decile 11"] = (c => c with { Decile = 11 }, "Decile"),
        ["family id too long"] = (c => c with { FamilyId = new string('x', DtksCheck.FamilyIdMaxLength + 1) }, "FamilyId"),
        ["unknown programme"] = (c => c with { Programmes = ["PKH", "UANG-KAGET"] }, "Programmes"),
        ["unknown purpose"] = (c => c with { PurposeCode = "jalan-jalan" }, "PurposeCode"),
        ["reissue reason too long"] = (c => c with { ReissueReason = new string('x', DtksCheck.ReissueReasonMaxLength + 1) }, "ReissueReason"),
    };

    public static TheoryData<string> FaultNames { get; } = [.. Faults.Keys];

    [Theory, MemberData(nameof(FaultNames))]
    public async Task Record_OneFault_RefusedAtItsFieldAndNothingWritten(string fault)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var records = (await agency.TrailAsync()).Count;
        var (change, field) = Faults[fault];

        var outcome = await agency.Get<DtksService>().RecordAsync(change(agency.Data.Check(request.Id)), await agency.ActAsync("yusup"));

        Assert.Equal((OutcomeKind.Refused, field), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        Assert.Equal(records, (await agency.TrailAsync()).Count);
        await using var db = agency.OpenDb();
        Assert.False(await db.DtksChecks.AnyAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_Registered_DraftMadeAndKeptByTheOperator(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal(agency.UserId("yusup"), outcome.Value.CheckedById);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Printing, agency.UserId("yusup")), (item.StepId, item.HolderId));
        var letter = await agency.Data.LetterOfAsync(request.Id);
        Assert.Equal((LetterStatus.Draft, (string?)null, "pip"), (letter.Status, letter.Number, letter.PurposeCode));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_NotRegistered_SheetWrittenAndBackAtTheCounter(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id) with { IsRegistered = false }, await agency.ActAsync("yusup"));

        await using var db = agency.OpenDb();
        var check = await db.DtksChecks.SingleAsync();
        Assert.Equal((false, (string?)null, (int?)null), (check.IsRegistered, check.FamilyId, check.Decile));
        Assert.Equal((TestData.Informing, "front-office"), await db.WorkItems.Select(w => new ValueTuple<string, string>(w.StepId, w.DeskCode)).SingleAsync());
        var sheet = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.NotRegisteredSheet);
        Assert.Null(sheet.Number);
        var text = PdfText.Text(await agency.Get<PaperArchive>().ReadAsync(sheet.IssuedFileId!.Value));
        Assert.Contains("Siti Aminah", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Triwulan IV 2026", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_Saved_DraftOfThePanelIsGone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var key = DraftKeys.Step(request.Id, TestData.Checking);
        await agency.Get<DraftStore>().SaveAsync(agency.UserId("yusup"), key, "isian");

        await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Null(await agency.Get<DraftStore>().FindAsync<string>(agency.UserId("yusup"), key));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_LetterStillValid_NeedsAReason(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var first = TestData.Request();
        await agency.Data.RequestAtAsync(TestData.HandingOver, first);
        var again = await agency.Data.RequestAtAsync(TestData.Checking, TestData.Request() with { Applicant = first.Applicant });
        var service = agency.Get<DtksService>();

        var refused = await service.RecordAsync(agency.Data.Check(again.Id), await agency.ActAsync("yusup"));
        var taken = await service.RecordAsync(agency.Data.Check(again.Id) with { ReissueReason = "surat lama hilang" }, await agency.ActAsync("yusup"));

        Assert.Equal("ReissueReason", Assert.Single(refused.Refusals).Field);
        Assert.True(taken.IsOk, taken.Message);
        var earlier = await service.FindEarlierAsync(again.Id, "pip", new DateOnly(2026, 11, 23), await agency.ActorAsync("yusup"));
        Assert.Equal(("400.9.14.1/001/Dinsos/XI/2026", new DateOnly(2027, 2, 21)), (earlier!.Number, earlier.ValidUntil));
    }

    [Theory]
    [InlineData("kip-k", "2026-11-23")]
    [InlineData("pip", "2027-02-22")]
    public async Task FindEarlier_OtherPurposeOrExpired_None(string purpose, string today)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);

        Assert.Null(await agency.Get<DtksService>().FindEarlierAsync(request.Id, purpose, DateOnly.ParseExact(today, "yyyy-MM-dd"), await agency.ActorAsync("yusup")));
    }

    [Theory, DemoStaff(except: ["yusup"])]
    public async Task Record_ByAnotherRole_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:dtks.cek", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Record_HeldByAColleague_ConflictSaysWho(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DinsosIntranet.Features.Desks.DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));

        var outcome = await agency.Get<DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal((OutcomeKind.Conflict, "Sudah diambil Euis Nurhayati pukul 09.00."), (outcome.Kind, outcome.Message));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Submit_DraftReady_AtTheSigningDesk(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        await agency.Data.RequestAtAsync(TestData.Signing);

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal(("penanda-tangan-linjamsos", (Guid?)null, WorkStatus.Running), (item.DeskCode, item.HolderId, item.Status));
    }
}
