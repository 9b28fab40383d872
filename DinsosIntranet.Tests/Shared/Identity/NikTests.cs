using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Tests.Shared.Regions;

namespace DinsosIntranet.Tests.Shared.Identity;

public sealed class NikTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("3602991205900001", Sex.Male, 1990, 5, 12)]
    [InlineData("3602995205900001", Sex.Female, 1990, 5, 12)]
    [InlineData(" 360299.520590.0001 ", Sex.Female, 1990, 5, 12)]
    [InlineData("3602993112080001", Sex.Male, 2008, 12, 31)]
    [InlineData("3602992902040001", Sex.Male, 2004, 2, 29)]
    [InlineData("3602992311260001", Sex.Male, 1926, 11, 23)]
    [InlineData("3602996902000001", Sex.Female, 2000, 2, 29)]
    [InlineData("3602992211090001", Sex.Male, 2009, 11, 22)]
    public void Read_WellFormed_GivesSexAndBirthDateWithoutFinding(string typed, Sex sex, int year, int month, int day)
    {
        var reading = Nik.Read(typed, Today, RegionCatalogTests.Catalog, "36.02");

        Assert.Equal((sex, new DateOnly(year, month, day)), (reading.Sex!.Value, reading.BirthDate!.Value));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("", FindingLevel.Error, "Isi NIK.")]
    [InlineData("360299120590001", FindingLevel.Error, "NIK harus 16 angka; baru 15 angka. Periksa lagi di KTP.")]
    [InlineData("36029912059000011", FindingLevel.Error, "NIK harus 16 angka; ini 17 angka. Periksa lagi di KTP.")]
    [InlineData("360299120590000A", FindingLevel.Error, "NIK hanya berisi angka. Periksa lagi di KTP.")]
    [InlineData("٣٦٠٢٩٩١٢٠٥٩٠٠٠٠١", FindingLevel.Error, "NIK hanya berisi angka. Periksa lagi di KTP.")]
    [InlineData("1111111111111111", FindingLevel.Error, "NIK tidak mungkin satu angka yang berulang. Periksa lagi di KTP.")]
    [InlineData("3602991205900000", FindingLevel.Error, "Empat angka terakhir NIK tidak mungkin 0000. Periksa lagi di KTP.")]
    [InlineData("3602993002900001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3602992902010001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3602993505900001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3602997205900001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3602994005900001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3602991213900001", FindingLevel.OverridableError, "Tanggal lahir di NIK tidak ada di kalender. Bila KTP memang begitu, isi alasan.")]
    [InlineData("3273991205900001", FindingLevel.Info, "NIK terdaftar di luar Lebak. Tidak apa-apa, lanjutkan.")]
    [InlineData("3602992211100001", FindingLevel.Warning, "Tahun lahir di NIK bisa 1910 atau 2010. Pilih yang sesuai KTP.")]
    public void Read_OneFault_IsTheOnlyFinding(string typed, FindingLevel level, string message) =>
        Assert.Equal([new Finding(level, message)], Nik.Read(typed, Today, RegionCatalogTests.Catalog, "36.02").Findings);

    [Fact]
    public void Read_UnknownProvince_WarnsAndIsOutside() =>
        Assert.Equal(
            [
                new Finding(FindingLevel.Warning, "Kode provinsi 99 di NIK tidak dikenal. Periksa lagi di KTP."),
                new Finding(FindingLevel.Info, "NIK terdaftar di luar Lebak. Tidak apa-apa, lanjutkan."),
            ],
            Nik.Read("9999991205900001", Today, RegionCatalogTests.Catalog, "36.02").Findings);

    [Theory]
    [InlineData("3602992111090001", 2009)]
    [InlineData("3602992311090001", null)]
    public void Read_AroundTheSeventeenthBirthday_AsksOnlyBefore(string typed, int? year) =>
        Assert.Equal(year, Nik.Read(typed, Today, RegionCatalogTests.Catalog, "36.02").BirthDate?.Year);

    [Fact]
    public void Read_BothCenturiesFit_OffersBothDates()
    {
        var reading = Nik.Read("3602991205150001", Today, RegionCatalogTests.Catalog, "36.02");

        Assert.Null(reading.BirthDate);
        Assert.Equal([new DateOnly(1915, 5, 12), new DateOnly(2015, 5, 12)], reading.PossibleBirthDates);
    }

    [Fact]
    public void Compare_OtherDateAndSex_WarnsWithBoth()
    {
        var nik = Nik.Read("3602995205900001", Today, RegionCatalogTests.Catalog, "36.02");

        Assert.Equal(
            [
                new Finding(FindingLevel.Warning, "Tanggal lahir di NIK 12/05/1990, di isian 13/05/1990. Periksa lagi di KTP."),
                new Finding(FindingLevel.Warning, "Jenis kelamin di NIK perempuan, di isian laki-laki. Periksa lagi di KTP."),
            ],
            Nik.Compare(nik, new DateOnly(1990, 5, 13), Sex.Male));
    }

    [Theory]
    [InlineData("3602995205900001", 1990)]
    [InlineData("3602995205150001", 1915)]
    [InlineData("3602995205150001", 2015)]
    public void Compare_SameOrPossibleDate_FindsNothing(string typed, int year) =>
        Assert.Empty(Nik.Compare(Nik.Read(typed, Today, RegionCatalogTests.Catalog, "36.02"), new DateOnly(year, 5, 12), Sex.Female));

    [Theory]
    [InlineData("3602993002900001", null, false)]
    [InlineData("3602993002900001", "NIK sesuai KTP, data lama", true)]
    [InlineData("3602991205900000", "NIK sesuai KTP, data lama", false)]
    [InlineData("3273991205900001", null, true)]
    public void AllowSaving_ByLevel_NeedsAReasonOnlyForAnOverride(string typed, string? reason, bool expected) =>
        Assert.Equal(expected, Nik.Read(typed, Today, RegionCatalogTests.Catalog, "36.02").Findings.AllowSaving(reason));
}
