using DinsosIntranet.Shared.Calendar;
using static DinsosIntranet.Tests.Shared.Calendar.TestCalendars;

namespace DinsosIntranet.Tests.Shared.Calendar;

public sealed class WorkCalendarTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-27", "2026-12-04", "2026-12-10", "2026-12-15", "2027-01-07", "2027-02-19")]
    [InlineData("2026-11-21", "2026-11-27", "2026-12-04", "2026-12-10", "2026-12-15", "2027-01-07", "2027-02-19")]
    [InlineData("2026-12-18", "2026-12-29", "2027-01-07", "2027-01-13", "2027-01-18", "2027-02-04", "2027-03-31")]
    [InlineData("2026-12-23", "2027-01-04", "2027-01-12", "2027-01-18", "2027-01-21", "2027-02-10", "2027-04-05")]
    [InlineData("2027-03-05", "2027-03-22", "2027-03-31", "2027-04-06", "2027-04-09", "2027-04-28", "2027-06-17")]
    [InlineData("2027-05-14", "2027-05-27", "2027-06-04", "2027-06-10", "2027-06-15", "2027-07-02", "2027-08-13")]
    [InlineData("2026-03-13", "2026-03-27", "2026-04-06", "2026-04-10", "2026-04-15", "2026-05-05", "2026-06-24")]
    public void AddWorkingDays_HolidaysAndLeave_AreLeftOut(string received, string day5, string day10, string day14, string day17, string day30, string day60)
    {
        int[] counts = [5, 10, 14, 17, 30, 60];
        string[] expected = [day5, day10, day14, day17, day30, day60];

        Assert.Equal(expected.Select(Day), counts.Select(n => Lebak.AddWorkingDays(Day(received), n)));
    }

    [Theory]
    [InlineData("2026-11-26 11.45", 60, "2026-11-26 13.45")]
    [InlineData("2026-11-27 11.15", 60, "2026-11-27 13.45")]
    [InlineData("2026-12-18 16.00", 60, "2026-12-21 08.00")]
    [InlineData("2026-12-23 15.50", 15, "2026-12-28 07.35")]
    [InlineData("2026-11-26 12.20", 15, "2026-11-26 13.15")]
    [InlineData("2026-11-26 05.00", 15, "2026-11-26 07.45")]
    [InlineData("2026-11-28 10.00", 15, "2026-11-30 07.45")]
    [InlineData("2026-11-26 15.00", 60, "2026-11-26 16.00")]
    [InlineData("2026-11-26 11.45", 15, "2026-11-26 12.00")]
    [InlineData("2026-11-26 20.00", 0, "2026-11-26 20.00")]
    [InlineData("2026-12-31 15.30", 60, "2027-01-04 08.00")]
    public void AddWorkingMinutes_AcrossBreaksNightsAndHolidays_CountsOpenTimeOnly(string from, int minutes, string expected) =>
        Assert.Equal(expected, Local(Lebak.AddWorkingMinutes(At(from), minutes)));

    [Theory]
    [InlineData(2026, 240)]
    [InlineData(2027, 242)]
    public void CountWorkingDays_WholeYear_MatchesTheDecrees(int year, int expected) =>
        Assert.Equal(expected, Lebak.CountWorkingDays(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)));

    [Theory]
    [InlineData("2026-11-26 07.30", "2026-11-26 16.00", 450)]
    [InlineData("2026-11-27 00.00", "2026-11-28 00.00", 450)]
    [InlineData("2026-11-23 00.00", "2026-11-30 00.00", 2250)]
    [InlineData("2026-11-26 11.50", "2026-11-26 13.10", 20)]
    [InlineData("2026-11-26 12.10", "2026-11-26 12.50", 0)]
    [InlineData("2026-11-26 14.00", "2026-11-26 13.00", 0)]
    [InlineData("2026-12-30 15.00", "2027-01-04 08.30", 570)]
    public void WorkingMinutesBetween_Span_LeavesOutWhatIsClosed(string from, string to, int expected) =>
        Assert.Equal(expected, Lebak.WorkingMinutesBetween(At(from), At(to)));

    [Fact]
    public void WorkingMinutesBetween_AnyMinuteOfAMonth_MatchesACountByTheMinute()
    {
        var from = At("2026-12-20 09.17");
        var open = 0;
        for (var minute = 0; minute < 30 * 24 * 60; minute++)
        {
            var now = from.AddMinutes(minute);
            Assert.Equal(open, Lebak.WorkingMinutesBetween(from, now));
            open += Lebak.OpenOn(Lebak.DateOf(now)).Any(o => o.StartUtc <= now && now < o.EndUtc) ? 1 : 0;
        }
    }

    [Fact]
    public void AddOpenTime_EveryStretch_IsTheReverseOfOpenTimeBetween()
    {
        var from = At("2026-02-10 10.11");
        for (var minutes = 1; minutes < 60_000; minutes += 37)
        {
            var to = Lebak.AddWorkingMinutes(from, minutes);
            Assert.Equal(minutes, Lebak.WorkingMinutesBetween(from, to));
            Assert.Equal(minutes - 1, Lebak.WorkingMinutesBetween(from, to.AddTicks(-1)));
        }
    }

    [Theory]
    [InlineData("2026-02-18", "07.30–12.00, 13.00–16.00")]
    [InlineData("2026-02-19", "06.30–12.00, 12.30–14.00")]
    [InlineData("2026-02-20", "06.30–11.30, 13.00–14.30")]
    [InlineData("2026-03-25", "07.30–12.00, 13.00–16.00")]
    [InlineData("2027-02-08", "08.00–12.00, 12.30–15.00")]
    [InlineData("2027-02-12", "08.00–11.30, 12.30–15.30")]
    [InlineData("2026-11-27", "07.30–11.30, 13.00–16.30")]
    [InlineData("2026-11-28", "")]
    [InlineData("2026-12-24", "")]
    public void OpenOn_Season_HasTheHoursInForce(string date, string expected)
    {
        var open = Lebak.OpenOn(Day(date)).Select(o => $"{Local(o.StartUtc)[11..]}–{Local(o.EndUtc)[11..]}");

        Assert.Equal(expected, string.Join(", ", open));
    }

    [Fact]
    public void AddWorkingMinutes_InRamadan_UsesTheShortHours() =>
        Assert.Equal("2026-02-20 06.45", Local(Lebak.AddWorkingMinutes(At("2026-02-19 13.45"), 30)));

    [Theory]
    [InlineData(15, TimeUnit.WorkingMinutes, "2026-11-20 16.10", "2026-11-20 16.25")]
    [InlineData(3, TimeUnit.WorkingHours, "2026-11-20 16.00", "2026-11-23 10.00")]
    [InlineData(5, TimeUnit.WorkingDays, "2026-11-20 07.00", "2026-11-27 16.30")]
    [InlineData(1, TimeUnit.WorkingDays, "2026-11-21 23.00", "2026-11-23 16.00")]
    [InlineData(7, TimeUnit.CalendarDays, "2026-11-20 10.00", "2026-11-28 00.00")]
    [InlineData(72, TimeUnit.CalendarHours, "2026-11-20 10.15", "2026-11-23 10.15")]
    public void Due_Unit_EndsWhereTheUnitEnds(int most, TimeUnit unit, string start, string expected)
    {
        var due = Lebak.Due(new ServiceTime(0, most, unit), At(start));

        Assert.Equal((expected, true, null), (Local(due.Utc), due.CalendarDecided, due.Notice));
    }

    [Fact]
    public void Due_NoLimit_HasNoTime() =>
        Assert.Equal(new DueTime(null, CalendarDecided: true), Lebak.Due(ServiceTime.Unlimited, At("2026-11-20 10.00")));

    [Fact]
    public void Due_IntoAnUndecidedYear_LeavesOutWeekendsOnlyAndSaysSo()
    {
        var due = Lebak.Due(new ServiceTime(5, 5, TimeUnit.WorkingDays), At("2027-12-30 10.00"));

        // Saturday 1 January 2028 is a weekend anyway: 31 December and the four days from Monday 3 January.
        Assert.Equal(("2028-01-06 16.00", false, "Kalender 2028 belum ditetapkan."), (Local(due.Utc), due.CalendarDecided, due.Notice));
        Assert.True(Lebak.IsDecided(2027));
        Assert.False(Lebak.IsDecided(2028));
    }

    [Fact]
    public void Due_CalendarDaysIntoAnUndecidedYear_AreCertain() =>
        Assert.True(Lebak.Due(new ServiceTime(7, 7, TimeUnit.CalendarDays), At("2027-12-30 10.00")).CalendarDecided);

    [Fact]
    public void Due_InWita_FollowsTheWallClockThere()
    {
        var calendar = new WorkCalendar(Wita, Lebak.Profiles, Lebak.Days);

        var due = calendar.Due(new ServiceTime(5, 5, TimeUnit.WorkingDays), At("2026-11-21 00.30", Wita));

        // Half past midnight on Saturday in Borong is still Friday in Jakarta.
        Assert.Equal("2026-11-27 16.30", Local(due.Utc, Wita));
        Assert.Equal("2026-11-27 15.30", Local(due.Utc));
        Assert.Equal(new DateOnly(2026, 11, 21), calendar.DateOf(At("2026-11-20 23.30")));
    }

    [Fact]
    public void IsWorkingDay_SpecialWorkingSaturday_HasOrdinaryHours()
    {
        var saturday = Day("2026-11-28");
        var calendar = With(new CalendarDay(saturday, "Pengganti", CalendarDayKind.SpecialWorkingDay, "SE Bupati"));

        Assert.Equal("2026-11-28 16.00", Local(calendar.ClosingOf(saturday)));
    }

    [Fact]
    public void IsWorkingDay_SpecialWorkingDayOnALeaveDay_IsWorked() =>
        Assert.True(With(new CalendarDay(Day("2026-12-24"), "Loket buka", CalendarDayKind.SpecialWorkingDay, "SE Bupati")).IsWorkingDay(Day("2026-12-24")));

    [Fact]
    public void IsWorkingDay_LocalHoliday_IsFree() =>
        Assert.False(With(new CalendarDay(Day("2026-12-02"), "Hari Jadi Kabupaten Lebak", CalendarDayKind.LocalHoliday, "SE Bupati")).IsWorkingDay(Day("2026-12-02")));

    [Fact]
    public void IsDecided_LocalHolidayOnly_StaysUndecided() =>
        Assert.False(With(new CalendarDay(Day("2028-12-01"), "Hari jadi", CalendarDayKind.LocalHoliday, "SE Bupati")).IsDecided(2028));

    [Fact]
    public void AddWorkingMinutes_LocalTimeGiven_Throws() =>
        Assert.Throws<ArgumentException>(() => Lebak.AddWorkingMinutes(new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Unspecified), 5));

    [Fact]
    public void Constructor_NoUndatedProfile_Throws() =>
        Assert.Throws<ArgumentException>(() => new WorkCalendar(Wib, [.. Lebak.Profiles.Where(p => p.From is not null)], []));

    [Fact]
    public void AddWorkingDays_NoOfficeHoursAtAll_ThrowsInsteadOfSearchingForever()
    {
        var closed = new OfficeHoursProfile("Tutup", "-", null, null, new Dictionary<DayOfWeek, IReadOnlyList<HourRange>>());
        var calendar = new WorkCalendar(Wib, [closed], []);

        Assert.Throws<InvalidOperationException>(() => calendar.AddWorkingDays(Day("2026-11-26"), 1));
        Assert.Throws<InvalidOperationException>(() => calendar.AddWorkingMinutes(At("2026-11-26 09.00"), 1));
    }

    private static WorkCalendar With(CalendarDay day) => new(Wib, Lebak.Profiles, [.. Lebak.Days, day]);
}
