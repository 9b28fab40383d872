using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Desks;

/// <summary>The promise of standard 004 is 15 working minutes: registered at 15.50 it reaches into the next working day.</summary>
public sealed class ClockRecalculationTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Apply_TomorrowBecomesAHoliday_DueMovesWithTrailAndHistory(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await LateAfternoonAsync(agency);
        await HolidayTomorrowAsync(agency);
        Assert.Equal("24/11 07.35", await DueAsync(agency, request));
        var clocks = agency.Get<ClockRecalculation>();

        var preview = await clocks.PreviewAsync(await agency.ActorAsync("admin"));
        Assert.Equal("Hitung ulang 1 jam yang masih berjalan", await clocks.OfferAsync(await agency.ActorAsync("admin")));
        var outcome = await clocks.ApplyAsync(preview, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal((1, "25/11 07.35"), (outcome.Value, await DueAsync(agency, request)));
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(
            ("permohonan.hitung-ulang", request.ToString(), """{"old":{"janji layanan":"2026-11-24T00:35:00.000Z"},"new":{"janji layanan":"2026-11-25T00:35:00.000Z"},"origin":"tes"}"""),
            (record.Act, record.RecordId, record.Text));
        await using var db = agency.OpenDb();
        var line = await db.HistoryEntries.OrderBy(h => h.Id).LastAsync(h => h.WorkItemId == request);
        Assert.Equal(
            ("Jatuh tempo dihitung ulang karena kalender berubah", "janji layanan: 24/11/2026 07.35 menjadi 25/11/2026 07.35", "Rudi Hartono, Administrator"),
            (line.Title, line.Detail, line.ActorText));
        Assert.Null(await clocks.OfferAsync(await agency.ActorAsync("admin")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Preview_CalendarUnchanged_NothingToDo(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await LateAfternoonAsync(agency);
        await PausedAsync(agency, request, minutes: 30);

        Assert.Empty((await agency.Get<ClockRecalculation>().PreviewAsync(await agency.ActorAsync("admin"))).Moves);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Apply_PausedOnTheOldWorkingDay_PauseOutsideTheNewHoursMovesNothing(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await LateAfternoonAsync(agency);
        agency.Time.SetLocal(2026, 11, 24, 7, 31);
        await PausedAsync(agency, request, minutes: 60);
        Assert.Equal("24/11 08.35", await DueAsync(agency, request));
        await HolidayTomorrowAsync(agency);

        await ApplyAsync(agency);

        Assert.Equal("25/11 07.35", await DueAsync(agency, request));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Apply_StillPaused_MovesNowAndAgainWhenResumed(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await LateAfternoonAsync(agency);
        agency.Time.SetLocal(2026, 11, 23, 15, 55);
        Assert.True((await agency.Get<DeskService>().PauseAsync(request, "sistem-pusat", null, await agency.ActAsync("yusup"))).IsOk);
        await HolidayTomorrowAsync(agency);
        Assert.True((await agency.Get<ClockRecalculation>().PreviewAsync(await agency.ActorAsync("admin"))).Moves.Single().IsPaused);

        await ApplyAsync(agency);
        Assert.Equal("25/11 07.35", await DueAsync(agency, request));

        agency.Time.SetLocal(2026, 11, 25, 8, 0);
        Assert.True((await agency.Get<DeskService>().ResumeAsync(request, await agency.ActAsync("yusup"))).IsOk);
        Assert.Equal("25/11 08.10", await DueAsync(agency, request));
    }

    [Fact]
    public async Task Apply_ClosedMeanwhile_LeftAlone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await LateAfternoonAsync(agency);
        await HolidayTomorrowAsync(agency);
        var shown = await agency.Get<ClockRecalculation>().PreviewAsync(await agency.ActorAsync("admin"));
        Assert.True((await agency.Data.WithdrawAsync(request)).IsOk);

        var outcome = await agency.Get<ClockRecalculation>().ApplyAsync(shown, await agency.ActAsync("admin"));

        Assert.Equal((0, "24/11 07.35"), (outcome.Value, await DueAsync(agency, request)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Apply_CalendarChangedAgain_ConflictAndNothingMoved(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await LateAfternoonAsync(agency);
        await HolidayTomorrowAsync(agency);
        var shown = await agency.Get<ClockRecalculation>().PreviewAsync(await agency.ActorAsync("admin"));
        await RemoveTomorrowAsync(agency);

        var outcome = await agency.Get<ClockRecalculation>().ApplyAsync(shown, await agency.ActAsync("admin"));

        Assert.Equal((OutcomeKind.Conflict, "24/11 07.35"), (outcome.Kind, await DueAsync(agency, request)));
    }

    [Fact]
    public async Task Apply_EveryOtherRole_ForbiddenAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await LateAfternoonAsync(agency);
        await HolidayTomorrowAsync(agency);
        var shown = await agency.Get<ClockRecalculation>().PreviewAsync(await agency.ActorAsync("admin"));

        foreach (var person in DinsosIntranet.App.Demo.DemoAgency.People.Where(p => p.Role != StaffRole.Administrator).DistinctBy(p => p.Role))
        {
            var outcome = await agency.Get<ClockRecalculation>().ApplyAsync(shown, await agency.ActAsync(person.UserName));

            Assert.Equal((OutcomeKind.Forbidden, "ditolak:permohonan.hitung-ulang"), (outcome.Kind, (await agency.TrailAsync())[^1].Act));
        }

        Assert.Equal("24/11 07.35", await DueAsync(agency, request));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task PreviewAndApply_ManyRequests_StatementsDoNotGrowWithThem(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        agency.Time.SetLocal(2026, 11, 23, 15, 50);
        for (var i = 0; i < 6; i++)
        {
            await agency.Data.RegisterAsync();
        }

        await HolidayTomorrowAsync(agency);
        var clocks = agency.Get<ClockRecalculation>();
        ClockMoves? shown = null;
        var act = await agency.ActAsync("admin");
        var looking = await agency.Commands.DuringAsync(async () => shown = await clocks.PreviewAsync(await agency.ActorAsync("admin")));
        var moving = await agency.Commands.DuringAsync(async () => Assert.Equal(6, (await clocks.ApplyAsync(shown!, act)).Value));

        // Each table once, whatever the number of requests. The agency's own settings are read anew in between.
        Assert.Equal(6, shown!.Moves.Count);
        Assert.Equal((1, 1), (Reading(looking, "WorkClocks"), Reading(looking, "WorkPauses")));
        Assert.Equal((2, 1), (Reading(moving, "WorkClocks"), Reading(moving, "WorkPauses")));
    }

    private static int Reading(IEnumerable<string> commands, string table) =>
        commands.Count(c => c.StartsWith("SELECT", StringComparison.Ordinal) && c.Contains($"FROM \"{table}\"", StringComparison.Ordinal));

    private static async Task<Guid> LateAfternoonAsync(TestAgency agency)
    {
        agency.Time.SetLocal(2026, 11, 23, 15, 50);
        return (await agency.Data.RequestAtAsync(TestData.Checking)).Id;
    }

    private static async Task PausedAsync(TestAgency agency, Guid request, int minutes)
    {
        Assert.True((await agency.Get<DeskService>().PauseAsync(request, "sistem-pusat", null, await agency.ActAsync("yusup"))).IsOk);
        agency.Time.Advance(TimeSpan.FromMinutes(minutes));
        Assert.True((await agency.Get<DeskService>().ResumeAsync(request, await agency.ActAsync("yusup"))).IsOk);
    }

    private static async Task HolidayTomorrowAsync(TestAgency agency)
    {
        var outcome = await agency.Get<CalendarService>().SaveDayAsync(
            new SaveCalendarDay { Seen = null, Date = new DateOnly(2026, 11, 24), Kind = CalendarDayKind.LocalHoliday, Name = "Hari berkabung", Source = "Keputusan Bupati" },
            await agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }

    private static async Task RemoveTomorrowAsync(TestAgency agency)
    {
        var seen = (await agency.Get<CalendarQueries>().ReadAsync()).Version;
        Assert.True((await agency.Get<CalendarService>().RemoveDayAsync(seen, new DateOnly(2026, 11, 24), CalendarDayKind.LocalHoliday, await agency.ActAsync("admin"))).IsOk);
    }

    private static async Task ApplyAsync(TestAgency agency)
    {
        var clocks = agency.Get<ClockRecalculation>();
        var outcome = await clocks.ApplyAsync(await clocks.PreviewAsync(await agency.ActorAsync("admin")), await agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }

    private static async Task<string> DueAsync(TestAgency agency, Guid request)
    {
        await using var db = agency.OpenDb();
        var due = await db.WorkClocks.AsNoTracking().Where(c => c.WorkItemId == request && c.Kind == ClockKind.Promise).Select(c => c.DueAt).SingleAsync();
        return TimeZoneInfo.ConvertTimeFromUtc(due!.Value, DinsosIntranet.Tests.Shared.Calendar.TestCalendars.Wib).ToString("dd'/'MM HH'.'mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
