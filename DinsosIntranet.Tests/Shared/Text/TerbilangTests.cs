using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Shared.Text;

public sealed class TerbilangTests
{
    [Theory]
    [InlineData(0, "nol")]
    [InlineData(1, "satu")]
    [InlineData(10, "sepuluh")]
    [InlineData(11, "sebelas")]
    [InlineData(12, "dua belas")]
    [InlineData(20, "dua puluh")]
    [InlineData(99, "sembilan puluh sembilan")]
    [InlineData(100, "seratus")]
    [InlineData(111, "seratus sebelas")]
    [InlineData(200, "dua ratus")]
    [InlineData(1_000, "seribu")]
    [InlineData(1_101, "seribu seratus satu")]
    [InlineData(2_026, "dua ribu dua puluh enam")]
    [InlineData(11_000, "sebelas ribu")]
    [InlineData(100_000, "seratus ribu")]
    [InlineData(1_000_000, "satu juta")]
    [InlineData(1_500_000, "satu juta lima ratus ribu")]
    [InlineData(1_001_001_001, "satu miliar satu juta seribu satu")]
    [InlineData(999_999_999_999, "sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan")]
    public void Number_UpToBillions_IsSpelled(long number, string expected) => Assert.Equal(expected, Terbilang.Number(number));

    [Theory]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000)]
    public void Number_OutOfRange_Throws(long number) => Assert.Throws<ArgumentOutOfRangeException>(() => Terbilang.Number(number));

    [Fact]
    public void WithFigure_One_ShowsBoth() => Assert.Equal("1 (satu)", Terbilang.WithFigure(1));

    [Fact]
    public void Date_ForABeritaAcara_IsAllInWords() =>
        Assert.Equal("Minggu tanggal dua puluh dua bulan November tahun dua ribu dua puluh enam", Terbilang.Date(new DateOnly(2026, 11, 22)));
}
