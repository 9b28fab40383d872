using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Tests.Shared.Text;

public sealed class TextFormsTests
{
    [Theory]
    [InlineData("3602141205900001", "3602********0001")]
    [InlineData("12345678", "********")]
    [InlineData("", "")]
    public void Nik_Masked_KeepsFirstAndLastFour(string nik, string expected) => Assert.Equal(expected, Masking.Nik(nik));

    [Theory]
    [InlineData("081234564417", "0812****4417")]
    [InlineData("0252528", "*******")]
    public void Phone_Masked_KeepsFirstAndLastFour(string phone, string expected) => Assert.Equal(expected, Masking.Phone(phone));

    [Theory]
    [InlineData("Siti Aminah", "S. A.")]
    [InlineData("suparman", "S.")]
    [InlineData("AHMAD BIN UMAR", "A. U.")]
    [InlineData("M. Ma'ruf", "M. M.")]
    [InlineData("  ", "")]
    public void Initials_OfAName_AreOneLetterPerName(string name, string expected) => Assert.Equal(expected, Masking.Initials(name));

    [Theory]
    [InlineData("  Siti   Aminah ", "SITI AMINAH")]
    [InlineData("Ma'ruf", "MARUF")]
    [InlineData("Ma’ruf", "MARUF")]
    [InlineData("René Ézra", "RENE EZRA")]
    [InlineData("H. Abdul-Rahman, S.Sos.", "H ABDUL RAHMAN S SOS")]
    [InlineData("400.9.14.1/0247", "400 9 14 1 0247")]
    [InlineData("---", "")]
    [InlineData(null, "")]
    public void Normalise_Text_IsCapitalsWithoutMarks(string? text, string expected) => Assert.Equal(expected, SearchText.Normalise(text));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1_023, "1023 B")]
    [InlineData(1_024, "1 KB")]
    [InlineData(655_360, "640 KB")]
    [InlineData(1_048_500, "1 MB")]
    [InlineData(1_153_434, "1,1 MB")]
    [InlineData(5_242_880, "5 MB")]
    [InlineData(7_549_747, "7,2 MB")]
    [InlineData(1_610_612_736, "1,5 GB")]
    public void Text_FileSize_HasACommaAndOneDecimal(long bytes, string expected) => Assert.Equal(expected, FileSizes.Text(bytes));
}
