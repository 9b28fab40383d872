using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class DeskServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Claim_TwoAtOnce_OneWinsTheOtherIsToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        string[] rivals = ["yusup", "euis"];
        var acts = await Task.WhenAll(rivals.Select(r => agency.ActAsync(r)));

        var outcomes = await Task.WhenAll(acts.Select(a => Task.Run(() => agency.Get<DeskService>().ClaimAsync(request.Id, a))));

        var winner = acts[Array.FindIndex(outcomes, o => o.IsOk)].Actor;
        Assert.Single(outcomes, o => o.IsOk);
        Assert.Equal($"Sudah diambil {winner.Name} pukul 09.00.", Assert.Single(outcomes, o => o.Kind == OutcomeKind.Conflict).Message);
        await using var db = agency.OpenDb();
        Assert.Equal(winner.UserId, (await db.WorkItems.SingleAsync()).HolderId);
        Assert.Equal(1, await db.HistoryEntries.CountAsync(h => h.Title == $"Diambil {winner.Name}"));
    }

    [Fact]
    public async Task Claim_Twice_SecondSaysItIsHeldAlready()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await ClaimAsync(agency, request.Id, "yusup");

        Assert.Equal("Permohonan ini sudah Anda pegang.", (await ClaimAsync(agency, request.Id, "yusup")).Message);
    }

    [Theory, DemoStaff(except: "yusup")]
    public async Task Claim_ByAnotherDesk_RefusedAndNotHeld(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        var outcome = await ClaimAsync(agency, request.Id, userName);

        Assert.False(outcome.IsOk);
        Assert.Null((await ItemAsync(agency)).HolderId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_StepOfReceivingFurtherOn_LeftByItsOutcome(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.ReceiveTwiceAsync();
        var request = await agency.Data.RegisterAsync();
        var move = new MoveRequest { RequestId = request.Id, StepId = TestData.Agenda, Outcome = "teruskan", Note = "Diterima lengkap." };

        var outcome = await agency.Get<DeskService>().MoveAsync(move, await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal((TestData.Disposing, WorkStatus.Running), ((await ItemAsync(agency)).StepId, (await ItemAsync(agency)).Status));
        await using var db = agency.OpenDb();
        Assert.Equal("Diterima lengkap.", (await db.HistoryEntries.OrderByDescending(h => h.Id).FirstAsync()).Detail);
    }

    [Fact]
    public async Task Move_AtTheCounterWhileDocumentsAreMissing_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Intake);
        var move = new MoveRequest { RequestId = request.Id, StepId = TestData.Intake, Outcome = "terima" };

        var outcome = await agency.Get<DeskService>().MoveAsync(move, await agency.ActAsync("nani"));

        Assert.Equal("Langkah ini diselesaikan lewat panelnya sendiri.", outcome.Message);
        Assert.Equal((TestData.Intake, WorkStatus.WaitingForDocuments), ((await ItemAsync(agency)).StepId, (await ItemAsync(agency)).Status));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Release_ByHolder_BackInQueue(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await ClaimAsync(agency, request.Id, "yusup");

        var outcome = await agency.Get<DeskService>().ReleaseAsync(request.Id, await agency.ActAsync("yusup", "istirahat"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null((await ItemAsync(agency)).HolderId);
        Assert.True((await ClaimAsync(agency, request.Id, "euis")).IsOk);
    }

    [Fact]
    public async Task Release_ByAnother_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await ClaimAsync(agency, request.Id, "yusup");

        var outcome = await agency.Get<DeskService>().ReleaseAsync(request.Id, await agency.ActAsync("euis"));

        Assert.Equal("Permohonan ini dipegang Yusup Hidayat.", outcome.Message);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task HandTo_Colleague_HeldByColleague(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await ClaimAsync(agency, request.Id, "yusup");

        var outcome = await HandAsync(agency, request.Id, "yusup", "euis");

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(agency.UserId("euis"), (await ItemAsync(agency)).HolderId);
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("yusup")]
    public async Task HandTo_AnotherDeskOrOneself_Refused(string colleague)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await ClaimAsync(agency, request.Id, "yusup");

        var outcome = await HandAsync(agency, request.Id, "yusup", colleague);

        Assert.Equal("colleagueId", Assert.Single(outcome.Refusals).Field);
        Assert.Equal(agency.UserId("yusup"), (await ItemAsync(agency)).HolderId);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "09.04", "09.24", "09.35")]
    [InlineData(DatabaseProvider.Postgres, "09.04", "09.24", "09.35")]
    [InlineData(DatabaseProvider.Sqlite, "09.10", "11.58", "13.03")]
    [InlineData(DatabaseProvider.Sqlite, "09.10", "12.30", "13.05")]
    [InlineData(DatabaseProvider.Sqlite, "09.20", "09.30", "09.15")] // already late when paused
    public async Task PauseAndResume_DueMovesByWorkingTimePaused(DatabaseProvider provider, string from, string to, string due)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var desks = agency.Get<DeskService>();
        SetTime(agency, from);
        var paused = await desks.PauseAsync(request.Id, "sistem-pusat", "SIKS-NG lambat", await agency.ActAsync("yusup"));
        Assert.True(paused.IsOk, paused.Message);
        SetTime(agency, to);

        var resumed = await desks.ResumeAsync(request.Id, await agency.ActAsync("euis"));

        Assert.True(resumed.IsOk, resumed.Message);
        await using var db = agency.OpenDb();
        var dueAt = (await db.WorkClocks.SingleAsync()).DueAt!.Value;
        SetTime(agency, due);
        Assert.Equal(agency.Time.Now, dueAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pause_Running_NothingMovesUntilResumed(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DeskService>().PauseAsync(request.Id, "sistem-pusat", null, await agency.ActAsync("yusup"));

        var outcome = await agency.Get<DinsosIntranet.Features.Dtks.DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal("Jam permohonan ini sedang dijeda. Lanjutkan jam dulu.", outcome.Message);
        Assert.Equal((TestData.Checking, WorkStatus.Paused), ((await ItemAsync(agency)).StepId, (await ItemAsync(agency)).Status));
    }

    [Theory]
    [InlineData("malas", null, "reasonCode")]
    [InlineData("sistem-pusat", 151, "note")]
    public async Task Pause_UnknownReasonOrLongNote_RefusedAtItsField(string reason, int? noteLength, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        var note = noteLength is { } length ? new string('x', length) : null;

        var outcome = await agency.Get<DeskService>().PauseAsync(request.Id, reason, note, await agency.ActAsync("yusup"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task Pause_DocumentsMissing_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Intake);

        var outcome = await agency.Get<DeskService>().PauseAsync(request.Id, "pemohon-melengkapi", null, await agency.ActAsync("nani"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Equal(WorkStatus.WaitingForDocuments, (await ItemAsync(agency)).Status);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_InformationGiven_ClosesWithClocksEnded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Informing);

        var outcome = await MoveAsync(agency, request.Id, TestData.Informing, "informasi-diberikan", "nani");

        Assert.True(outcome.IsOk, outcome.Message);
        var item = await ItemAsync(agency);
        Assert.Equal((WorkStatus.Done, agency.Time.Now), (item.Status, item.ClosedAt));
        await using var db = agency.OpenDb();
        Assert.Equal(agency.Time.Now, (await db.WorkClocks.SingleAsync()).EndedAt);
        Assert.False(await db.DeskStays.AnyAsync(s => s.LeftAt == null));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Move_StepLeftMeanwhile_ConflictNamesWhoMovedIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Informing);

        var outcome = await MoveAsync(agency, request.Id, TestData.Intake, "terima", "nani");

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.StartsWith("Permohonan ini sudah dikerjakan Yusup Hidayat, Operator SIKS-NG", outcome.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestData.Intake, "terima", "nani")]
    [InlineData(TestData.Agenda, "teruskan", "dedi")]
    [InlineData(TestData.Disposing, "disposisi", "ratna")]
    [InlineData(TestData.Assigning, "tugaskan", "asep")]
    [InlineData(TestData.Checking, "terdaftar", "yusup")]
    [InlineData(TestData.Printing, "ajukan", "yusup")]
    [InlineData(TestData.Signing, "tanda-tangani", "asep")]
    [InlineData(TestData.HandingOver, "serahkan", "nani")]
    public async Task Move_PastAStepWithAServiceOfItsOwn_Refused(string step, string outcomeCode, string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(step);

        var outcome = await MoveAsync(agency, request.Id, step, outcomeCode, userName);

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Equal(step, (await ItemAsync(agency)).StepId);
    }

    [Theory, DemoStaff(except: ["nani"])]
    public async Task Move_ByAnotherDesk_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Informing);

        var outcome = await MoveAsync(agency, request.Id, TestData.Informing, "informasi-diberikan", userName);

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:permohonan.langkah", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Stay_AtEachDesk_MinutesCountedInWorkingTime()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        agency.Time.SetLocal(2026, 11, 23, 11, 55);
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);
        agency.Time.SetLocal(2026, 11, 23, 13, 10);
        await agency.Get<DinsosIntranet.Features.Dispositions.DispositionService>().ForwardAsync(
            new() { RequestId = request.Id, Urgency = DinsosIntranet.Features.Agenda.Domain.Urgency.Normal }, await agency.ActAsync("dedi"));

        await using var db = agency.OpenDb();
        Assert.Equal(15, (await db.DeskStays.SingleAsync(s => s.StepId == TestData.Agenda)).NetMinutes);
    }

    private static void SetTime(TestAgency agency, string time) =>
        agency.Time.SetLocal(2026, 11, 23, int.Parse(time[..2]), int.Parse(time[3..]));

    private static async Task<WorkItem> ItemAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return await db.WorkItems.AsNoTracking().SingleAsync();
    }

    private static async Task<Outcome> ClaimAsync(TestAgency agency, Guid id, string userName) =>
        await agency.Get<DeskService>().ClaimAsync(id, await agency.ActAsync(userName));

    private static async Task<Outcome> HandAsync(TestAgency agency, Guid id, string from, string to) =>
        await agency.Get<DeskService>().HandToAsync(id, agency.UserId(to), await agency.ActAsync(from), agency.Get<ICurrentRights>());

    private static async Task<Outcome> MoveAsync(TestAgency agency, Guid id, string step, string outcome, string userName) =>
        await agency.Get<DeskService>().MoveAsync(new MoveRequest { RequestId = id, StepId = step, Outcome = outcome }, await agency.ActAsync(userName));
}
