using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.Tests.Shared.Files;

public sealed class SafeFileNameTests
{
    [Theory]
    [InlineData("KTP Ibu Sari.pdf", "KTP Ibu Sari.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\kk.jpg", "kk.jpg")]
    [InlineData("foto\u202Egpj.exe", "fotogpj.exe")]
    [InlineData("a\u200Bb\uFEFF.pdf", "ab.pdf")]
    [InlineData("baris\r\nSet-Cookie: x.pdf", "baris Set-Cookie x.pdf")]
    [InlineData("a\0b\u001Bc.png", "abc.png")]
    [InlineData("<img src=x onerror=alert(1)>.pdf", "img src=x onerror=alert(1).pdf")]
    [InlineData("a\"b;c|d?.pdf", "ab;cd.pdf")]
    [InlineData("surat   tugas .pdf", "surat tugas .pdf")]
    [InlineData("CON.pdf", "_CON.pdf")]
    [InlineData("  .. ", "berkas")]
    [InlineData("", "berkas")]
    [InlineData(null, "berkas")]
    [InlineData("berkas/", "berkas")]
    [InlineData("\uD800x.pdf", "x.pdf")]
    [InlineData("akta ꦗꦮ 🙂.pdf", "akta ꦗꦮ 🙂.pdf")]
    public void Clean_HostileName_IsSafe(string? name, string expected)
    {
        Assert.Equal(expected, SafeFileName.Clean(name));
    }

    [Fact]
    public void Clean_LongName_KeepsItsExtension()
    {
        var clean = SafeFileName.Clean(new string('a', 300) + ".pdf");

        Assert.Equal(new string('a', 116) + ".pdf", clean);
    }

    [Fact]
    public void Clean_LongNameOfSurrogatePairs_CutsNoneInHalf()
    {
        var clean = SafeFileName.Clean("a" + string.Concat(Enumerable.Repeat("🙂", 100)) + ".pdf");

        Assert.Equal("a" + string.Concat(Enumerable.Repeat("🙂", 57)) + ".pdf", clean);
    }
}
