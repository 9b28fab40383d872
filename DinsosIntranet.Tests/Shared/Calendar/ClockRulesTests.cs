using DinsosIntranet.Shared.Calendar;
using static DinsosIntranet.Tests.Shared.Calendar.TestCalendars;

namespace DinsosIntranet.Tests.Shared.Calendar;

public sealed class ClockRulesTests
{
    private static readonly ServiceTime FifteenMinutes = new(15, 15, TimeUnit.WorkingMinutes);
    private static readonly ServiceTime FiveDays = new(5, 5, TimeUnit.WorkingDays);

    [Theory]
    [InlineData("2026-11-26 09.00", ClockState.Green, 0, "Aman", "Sisa 15 menit")]
    [InlineData("2026-11-26 09.06", ClockState.Green, 40, "Aman", "Sisa 9 menit")]
    [InlineData("2026-11-26 09.11", ClockState.Green, 73, "Aman", "Sisa 4 menit")]
    [InlineData("2026-11-26 09.12", ClockState.Yellow, 80, "Segera", "Sisa 3 menit")]
    [InlineData("2026-11-26 09.15", ClockState.Yellow, 100, "Segera", "Sisa kurang dari 1 menit")]
    [InlineData("2026-11-26 09.19", ClockState.Red, 126, "Lewat", "Lewat 4 menit")]
    [InlineData("2026-11-26 11.15", ClockState.Red, 900, "Lewat", "Lewat 2 jam")]
    [InlineData("2026-11-27 09.45", ClockState.Red, 3300, "Lewat", "Lewat 1 hari kerja")]
    public void View_FifteenMinutePromise_ShowsStateAndWords(string now, ClockState state, int percent, string word, string text) =>
        Assert.Equal(
            new ClockView(state, percent, state == ClockState.Red, word, text),
            ClockRules.View(Lebak, Start(FifteenMinutes, "2026-11-26 09.00"), At(now)));

    [Theory]
    [InlineData("2026-11-20 07.30", "Sisa 6 hari kerja")]
    [InlineData("2026-11-20 10.00", "Sisa 5 hari kerja")]
    [InlineData("2026-11-22 10.00", "Sisa 5 hari kerja")]
    [InlineData("2026-11-25 10.00", "Sisa 2 hari kerja")]
    [InlineData("2026-11-27 07.45", "Sisa 7 jam")]
    [InlineData("2026-11-27 13.15", "Sisa 3 jam")]
    [InlineData("2026-11-27 15.51", "Sisa 39 menit")]
    [InlineData("2026-11-30 08.00", "Lewat 30 menit")]
    public void Text_FiveDayPromise_CountsDaysThenHoursThenMinutes(string now, string expected) =>
        Assert.Equal(expected, ClockRules.Text(Lebak, Start(FiveDays, "2026-11-20 07.00"), At(now)));

    [Theory]
    [InlineData(TimeUnit.CalendarDays, 7, "2026-11-21 10.00", "Sisa 6 hari")]
    [InlineData(TimeUnit.CalendarDays, 7, "2026-11-27 14.00", "Sisa 10 jam")]
    [InlineData(TimeUnit.CalendarHours, 72, "2026-11-22 03.00", "Sisa 1 hari")]
    [InlineData(TimeUnit.CalendarHours, 72, "2026-11-23 09.30", "Sisa 30 menit")]
    public void Text_CalendarUnit_RunsThroughTheNight(TimeUnit unit, int most, string now, string expected) =>
        Assert.Equal(expected, ClockRules.Text(Lebak, Start(new ServiceTime(0, most, unit), "2026-11-20 10.00"), At(now)));

    [Fact]
    public void State_CalendarHoursOnAWeekend_UsesPlainTime() =>
        Assert.Equal(ClockState.Yellow, ClockRules.State(Lebak, Start(new ServiceTime(0, 72, TimeUnit.CalendarHours), "2026-11-20 10.00"), At("2026-11-22 16.00")));

    [Fact]
    public void View_NotStarted_SaysSo() =>
        Assert.Equal(
            new ClockView(ClockState.None, 0, IsLate: false, "Belum berjalan", "Jam belum berjalan"),
            ClockRules.View(Lebak, new ClockReading(FifteenMinutes, null, null), At("2026-11-26 09.00")));

    [Fact]
    public void View_NoLimit_HasNoColour() =>
        Assert.Equal(
            new ClockView(ClockState.None, 0, IsLate: false, "Tanpa batas", "Menyesuaikan kebutuhan"),
            ClockRules.View(Lebak, Start(ServiceTime.Unlimited, "2026-11-26 09.00"), At("2026-11-26 12.00")));

    [Fact]
    public void View_Paused_StandsStillAndCountsThePause()
    {
        var reading = Start(FifteenMinutes, "2026-11-26 09.00") with { PausedSinceUtc = At("2026-11-26 09.06") };

        Assert.Equal(new ClockView(ClockState.Paused, 40, IsLate: false, "Jeda", "Jeda 26 menit"), ClockRules.View(Lebak, reading, At("2026-11-26 09.32")));
    }

