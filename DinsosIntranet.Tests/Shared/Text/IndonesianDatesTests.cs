using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Shared.Text;

public sealed class IndonesianDatesTests
{
    private static readonly DateOnly Sunday = new(2026, 11, 22);
    private static readonly DateTime Moment = new(2026, 11, 22, 6, 30, 0, DateTimeKind.Utc);

    [Fact]
    public void Forms_OneDate_ReadAsTheScreenWritesThem() =>
        Assert.Equal(
            ("Minggu, 22 November 2026", "22 November 2026", "22/11/2026", "XI"),
            (IndonesianDates.Long(Sunday), IndonesianDates.Letter(Sunday), IndonesianDates.Short(Sunday), IndonesianDates.RomanMonth(11)));

    [Theory]
    [InlineData("Asia/Jakarta", "13.30 WIB", "Minggu, 22 November 2026 pukul 13.30 WIB")]
    [InlineData("Asia/Makassar", "14.30 WITA", "Minggu, 22 November 2026 pukul 14.30 WITA")]
    [InlineData("Asia/Jayapura", "15.30 WIT", "Minggu, 22 November 2026 pukul 15.30 WIT")]
    public void Times_EachZone_CarryItsName(string id, string time, string full)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);

        Assert.Equal((time, full), (IndonesianDates.TimeWithZone(Moment, zone), IndonesianDates.LongWithTime(Moment, zone)));
    }

    [Fact]
    public void ShortWithTime_LateEveningUtc_IsTheNextDayInJakarta() =>
        Assert.Equal("23/11/2026 01.05", IndonesianDates.ShortWithTime(new DateTime(2026, 11, 22, 18, 5, 0, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta")));

    [Fact]
    public void ZoneName_ForeignZone_Throws() => Assert.Throws<ArgumentException>(() => IndonesianDates.ZoneName(TimeZoneInfo.Utc));

    [Fact]
    public void Names_AllMonthsAndDays_AreIndonesian()
    {
        Assert.Equal(
            "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
            string.Join(' ', Enumerable.Range(1, 12).Select(IndonesianDates.MonthName)));
        Assert.Equal(
            "Minggu Senin Selasa Rabu Kamis Jumat Sabtu",
            string.Join(' ', Enum.GetValues<DayOfWeek>().Select(IndonesianDates.DayName)));
        Assert.Equal("I II III IV V VI VII VIII IX X XI XII", string.Join(' ', Enumerable.Range(1, 12).Select(IndonesianDates.RomanMonth)));
    }
}
