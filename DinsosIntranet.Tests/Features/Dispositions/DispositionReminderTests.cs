using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

/// <summary>Reminding the receiver, and where a near or passed day is seen.</summary>
public sealed class DispositionReminderTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remind_ByTheGiver_ReceiverSeesItEverywhereAndItIsInHistoryAndTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency, new DateOnly(2026, 11, 27));
        await agency.Get<DispositionService>().MarkReadAsync(given.Id, await agency.ActAsync("euis"));
        var euis = await agency.ActorAsync("euis");
        var queries = agency.Get<DispositionQueries>();
        Assert.Equal(0, (await queries.ReceivedAsync(euis, ReceivedFilter.Pressing, 1)).Total);

        var outcome = await agency.Get<DispositionService>().RemindAsync(given.Id, await agency.ActAsync("asep"));

        Assert.True(outcome.IsOk, outcome.Message);
        const string Words = "Diingatkan oleh Asep Mulyadi, Kabid Linjamsos pada pukul 09.00";
        Assert.Equal(Words, Assert.Single((await queries.ReceivedAsync(euis, ReceivedFilter.Pressing, 1)).Rows).Signs.Reminder);
        var desk = await agency.Get<DeskQueries>().MyDeskAsync(euis, new DeskView());
        Assert.Equal(Words, Assert.Single(desk.Mine.Rows).Signs.Reminder);
        Assert.Equal((Words, true), (Assert.Single(desk.Dispositions.Rows).Signs.Reminder, desk.Dispositions.Rows[0].IsRead));
        var view = await agency.Get<RequestQueries>().FindAsync(given.SubjectId, euis);
        Assert.Equal(Words, Assert.Single(view!.Dispositions).Signs.Reminder);
        Assert.Equal(("Euis Nurhayati, Operator SIKS-NG diingatkan", "batas 27/11/2026", "Asep Mulyadi, Kabid Linjamsos"), (view.History[0].Title, view.History[0].Detail, view.History[0].ActorText));
        Assert.Equal(1, (await agency.Get<WaitingWork>().CountAsync(euis)).Dispositions);
        Assert.Equal("disposisi.ingatkan", (await agency.TrailAsync())[^1].Act);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Remind_TwiceOnOneDay_SaysWhenItWasAndWhenAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToEuisAsync(agency, null);
        var service = agency.Get<DispositionService>();
        await service.RemindAsync(given.Id, await agency.ActAsync("asep"));
        var lines = await HistoryCountAsync(agency);
        agency.Time.Advance(TimeSpan.FromHours(2));

        var again = await service.RemindAsync(given.Id, await agency.ActAsync("asep"));

        Assert.Equal((OutcomeKind.Conflict, "Sudah diingatkan Asep Mulyadi, Kabid Linjamsos pukul 09.00. Dapat diingatkan lagi mulai 24/11/2026."), (again.Kind, again.Message));
        Assert.Equal(lines, await HistoryCountAsync(agency));
        agency.Time.SetLocal(2026, 11, 24, 8, 0);
        Assert.True((await service.RemindAsync(given.Id, await agency.ActAsync("asep"))).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remind_TwoAtOnce_OneReminder(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency, null);
        var service = agency.Get<DispositionService>();
        var act = await agency.ActAsync("asep");
        var lines = await HistoryCountAsync(agency);

        var outcomes = await Task.WhenAll(Task.Run(() => service.RemindAsync(given.Id, act)), Task.Run(() => service.RemindAsync(given.Id, act)));

        Assert.Equal([OutcomeKind.Ok, OutcomeKind.Conflict], outcomes.Select(o => o.Kind).Order());
        Assert.Equal(lines + 1, await HistoryCountAsync(agency));
    }

    [Fact]
    public async Task Remind_ByTheStandIn_InTheirOwnNameWithTheActingTitle()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        var given = (await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"))).Value;
        await agency.StandInAsync("hendra", "ratna");

        Assert.True((await agency.Get<DispositionService>().RemindAsync(given.Id, await agency.ActAsync("hendra"))).IsOk);

        await using var db = agency.OpenDb();
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", (await db.Dispositions.SingleAsync()).RemindedByText);
        var queue = (await agency.Get<DeskQueries>().MyDeskAsync(await agency.ActorAsync("asep"), new DeskView())).Queues.Single(q => q.Code == "kabid-linjamsos");
        Assert.StartsWith("Diingatkan oleh Hendra Gunawan", Assert.Single(queue.Rows).Signs.Reminder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_ThenRecall_ReminderIsNobodysWork()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        var service = agency.Get<DispositionService>();
        var given = (await service.GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"))).Value;
        await agency.StandInAsync("hendra", "ratna");
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        await service.RemindAsync(given.Id, await agency.ActAsync("hendra"));
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await service.RecallAsync(given.Id, null, await agency.ActAsync("ratna"));

        Assert.True(outcome.IsOk, outcome.Message);
    }

    [Theory, DemoStaff(except: ["asep"])]
    public async Task Remind_BySomebodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToEuisAsync(agency, null);

        var outcome = await agency.Get<DispositionService>().RemindAsync(given.Id, await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:disposisi.ingatkan", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task Remind_DoneOrMissing_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var given = await ToEuisAsync(agency, null);
        await agency.Data.WithdrawAsync(given.SubjectId);
        var service = agency.Get<DispositionService>();

        Assert.Contains("Tidak perlu diingatkan", (await service.RemindAsync(given.Id, await agency.ActAsync("asep"))).Message, StringComparison.Ordinal);
        Assert.Equal(OutcomeKind.NotFound, (await service.RemindAsync(Guid.CreateVersion7(), await agency.ActAsync("asep"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Signs_DayNearThenPast_OnBothSidesAndOnTheDesk(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var given = await ToEuisAsync(agency, new DateOnly(2026, 11, 25));
        await agency.Get<DispositionService>().MarkReadAsync(given.Id, await agency.ActAsync("euis"));
        var (queries, asep, euis) = (agency.Get<DispositionQueries>(), await agency.ActorAsync("asep"), await agency.ActorAsync("euis"));
        Assert.Equal(0, (await queries.CountAsync(euis)).Received);
        Assert.Equal(0, (await queries.SentAsync(asep, SentFilter.Near, 1)).Total);

        agency.Time.SetLocal(2026, 11, 24, 9, 0);
        Assert.Equal("Batas besok", Assert.Single((await queries.SentAsync(asep, SentFilter.Near, 1)).Rows).Signs.DueText);
        Assert.Equal(1, (await queries.CountAsync(euis)).Received);
        Assert.Equal("Batas besok", Assert.Single((await agency.Get<DeskQueries>().MyDeskAsync(euis, new DeskView())).Mine.Rows).Signs.DueText);

        agency.Time.SetLocal(2026, 11, 26, 9, 0);
        Assert.Equal(0, (await queries.SentAsync(asep, SentFilter.Near, 1)).Total);
        Assert.Equal(1, (await queries.CountAsync(asep)).Late);
        var late = Assert.Single((await queries.ReceivedAsync(euis, ReceivedFilter.Pressing, 1)).Rows);
        Assert.Equal((DispositionDue.Late, "Lewat batas 25/11/2026"), (late.Signs.Due, late.Signs.DueText));
    }

    private static async Task<Disposition> ToEuisAsync(TestAgency agency, DateOnly? due)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        return (await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis"), DueOn = due }, await agency.ActAsync("asep"))).Value;
    }

    private static async Task<int> HistoryCountAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return await db.Set<HistoryEntry>().CountAsync();
    }
}
