using DinsosIntranet.Features.Letters.Toolkit;

namespace DinsosIntranet.Tests.Features.Letters.Toolkit;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("Pendaftaran sekolah jalur afirmasi (SPMB/PPDB)", "pendaftaran sekolah jalur afirmasi (SPMB/PPDB)")]
    [InlineData("PIP", "PIP")]
    [InlineData("pengajuan PIP", "pengajuan PIP")]
    [InlineData("", "")]
    public void MidSentence_Name_SmallUnlessAnAbbreviation(string name, string expected) => Assert.Equal(expected, Typography.MidSentence(name));

    [Fact]
    public void Prepare_PlaceNames_KeptTogether() =>
        Assert.Equal("Kel.\u00A0Cijoro Lebak, Kec.\u00A0Rangkasbitung, Kab.\u00A0Lebak", Typography.Prepare("Kel. Cijoro Lebak, Kec. Rangkasbitung, Kab. Lebak"));
}
