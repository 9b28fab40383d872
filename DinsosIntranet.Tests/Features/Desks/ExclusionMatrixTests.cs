using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Desks;

/// <summary>For whoever is excluded a request exists nowhere: not in any reading, and every write on it answers as for an id that never was.</summary>
public sealed class ExclusionMatrixTests
{
    private sealed record Write(string UserName, Func<TestAgency, Task<Guid>> Prepare, Func<TestAgency, Guid, Task<Guid>> Record, Func<TestAgency, Guid, ActionContext, Task<Outcome>> Act);

    private static readonly Dictionary<string, Write> Writes = new()
    {
        ["claim"] = new("euis", At(TestData.Checking), Itself, (a, id, act) => a.Get<DeskService>().ClaimAsync(id, act)),
        ["release"] = new("euis", At(TestData.Checking), Itself, (a, id, act) => a.Get<DeskService>().ReleaseAsync(id, act)),
        ["hand to"] = new("euis", At(TestData.Checking), Itself, (a, id, act) => a.Get<DeskService>().HandToAsync(id, a.UserId("yusup"), act, a.Get<ICurrentRights>())),
        ["move"] = new("nani", At(TestData.Informing), Itself, (a, id, act) => a.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = id, StepId = TestData.Informing, Outcome = "selesai" }, act)),
        ["pause"] = new("euis", At(TestData.Checking), Itself, (a, id, act) => a.Get<DeskService>().PauseAsync(id, "instansi-lain", null, act)),
        ["resume"] = new("euis", At(TestData.Checking), Itself, (a, id, act) => a.Get<DeskService>().ResumeAsync(id, act)),
        ["open"] = new("ratna", At(TestData.Checking), Itself, (a, id, act) => a.Get<RequestOpening>().RecordAsync(id, act)),
        ["NIK"] = new("ratna", At(TestData.Checking), Itself, async (a, id, act) => await a.Get<RequestOpening>().RevealNikAsync(id, Guid.Empty, act)),
        ["complete"] = new("nani", At(TestData.Intake), Itself, async (a, id, act) => await a.Get<IntakeService>().CompleteAsync(id, TestData.AllRequirements, act)),
        ["forward"] = new("dedi", At(TestData.Agenda), Itself, async (a, id, act) => await a.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = id, Urgency = Urgency.Normal }, act)),
        ["dispose"] = new("asep", At(TestData.Assigning), Itself, async (a, id, act) => await a.Get<DispositionService>().GiveAsync(TestData.ToOperators(id), act)),
        ["recall"] = new("asep", ExclusionReadings.DisposedToEuisAsync, DispositionAsync, (a, id, act) => a.Get<DispositionService>().RecallAsync(id, null, act)),
        ["remind"] = new("asep", ExclusionReadings.DisposedToEuisAsync, DispositionAsync, (a, id, act) => a.Get<DispositionService>().RemindAsync(id, act)),
        ["read"] = new("euis", ExclusionReadings.DisposedToEuisAsync, DispositionAsync, (a, id, act) => a.Get<DispositionService>().MarkReadAsync(id, act)),
        ["sheet"] = new("dedi", At(TestData.Assigning), Itself, async (a, id, act) => await a.Get<DispositionSheetWriter>().PrintAsync(id, false, act)),
        ["check"] = new("yusup", At(TestData.Checking), Itself, async (a, id, act) => await a.Get<DtksService>().RecordAsync(a.Data.Check(id), act)),
        ["submit"] = new("yusup", At(TestData.Printing), Itself, (a, id, act) => a.Get<DtksService>().SubmitAsync(id, act)),
        ["correction form"] = new("dedi", At(TestData.Checking), Itself, async (a, id, act) => await a.Get<CorrectionService>().OpenAsync(id, act)),
        ["receipt anew"] = new("nani", At(TestData.Checking), Itself, async (a, id, act) => await a.Get<CorrectionService>().RenewReceiptAsync(id, act)),
        ["withdraw"] = new("nani", At(TestData.Checking), Itself, (a, id, act) => a.Get<WithdrawalService>().WithdrawAsync(id, TestData.Withdrawal(), act)),
        ["hand over"] = new("nani", At(TestData.HandingOver), Itself, async (a, id, act) => await a.Get<HandOverService>().HandOverAsync(id, new HandOverInput(), act)),
        ["approve"] = new("asep", At(TestData.Signing), LetterAsync, async (a, id, act) => await a.Get<LetterService>().ApproveAsync(TestData.Approve(id, SigningMode.AgencySeal), act)),
        ["return"] = new("asep", At(TestData.Signing), LetterAsync, (a, id, act) => a.Get<LetterService>().ReturnAsync(id, "perbaiki", act)),
        ["void"] = new("asep", ExclusionReadings.InkAsync, LetterAsync, (a, id, act) => a.Get<LetterService>().VoidAsync(id, "salah", act)),
        ["upload signed"] = new("dedi", ExclusionReadings.InkAsync, LetterAsync, (a, id, act) => a.Get<LetterService>().UploadSignedAsync(id, TestData.Scan(), act)),
        ["revoke"] = new("asep", At(TestData.HandingOver), LetterAsync, (a, id, act) => a.Get<LetterService>().RevokeAsync(TestData.Revoke(id), act)),
        ["letter file"] = new("dedi", At(TestData.HandingOver), LetterAsync, async (a, id, act) => await a.Get<LetterPapers>().OpenAsync(id, PrintWay.Downloaded, act)),
        ["letter preview"] = new("dedi", At(TestData.Signing), LetterAsync, async (a, id, act) => await a.Get<LetterPapers>().PictureAsync(id, act)),
        ["prepare number"] = new("dedi", At(TestData.Signing), LetterAsync, (a, id, act) => a.Get<NumberPreparationService>().PrepareAsync(new PrepareNumber { LetterId = id, Source = NumberSource.Typed, TypedNumber = "460/9", DatedOn = new DateOnly(2026, 11, 23), Reason = "sistem lain" }, act)),
        ["release number"] = new("dedi", At(TestData.Signing), LetterAsync, (a, id, act) => a.Get<NumberPreparationService>().ReleaseAsync(id, act)),
        ["replace"] = new("nani", HandedOverAsync, LetterAsync, async (a, id, act) => await a.Get<ReplacementService>().OpenAsync(new OpenReplacement { LetterId = id, Kind = ReplacementKind.Renewal, Reason = "habis" }, act)),
        ["scan"] = new("ratna", ExclusionReadings.ScannedAsync, ExclusionReadings.ScanOfAsync, async (a, id, act) => await a.Get<AttachmentService>().OpenAsync(id, act)),
        ["remove scan"] = new("nani", ExclusionReadings.ScannedAsync, ExclusionReadings.ScanOfAsync, (a, id, act) => a.Get<AttachmentService>().RemoveAsync(id, act)),
        ["exclude"] = new("ratna", At(TestData.Checking), Itself, async (a, id, act) => await a.Get<RequestExclusions>().AddAsync(new AddExclusion { RequestId = id, UserId = a.UserId("euis"), Reason = DinsosIntranet.Features.Desks.Domain.ExclusionReason.Related }, act)),
        ["complaint, log"] = new("gilang", ExclusionReadings.Examined, Itself, async (a, id, act) => await a.Data.Complaints.AddLogAsync(id, TestData.Log(), act)),
        ["complaint, result"] = new("imas", ExclusionReadings.Examined, Itself, (a, id, act) => a.Data.Complaints.SubmitFindingsAsync(id, TestData.Finding(), act)),
        ["complaint, team"] = new("opik", ExclusionReadings.Examined, Itself, (a, id, act) => a.Data.Complaints.ChangeTeamAsync(id, "cuti", act)),
        ["open person"] = new("nani", At(TestData.Checking), ExclusionReadings.ApplicantAsync, async (a, id, act) => await a.Get<PersonQueries>().OpenAsync(id, act)),
    };

    public static TheoryData<string, DatabaseProvider> ReadingNames { get; } = OnBoth(ExclusionReadings.All.Keys);

    public static TheoryData<string> WriteNames { get; } = [.. Writes.Keys];

    [Theory, MemberData(nameof(ReadingNames))]
    public async Task Reading_OfTheExcluded_SeesItBeforeAndNotAfter(string name, DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var reading = ExclusionReadings.All[name];
        var id = await reading.Prepare(agency);
        Assert.True(await reading.Sees(agency, await agency.ActorAsync(reading.UserName), id), "not seen before");

        var made = await RequestExclusionTests.ExcludeAsync(agency, id, reading.UserName, by: reading.UserName == "ratna" ? "hendra" : "ratna");

        Assert.True(made.IsOk, made.Message);
        Assert.False(await reading.Sees(agency, await agency.ActorAsync(reading.UserName), id), "still seen");
    }

    [Theory, MemberData(nameof(WriteNames))]
    public async Task Write_OfTheExcluded_AnswersAsForAnIdThatNeverWas(string name)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var write = Writes[name];
        var id = await write.Prepare(agency);
        await RequestExclusionTests.ExcludeAsync(agency, id, write.UserName, by: write.UserName == "ratna" ? "hendra" : "ratna");
        var record = await write.Record(agency, id);
        var before = (await ItemAsync(agency, id)).Version;

        var unknown = await write.Act(agency, Guid.NewGuid(), await agency.ActAsync(write.UserName));
        var hidden = await write.Act(agency, record, await agency.ActAsync(write.UserName));

        Assert.Equal((unknown.Kind, unknown.Message), (hidden.Kind, hidden.Message));
        Assert.Equal(OutcomeKind.NotFound, hidden.Kind);
        Assert.Equal(before, (await ItemAsync(agency, id)).Version);
    }

    [Fact]
    public async Task Lists_OfTheExcluded_AskTheDatabaseNoMoreOften()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var hidden = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Data.RequestAtAsync(TestData.Checking);
        var euis = await agency.ActorAsync("euis");
        var whole = await agency.Commands.DuringAsync(() => agency.Get<DeskQueries>().MyDeskAsync(euis, new DeskView()));

        await RequestExclusionTests.ExcludeAsync(agency, hidden.Id, "euis");
        euis = await agency.ActorAsync("euis");

        Assert.Equal(whole.Count, (await agency.Commands.DuringAsync(() => agency.Get<DeskQueries>().MyDeskAsync(euis, new DeskView()))).Count);
    }

    private static async Task<DinsosIntranet.Features.Desks.Domain.WorkItem> ItemAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        return await db.WorkItems.AsNoTracking().SingleAsync(w => w.Id == id);
    }

    private static TheoryData<string, DatabaseProvider> OnBoth(IEnumerable<string> names)
    {
        var data = new TheoryData<string, DatabaseProvider>();
        foreach (var name in names)
        {
            data.Add(name, DatabaseProvider.Sqlite);
            data.Add(name, DatabaseProvider.Postgres);
        }

        return data;
    }

    private static Func<TestAgency, Task<Guid>> At(string step) => async agency => (await agency.Data.RequestAtAsync(step)).Id;

    private static Task<Guid> Itself(TestAgency agency, Guid id) => Task.FromResult(id);

    private static async Task<Guid> HandedOverAsync(TestAgency agency) => (await agency.Data.HandedOverAsync()).RequestId;

    private static async Task<Guid> LetterAsync(TestAgency agency, Guid id) => (await agency.Data.LetterOfAsync(id)).Id;

    private static async Task<Guid> DispositionAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        return await db.Dispositions.Where(d => d.RequestId == id).OrderByDescending(d => d.Id).Select(d => d.Id).FirstAsync();
    }
}
