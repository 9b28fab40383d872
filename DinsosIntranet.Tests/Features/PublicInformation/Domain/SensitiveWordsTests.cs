using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.PublicInformation.Domain;

public sealed class SensitiveWordsTests
{
    private static readonly InformationReference Reference = InformationReference.Load(RepositoryRoot.Data(""));

    [Theory]
    [InlineData("Daftar KORBAN kekerasan tahun 2026", "korban kekerasan")]
    [InlineData("data korban-korban KDRT.", "korban kdrt")]
    [InlineData("kasus pemerkosaan", "")]
    [InlineData("kasus perkosaan anak", "perkosa")]
    [InlineData("pengorbanan petugas dan teknik survei", "")]
    [InlineData("penerima bansos by name by address", "by name by address")]
    [InlineData("daftar nama dan\nalamat penerima", "nama dan alamat")]
    [InlineData("Jumlah keluarga terdata per desa", "")]
    [InlineData("", "")]
    public void In_Text_FindsWholeWordsWhateverTheCase(string text, string found) =>
        Assert.Equal(found, string.Join(' ', Reference.Words.In(text)));

    [Fact]
    public void In_TwoTexts_AWordDoesNotReachFromOneIntoTheOther() => Assert.Empty(Reference.Words.In("data perdagangan", "orang tua"));

    [Fact]
    public void GroundsOf_WordsOfVictims_AreAHandJ() => Assert.Equal(["a", "h", "j"], Reference.Words.GroundsOf(["korban"]));

    [Fact]
    public void Words_EachGroup_PointsToKnownLetters() =>
        Assert.All(Reference.Words.Groups, g => Assert.True(g.Grounds.Count > 0 && g.Grounds.All(Reference.GroundCodes.Contains), g.Name));
}
