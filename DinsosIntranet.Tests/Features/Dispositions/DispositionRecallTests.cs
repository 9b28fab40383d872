using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

/// <summary>Reading a disposition and taking it back, and what happens when both come at once.</summary>
public sealed class DispositionRecallTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_Unread_BackAtTheGiverWithNetTimesHistoryAndTheSameDueTime(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToDivisionAsync(agency);
        var due = await PromiseAsync(agency, given.SubjectId);
        agency.Time.Advance(TimeSpan.FromMinutes(4));

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, "salah bidang", await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Disposing, "kepala-dinas", (Guid?)null), (item.StepId, item.DeskCode, item.HolderId));
        var stays = await db.DeskStays.OrderBy(s => s.EnteredAt).ToListAsync();
        Assert.Equal(4, stays.Single(s => s.DeskCode == "kabid-linjamsos").NetMinutes);
        Assert.Equal("kepala-dinas", Assert.Single(stays, s => s.LeftAt is null).DeskCode);
        Assert.Equal(due, await PromiseAsync(agency, given.SubjectId));
        var last = await db.HistoryEntries.OrderByDescending(h => h.At).FirstAsync();
        Assert.Equal(("Disposisi ditarik dari Kabid Linjamsos", "salah bidang", "Ratna Kusumawardani, Kepala Dinas"), (last.Title, last.Detail, last.ActorText));
        Assert.Equal(agency.Time.Now, (await db.Dispositions.SingleAsync()).RecalledAt);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Recall_ThenGivenAgain_NewChainAndOnlyTheNewOneCounts()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);
        var service = agency.Get<DispositionService>();
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        await service.RecallAsync(given.Id, null, await agency.ActAsync("ratna"));

        var again = await service.GiveAsync(TestData.ToDivision(given.SubjectId) with { ToDeskCode = "kabid-rehsos" }, await agency.ActAsync("ratna"));

        Assert.Null(again.Value.ParentId);
        Assert.Equal("Kabid Rehsos", Assert.Single((await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync("imas"), 1)).Rows).Earlier?.ToText);
    }

    [Fact]
    public async Task Recall_AtTheStepThatEndsThePromise_PromiseCountsOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.SqlAsync($"""UPDATE "StandardVersions" SET "Json" = replace("Json", '"countedFrom": "lengkap"', '"countedFrom": "lengkap", "until": "3-disposisi"') WHERE "Code" = 'dtks'""");
        var given = await ToDivisionAsync(agency);
        await using var db = agency.OpenDb();
        var ended = await db.WorkClocks.AsNoTracking().Where(c => c.Kind == ClockKind.Promise).Select(c => c.EndedAt).SingleAsync();
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("ratna"));

        Assert.NotNull(ended);
        Assert.Null((await db.WorkClocks.AsNoTracking().SingleAsync(c => c.Kind == ClockKind.Promise)).EndedAt);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_ReadByThePerson_RefusedWithWhoAndWhenAndNothingWritten(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency);
        agency.Time.Advance(TimeSpan.FromMinutes(42));
        await agency.Get<DispositionService>().MarkOpenedAsync(given.SubjectId, await agency.ActAsync("euis"));

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("asep"));

        Assert.Equal(OutcomeKind.Conflict, outcome.Kind);
        Assert.Equal("Sudah dibaca Euis Nurhayati pukul 09.42. Disposisi tidak dapat ditarik lagi.", outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(TestData.Checking, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Fact]
    public async Task Recall_ToAPersonUnread_TakenFromTheirHands()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToEuisAsync(agency);

        Assert.True((await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("asep"))).IsOk);

        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal((TestData.Assigning, (Guid?)null), (item.StepId, item.HolderId));
        Assert.Equal(0, (await agency.Get<DispositionQueries>().ReceivedAsync(await agency.ActorAsync("euis"), ReceivedFilter.All, 1)).Total);
    }

    [Fact]
    public async Task Recall_ClaimedAtTheDesk_RefusedWithWhoAndWhen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        await agency.Get<DeskService>().ClaimAsync(given.SubjectId, await agency.ActAsync("asep"));

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("ratna"));

        Assert.Equal((OutcomeKind.Conflict, "Sudah diambil Asep Mulyadi pukul 09.05. Disposisi tidak dapat ditarik lagi."), (outcome.Kind, outcome.Message));
    }

    [Fact]
    public async Task Recall_ClaimedAndGivenBack_StillRefused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        await agency.Get<DeskService>().ClaimAsync(given.SubjectId, await agency.ActAsync("asep"));
        await agency.Get<DeskService>().ReleaseAsync(given.SubjectId, await agency.ActAsync("asep"));

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("ratna"));

        Assert.StartsWith("Sudah dikerjakan Asep Mulyadi, Kabid Linjamsos pukul 09.05", outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recall_PassedOn_RefusedWithWhere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await using var db = agency.OpenDb();
        var first = await db.Dispositions.SingleAsync(d => d.RequestId == request.Id && d.ParentId == null);

        var outcome = await agency.Get<DispositionService>().RecallAsync(first.Id, null, await agency.ActAsync("ratna"));

        Assert.Contains("diteruskan ke Operator SIKS-NG", outcome.Message, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_ByTheStandIn_OfWhatTheHeadGave(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToDivisionAsync(agency);
        await agency.StandInAsync("hendra", "ratna");

        Assert.True((await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync("hendra"))).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", (await db.Dispositions.SingleAsync()).RecalledByText);
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Recall_BySomebodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, null, await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi.tarik", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Recall_ReasonTooLong_RefusedAtItsFieldAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);
        var records = (await agency.TrailAsync()).Count;

        var outcome = await agency.Get<DispositionService>().RecallAsync(given.Id, new string('x', DispositionService.RecallReasonMaxLength + 1), await agency.ActAsync("ratna"));

        Assert.Equal("reason", Assert.Single(outcome.Refusals).Field);
        Assert.Equal(records, (await agency.TrailAsync()).Count);
    }

    [Fact]
    public async Task Recall_MissingId_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<DispositionService>().RecallAsync(Guid.CreateVersion7(), null, await agency.ActAsync("ratna"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_AndReadAtOnce_ExactlyOneWins(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency);
        var service = agency.Get<DispositionService>();
        var (giver, reader) = (await agency.ActAsync("asep"), await agency.ActAsync("euis"));

        var outcomes = await Task.WhenAll(Task.Run(() => service.RecallAsync(given.Id, null, giver)), Task.Run(() => service.MarkReadAsync(given.Id, reader)));

        Assert.Equal([OutcomeKind.Ok, OutcomeKind.Conflict], outcomes.Select(o => o.Kind).Order());
        await using var db = agency.OpenDb();
        var now = await db.Dispositions.SingleAsync(d => d.Id == given.Id);
        Assert.True(now.ReadAt is null != now.RecalledAt is null);
        Assert.Equal(now.RecalledAt is null ? TestData.Checking : TestData.Assigning, (await db.WorkItems.SingleAsync()).StepId);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Recall_AndClaimAtOnce_ExactlyOneWins(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToDivisionAsync(agency);
        var (giver, claimer) = (await agency.ActAsync("ratna"), await agency.ActAsync("asep"));

        var outcomes = await Task.WhenAll(
            Task.Run(() => agency.Get<DispositionService>().RecallAsync(given.Id, null, giver)),
            Task.Run(() => agency.Get<DeskService>().ClaimAsync(given.SubjectId, claimer)));

        Assert.Single(outcomes, o => o.IsOk);
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.SingleAsync();
        Assert.Equal(outcomes[0].IsOk ? ("kepala-dinas", null) : ("kabid-linjamsos", "Asep Mulyadi"), (item.DeskCode, item.HolderName));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task MarkOpened_ByThePersonNamed_FirstTimeCountsAndTheGiverSeesIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency);
        var service = agency.Get<DispositionService>();
        await service.MarkOpenedAsync(given.SubjectId, await agency.ActAsync("yusup"));
        Assert.Null(await ReadAtAsync(agency, given.Id));

        agency.Time.Advance(TimeSpan.FromMinutes(42));
        var readAt = agency.Time.Now;
        await service.MarkOpenedAsync(given.SubjectId, await agency.ActAsync("euis"));
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        await service.MarkOpenedAsync(given.SubjectId, await agency.ActAsync("euis"));

        Assert.Equal(readAt, await ReadAtAsync(agency, given.Id));
        var sent = await agency.Get<DispositionQueries>().SentAsync(await agency.ActorAsync("asep"), SentFilter.All, 1);
        Assert.Equal("dibaca Euis Nurhayati pukul 09.42", Assert.Single(sent.Rows).Receipt);
        var view = await agency.Get<RequestQueries>().FindAsync(given.SubjectId, await agency.ActorAsync("asep"));
        Assert.Equal("dibaca Euis Nurhayati pukul 09.42", view!.History.Single(h => h.Title.StartsWith("Ditugaskan", StringComparison.Ordinal)).Receipt);
        Assert.Single(await agency.TrailAsync(), r => r.Act == "disposisi.baca");
    }

    [Fact]
    public async Task Done_WorkDoneAtTheLastDesk_WholeChainDone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await using var db = agency.OpenDb();
        Assert.Equal(2, await db.Dispositions.CountAsync(d => d.DoneAt == null));

        await agency.Get<DinsosIntranet.Features.Dtks.DtksService>().RecordAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal(2, await db.Dispositions.CountAsync(d => d.DoneAt == agency.Time.Now));
    }

    [Fact]
    public async Task Done_RequestWithdrawn_NothingStaysOpen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToDivisionAsync(agency);

        await agency.Data.WithdrawAsync(given.SubjectId);

        await using var db = agency.OpenDb();
        Assert.NotNull((await db.Dispositions.SingleAsync()).DoneAt);
    }

    private static async Task<Disposition> ToDivisionAsync(TestAgency agency)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        return (await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"))).Value;
    }

    private static async Task<Disposition> ToEuisAsync(TestAgency agency)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        return (await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"))).Value;
    }

    private static async Task<DateTime?> PromiseAsync(TestAgency agency, Guid requestId)
    {
        await using var db = agency.OpenDb();
        return await db.WorkClocks.Where(c => c.WorkItemId == requestId && c.Kind == ClockKind.Promise).Select(c => c.DueAt).SingleAsync();
    }

    private static async Task<DateTime?> ReadAtAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        return await db.Dispositions.Where(d => d.Id == id).Select(d => d.ReadAt).SingleAsync();
    }
}
