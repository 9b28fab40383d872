using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Tests.Shared.Calendar;

public sealed class ServiceTimeTests
{
    [Theory]
    [InlineData(15, 15, TimeUnit.WorkingMinutes, "15 menit kerja")]
    [InlineData(0, 5, TimeUnit.WorkingDays, "5 hari kerja")]
    [InlineData(3, 5, TimeUnit.CalendarDays, "3–5 hari kalender")]
    [InlineData(0, 0, TimeUnit.None, "menyesuaikan kebutuhan")]
    public void Text_EachShape_ReadsAsPublished(int least, int most, TimeUnit unit, string expected) =>
        Assert.Equal(expected, new ServiceTime(least, most, unit).Text);

    [Theory]
    [InlineData(0, 0, TimeUnit.WorkingDays)]
    [InlineData(6, 5, TimeUnit.WorkingDays)]
    [InlineData(-1, 5, TimeUnit.WorkingDays)]
    public void Constructor_ImpossibleSpan_Throws(int least, int most, TimeUnit unit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceTime(least, most, unit));

    [Fact]
    public void FromCode_EveryUnitAndKind_ReturnsItself()
    {
        Assert.Equal(TimeUnits.All, TimeUnits.All.Select(u => TimeUnits.FromCode(u.Code())!.Value));
        Assert.Equal(CalendarDayKinds.All, CalendarDayKinds.All.Select(k => CalendarDayKinds.FromCode(k.Code())!.Value));
        Assert.Null(TimeUnits.FromCode("minggu"));
    }
}
