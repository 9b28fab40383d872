using DinsosIntranet.App.Demo;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Tests.Shared.Calendar;

namespace DinsosIntranet.Tests.App.Demo;

public sealed class DemoClockTests
{
    private static readonly WorkCalendar Calendar = TestCalendars.Lebak;

    [Theory]
    [InlineData("2026-11-23T03:00:00Z", 30)] // Monday 10.00
    [InlineData("2026-11-22T03:00:00Z", 30)] // Sunday
    [InlineData("2026-11-23T00:31:00Z", 200)] // just opened
    public void MinutesAgo_WheneverNow_IsThatManyWorkingMinutesBack(string now, int minutes)
    {
        var utc = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);

        var moment = new DemoClock(Calendar, utc).MinutesAgo(minutes);

        Assert.Equal(minutes, Calendar.WorkingMinutesBetween(moment, utc));
    }

    [Theory]
    [InlineData("2026-11-22T17:05:00Z")] // five past midnight in WIB
    [InlineData("2026-11-22T17:18:30Z")] // between two of the moments
    [InlineData("2026-11-22T17:00:01Z")]
    [InlineData("2026-11-23T03:00:00Z")]
    public void MinutesAgoToday_AnyHour_IsTodayAndInOrder(string now)
    {
        var utc = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        var clock = new DemoClock(Calendar, utc);

        var moments = new[] { 55.0, 41, 31, 30.9, 18, 6 }.Select(clock.MinutesAgoToday).ToList();

        Assert.All(moments, m => Assert.Equal(Calendar.DateOf(utc), Calendar.DateOf(m)));
        Assert.Equal(moments.Distinct().Order(), moments);
    }
}
