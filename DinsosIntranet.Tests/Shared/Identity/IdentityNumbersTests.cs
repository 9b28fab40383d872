using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Tests.Shared.Identity;

public sealed class IdentityNumbersTests
{
    [Theory]
    [InlineData("3602991205100001", null, null)]
    [InlineData("3602.9912.0510.0001", null, null)]
    [InlineData("360299120510000", FindingLevel.Error, "Nomor KK harus 16 angka; baru 15 angka. Periksa lagi di KK.")]
    [InlineData("0000000000000000", FindingLevel.Error, "Nomor KK tidak mungkin satu angka yang berulang. Periksa lagi di KK.")]
    [InlineData("3602995205100001", FindingLevel.Warning, "Tanggal terbit di nomor KK tidak ada di kalender. Periksa lagi di KK.")]
    public void FamilyCard_Number_IsChecked(string typed, FindingLevel? level, string? message) =>
        Assert.Equal(Expected(level, message), FamilyCardNumber.Read(typed).Findings);

    [Theory]
    [InlineData("198802102014032011", null, null)]
    [InlineData("19880210 202221 2 011", null, null)]
    [InlineData("19880230 201403 2 011", FindingLevel.Warning, "Tanggal lahir di NIP tidak ada di kalender. Periksa lagi di SK pengangkatan.")]
    [InlineData("198802102014132011", FindingLevel.Warning, "Bulan pengangkatan di NIP tidak ada di kalender. Periksa lagi di SK pengangkatan.")]
    [InlineData("198802102014033011", FindingLevel.Error, "Angka ke-15 NIP harus 1 (laki-laki) atau 2 (perempuan). Periksa lagi di SK pengangkatan.")]
    [InlineData("19880210201403201", FindingLevel.Error, "NIP harus 18 angka; baru 17 angka. Periksa lagi di SK pengangkatan.")]
    public void Nip_Number_IsChecked(string typed, FindingLevel? level, string? message) =>
        Assert.Equal(Expected(level, message), Nip.Read(typed).Findings);

    [Fact]
    public void Nip_WellFormed_GivesSexAndBirthDate()
    {
        var reading = Nip.Read("19880210 201403 2 011");

        Assert.Equal(("198802102014032011", Sex.Female, new DateOnly(1988, 2, 10)), (reading.Digits, reading.Sex!.Value, reading.BirthDate!.Value));
    }

    [Theory]
    [InlineData("198802302014032011", "19880230 201403 2 011")]
    [InlineData("123", "123")]
    public void Nip_Format_GroupsEighteenDigits(string nip, string expected) => Assert.Equal(expected, Nip.Format(nip));

    [Theory]
    [InlineData("  Siti   Aminah ", "Siti Aminah", "SITI AMINAH")]
    [InlineData("MA'RUF BIN UMAR", "MA'RUF BIN UMAR", "MARUF BIN UMAR")]
    [InlineData("Alm. Suparman", "Alm. Suparman", "ALM SUPARMAN")]
    [InlineData("Nur-Aini, S", "Nur-Aini, S", "NUR AINI S")]
    public void PersonName_Usual_IsStoredAsTyped(string typed, string stored, string search)
    {
        var reading = PersonName.Read(typed);

        Assert.Equal((stored, search), (reading.Stored, reading.Search));
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("  ", FindingLevel.Error, "Isi nama lengkap.")]
    [InlineData("--", FindingLevel.Error, "Nama harus memuat huruf. Tulis seperti di KTP.")]
    [InlineData("S1ti <b>", FindingLevel.Warning, "Nama memuat tanda yang tidak biasa: 1<>. Periksa lagi di KTP.")]
    public void PersonName_Odd_IsFound(string typed, FindingLevel level, string message) =>
        Assert.Equal(Expected(level, message), PersonName.Read(typed).Findings);

    [Fact]
    public void PersonName_LongerThanTheColumn_IsAnError()
    {
        Assert.Empty(PersonName.Read(new string('a', PersonName.MaxLength)).Findings);
        Assert.True(PersonName.Read(new string('a', PersonName.MaxLength + 1)).Findings.HasError());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("0812 3456-4417", "081234564417")]
    [InlineData("+62 812 3456 4417", "081234564417")]
    [InlineData("62081234564417", "081234564417")]
    [InlineData("(0252) 5285255", "02525285255")]
    [InlineData("+60 12 345 6789", "+60123456789")]
    public void Phone_AnySpelling_IsStoredOneWay(string typed, string expected)
    {
        var reading = PhoneNumber.Read(typed);

        Assert.Equal(expected, reading.Digits);
        Assert.Empty(reading.Findings);
    }

    [Theory]
    [InlineData("0812x", FindingLevel.Error, "Nomor telepon hanya berisi angka. Periksa lagi nomornya.")]
    [InlineData("+", FindingLevel.Error, "Nomor telepon hanya berisi angka. Periksa lagi nomornya.")]
    [InlineData("81234564417", FindingLevel.Error, "Nomor telepon harus diawali 0 atau +. Periksa lagi nomornya.")]
    [InlineData("0252528", FindingLevel.Error, "Nomor telepon harus 8 sampai 14 angka; ini 7 angka. Periksa lagi nomornya.")]
    [InlineData("+60123", FindingLevel.Error, "Nomor telepon luar negeri harus 8 sampai 15 angka setelah tanda +. Periksa lagi nomornya.")]
    [InlineData("081234567", FindingLevel.Warning, "Nomor seluler biasanya 10 sampai 13 angka. Periksa lagi nomornya.")]
    public void Phone_Odd_IsFound(string typed, FindingLevel level, string message) =>
        Assert.Equal(Expected(level, message), PhoneNumber.Read(typed).Findings);

    private static IReadOnlyList<Finding> Expected(FindingLevel? level, string? message) =>
        level is { } found ? [new Finding(found, message!)] : [];
}