    [Fact]
    public void Resume_MinuteUnit_MovesDueByTheWorkingTimePaused()
    {
        var paused = Start(FifteenMinutes, "2026-11-26 11.50") with { PausedSinceUtc = At("2026-11-26 11.55") };

        var running = ClockRules.Resume(Lebak, paused, At("2026-11-26 13.15"));

        // Five minutes before the break and fifteen after it were paused; ten of the promise are left.
        Assert.Equal(("2026-11-26 13.25", null), (Local(running.DueUtc), running.PausedSinceUtc));
        Assert.Equal(33, ClockRules.Percent(Lebak, running, At("2026-11-26 13.15")));
    }

    [Fact]
    public void Resume_PausedOverTheWeekend_DueMovesByNothingThatWasClosed()
    {
        var paused = Start(FifteenMinutes, "2026-11-27 16.20") with { PausedSinceUtc = At("2026-11-27 17.00") };

        Assert.Equal("2026-11-30 07.35", Local(ClockRules.Resume(Lebak, paused, At("2026-11-29 20.00")).DueUtc));
    }

    [Theory]
    [InlineData("2026-11-23 09.00", "2026-11-23 15.00", "2026-11-27 16.30")]
    [InlineData("2026-11-23 15.00", "2026-11-24 08.00", "2026-11-30 16.00")]
    [InlineData("2026-11-23 15.00", "2026-11-23 16.00", "2026-11-30 16.00")]
    [InlineData("2026-11-23 16.00", "2026-11-24 08.00", "2026-11-27 16.30")]
    [InlineData("2026-11-23 09.00", "2026-11-30 09.00", "2026-12-04 16.30")]
    [InlineData("2026-11-20 17.00", "2026-11-23 07.00", "2026-11-27 16.30")]
    public void Resume_DayUnit_MovesDueByEachWorkingDayThatEnded(string since, string now, string expected)
    {
        var paused = Start(FiveDays, "2026-11-20 09.00") with { PausedSinceUtc = At(since) };

        Assert.Equal(expected, Local(ClockRules.Resume(Lebak, paused, At(now)).DueUtc));
    }

    [Theory]
    [InlineData(TimeUnit.CalendarDays, 7, "2026-11-30 00.00")]
    [InlineData(TimeUnit.CalendarHours, 72, "2026-11-24 20.00")]
    public void Resume_CalendarUnit_MovesDueByPlainTime(TimeUnit unit, int most, string expected)
    {
        var paused = Start(new ServiceTime(0, most, unit), "2026-11-20 10.00") with { PausedSinceUtc = At("2026-11-21 22.00") };

        Assert.Equal(expected, Local(ClockRules.Resume(Lebak, paused, At("2026-11-23 08.00")).DueUtc));
    }

    [Fact]
    public void Resume_LateWhenPaused_StaysLateByTheSameDue()
    {
        var late = Start(FifteenMinutes, "2026-11-26 09.00") with { PausedSinceUtc = At("2026-11-26 09.20") };

        var now = At("2026-11-26 09.40");

        Assert.Equal(new ClockView(ClockState.Red, 266, IsLate: true, "Lewat", "Lewat 25 menit"), ClockRules.View(Lebak, late, now));
        Assert.Equal(late with { PausedSinceUtc = null }, ClockRules.Resume(Lebak, late, now));
    }

    [Fact]
    public void Resume_NotPaused_Throws() =>
        Assert.Throws<InvalidOperationException>(() => ClockRules.Resume(Lebak, Start(FiveDays, "2026-11-20 09.00"), At("2026-11-23 09.00")));

    [Theory]
    [InlineData("2026-11-26 09.10", false, 66, "Tepat waktu")]
    [InlineData("2026-11-26 09.19", true, 126, "Lewat 4 menit")]
    public void View_Ended_KeepsWhetherItWasLate(string ended, bool late, int percent, string text)
    {
        var reading = Start(FifteenMinutes, "2026-11-26 09.00") with { EndedUtc = At(ended) };

        Assert.Equal(new ClockView(ClockState.Done, percent, late, "Selesai", text), ClockRules.View(Lebak, reading, At("2026-12-01 09.00")));
    }

    [Fact]
    public void State_DueAtClosingAndNowInTheEvening_IsRed()
    {
        var reading = Start(FiveDays, "2026-11-20 09.00");

        Assert.Equal((ClockState.Red, "Lewat kurang dari 1 menit"), (ClockRules.State(Lebak, reading, At("2026-11-27 20.00")), ClockRules.Text(Lebak, reading, At("2026-11-27 20.00"))));
    }

    private static ClockReading Start(ServiceTime time, string start) => new(time, At(start), Lebak.Due(time, At(start)).Utc);
}
