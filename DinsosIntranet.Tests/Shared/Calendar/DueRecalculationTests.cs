using DinsosIntranet.Shared.Calendar;
using static DinsosIntranet.Tests.Shared.Calendar.TestCalendars;

namespace DinsosIntranet.Tests.Shared.Calendar;

public sealed class DueRecalculationTests
{
    private static readonly ServiceTime FiveDays = new(5, 5, TimeUnit.WorkingDays);
    private static readonly ServiceTime Minutes = new(15, 15, TimeUnit.WorkingMinutes);

    /// <summary>The calendar with one more free day: Wednesday 25 November 2026.</summary>
    private static readonly WorkCalendar WithHoliday = new(
        Lebak.Zone, Lebak.Profiles, [.. Lebak.Days, new CalendarDay(new DateOnly(2026, 11, 25), "Pemilihan", CalendarDayKind.LocalHoliday, "Keputusan Bupati")]);

    [Fact]
    public void Due_SameCalendarWithPauses_IsWhatTheClockShowed()
    {
        var started = At("2026-11-20 10.00");
        var reading = new ClockReading(FiveDays, started, Lebak.Due(FiveDays, started).Utc);
        PausedSpan[] pauses = [new(At("2026-11-23 09.00"), At("2026-11-24 17.00")), new(At("2026-11-26 08.00"), At("2026-11-26 08.30"))];
        foreach (var pause in pauses)
        {
            reading = ClockRules.Resume(Lebak, reading with { PausedSinceUtc = pause.FromUtc }, pause.UntilUtc);
        }

        Assert.Equal(reading.DueUtc, DueRecalculation.Due(Lebak, FiveDays, started, pauses).Utc);
    }

    [Theory]
    [InlineData("2026-11-27 16.30", "2026-11-30 16.00")]
    public void Due_HolidayAdded_MovesByADay(string before, string after)
    {
        var started = At("2026-11-20 10.00");

        Assert.Equal(before, Local(DueRecalculation.Due(Lebak, FiveDays, started, []).Utc));
        Assert.Equal(after, Local(DueRecalculation.Due(WithHoliday, FiveDays, started, []).Utc));
    }

    [Fact]
    public void Due_PausedOverTheNewHoliday_PauseCountsOnlyWorkingDaysOfTheNewCalendar()
    {
        // Tuesday to Thursday paused: three ended days by the old calendar, two by the new one, which is a day longer itself.
        var started = At("2026-11-20 10.00");
        PausedSpan[] pauses = [new(At("2026-11-24 09.00"), At("2026-11-26 17.00"))];

        Assert.Equal("2026-12-02 16.00", Local(DueRecalculation.Due(Lebak, FiveDays, started, pauses).Utc));
        Assert.Equal("2026-12-02 16.00", Local(DueRecalculation.Due(WithHoliday, FiveDays, started, pauses).Utc));
    }

    [Fact]
    public void Due_MinutesPausedOutsideNewHours_MovesByWhatWasOpen()
    {
        var started = At("2026-11-24 15.50");
        PausedSpan[] pauses = [new(At("2026-11-25 07.30"), At("2026-11-25 08.30"))];

        Assert.Equal("2026-11-25 08.35", Local(DueRecalculation.Due(Lebak, Minutes, started, pauses).Utc));
        Assert.Equal("2026-11-26 07.35", Local(DueRecalculation.Due(WithHoliday, Minutes, started, pauses).Utc));
    }

    [Fact]
    public void Due_PauseBegunWhenLate_DoesNotMoveIt() =>
        Assert.Equal(
            "2026-11-24 09.15",
            Local(DueRecalculation.Due(Lebak, Minutes, At("2026-11-24 09.00"), [new PausedSpan(At("2026-11-24 09.30"), At("2026-11-24 10.30"))]).Utc));

    [Theory]
    [InlineData(TimeUnit.CalendarDays, 7)]
    [InlineData(TimeUnit.CalendarHours, 72)]
    public void Due_CalendarUnit_SameByBothCalendars(TimeUnit unit, int most)
    {
        var (time, started) = (new ServiceTime(0, most, unit), At("2026-11-23 10.00"));
        PausedSpan[] pauses = [new(At("2026-11-24 10.00"), At("2026-11-26 10.00"))];

        Assert.Equal(DueRecalculation.Due(Lebak, time, started, pauses), DueRecalculation.Due(WithHoliday, time, started, pauses));
    }

    [Fact]
    public void Due_PausePushesItIntoAnUndecidedYear_SaysSo()
    {
        var due = DueRecalculation.Due(Lebak, FiveDays, At("2027-12-20 10.00"), [new PausedSpan(At("2027-12-21 08.00"), At("2027-12-29 17.00"))]);

        Assert.Equal((false, "Kalender 2028 belum ditetapkan."), (due.CalendarDecided, due.Notice));
    }

    [Fact]
    public void Due_NoLimit_None() =>
        Assert.Null(DueRecalculation.Due(Lebak, ServiceTime.Unlimited, At("2026-11-20 10.00"), []).Utc);
}
