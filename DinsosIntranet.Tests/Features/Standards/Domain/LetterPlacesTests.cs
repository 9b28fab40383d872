using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public sealed class LetterPlacesTests
{
    [Fact]
    public void In_EachOnce() => Assert.Equal(["nama", "nomor-kartu"], LetterPlaces.In("{nama} dan {nomor-kartu}, {nama}"));

    [Theory]
    [InlineData("tanpa tempat", false)]
    [InlineData("{nama}", false)]
    [InlineData("{ nama }", true)]
    [InlineData("{nama", true)]
    [InlineData("nama}", true)]
    [InlineData("{Nama}", true)]
    public void HasLooseBrace(string text, bool expected) => Assert.Equal(expected, LetterPlaces.HasLooseBrace(text));

    [Fact]
    public void Fill_ValueWithBraces_IsNotFilledAgain() =>
        Assert.Equal("Sdr. {nik} di -", LetterPlaces.Fill("Sdr. {nama} di {alamat}", code => code == "nama" ? "{nik}" : null));
}
