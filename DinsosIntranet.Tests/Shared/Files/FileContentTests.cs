using System.Text;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.Tests.Shared.Files;

public sealed class FileContentTests : IDisposable
{
    private readonly VaultFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    public static TheoryData<string, byte[]> Foreign => new()
    {
        { "exe", [.. "MZ\u0090\0\u0003"u8, .. new byte[200]] },
        { "exe with PDF header", [.. "MZ"u8, .. SampleFiles.Pdf()] },
        { "html", "<!DOCTYPE html><html><script>alert(1)</script></html>"u8.ToArray() },
        { "html with PDF header", [.. "<script>alert(1)</script>"u8, .. SampleFiles.Pdf()] },
        { "svg", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray() },
        { "zip", [.. "PK\u0003\u0004"u8, .. new byte[100]] },
        { "zip with PDF inside", [.. "PK\u0003\u0004"u8, .. SampleFiles.Pdf()] },
        { "gif", "GIF89a\u0001\0\u0001\0"u8.ToArray() },
        { "text", "ini bukan pdf"u8.ToArray() },
        { "PDF header too late", [.. Encoding.ASCII.GetBytes(new string(' ', 1020)), .. SampleFiles.Pdf()] },
        { "two bytes", [0xFF, 0xD8] },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task Store_ForeignContent_IsRefused(string name, byte[] content)
    {
        Assert.NotEmpty(name);
        await _fixture.AssertRefusedAsync(content, "Hanya PDF, JPEG, atau PNG.");
    }

    [Fact]
    public Task Store_Empty_IsRefused() => _fixture.AssertRefusedAsync([], FileRefusals.Empty);

    [Fact]
    public async Task Store_PdfAfterPrinterLine_IsTaken()
    {
        Assert.True((await _fixture.StoreAsync([.. "\u001B%-12345X@PJL JOB\r\n"u8, .. SampleFiles.Pdf()])).IsOk);
    }

    [Fact]
    public Task Store_PdfWithoutEnd_IsRefused() => _fixture.AssertRefusedAsync(SampleFiles.Pdf()[..^8], FileRefusals.PdfIncomplete);

    [Fact]
    public Task Store_PdfWithMuchBehindItsEnd_IsRefused() =>
        _fixture.AssertRefusedAsync([.. SampleFiles.Pdf(), .. new byte[5000]], FileRefusals.PdfIncomplete);

    [Theory]
    [InlineData("/S /JavaScript /JS (app.alert(1))")]
    [InlineData("/S /Java#53cript")]
    [InlineData("/S /#4a#61#76#61#53#63#72#69#70#74")]
    [InlineData("/S /Launch /F (cmd.exe)")]
    [InlineData("/Names <</EmbeddedFiles 5 0 R>>")]
    [InlineData("/Type /EmbeddedFile")]
    [InlineData("/Subtype /RichMedia")]
    public async Task Store_ActivePdf_IsRefused(string action)
    {
        await _fixture.AssertRefusedAsync(SampleFiles.Pdf($"2 0 obj\n<<{action}>>\nendobj\n"), FileRefusals.PdfActive);
        await _fixture.AssertRefusedAsync(SampleFiles.Pdf(SampleFiles.ObjectStream($"2 0 <<{action}>>")), FileRefusals.PdfActive);
    }

    [Theory]
    [InlineData(65_525)]
    [InlineData(65_530)]
    [InlineData(131_066)]
    public async Task Store_ActivePdfAcrossTwoReads_IsRefused(int at)
    {
        var body = "%" + new string('x', at) + "\n<</S/JavaScript>>\n";

        await _fixture.AssertRefusedAsync(SampleFiles.Pdf(body), FileRefusals.PdfActive);
        await _fixture.AssertRefusedAsync(SampleFiles.Pdf("%" + new string('x', at) + "\n" + SampleFiles.ObjectStream("<</S/JavaScript>>")), FileRefusals.PdfActive);
    }

    [Fact]
    public async Task Store_PdfWithHarmlessObjectStreams_IsTaken()
    {
        var body = string.Concat(Enumerable.Range(0, 20).Select(i => SampleFiles.ObjectStream($"{i} 0 <</Type/Page/Note({new string('y', i * 300)})>>")));

        Assert.True((await _fixture.StoreAsync(SampleFiles.Pdf(body))).IsOk);
    }

    [Fact]
    public async Task Store_PdfWithJavaScriptDeepInObjectStream_IsRefused()
    {
        var random = new Random(5);
        var noise = string.Concat(Enumerable.Range(0, 40_000).Select(_ => (char)('a' + random.Next(26))));

        await _fixture.AssertRefusedAsync(SampleFiles.Pdf(SampleFiles.ObjectStream(noise + noise + "<</S/JavaScript>>" + noise)), FileRefusals.PdfActive);
    }

    [Theory]
    [InlineData("/Type/ObjStm/Filter/LZWDecode")]
    [InlineData("/Type/ObjStm/Filter[/ASCIIHexDecode/FlateDecode]")]
    [InlineData("/Type/ObjStm/Filter 9 0 R")]
    [InlineData("/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>")]
    [InlineData("/Type/Obj#53tm/Filter/LZWDecode")]
    public Task Store_PdfThatCannotBeSearched_IsRefused(string dictionary) =>
        _fixture.AssertRefusedAsync(SampleFiles.Pdf(SampleFiles.ObjectStream("<<>>", dictionary)), FileRefusals.PdfUnreadable);

    [Fact]
    public Task Store_PdfWithDecompressionBomb_IsRefused() =>
        _fixture.AssertRefusedAsync(SampleFiles.Pdf(SampleFiles.ObjectStream(new string(' ', 70 * 1024 * 1024))), FileRefusals.PdfUnreadable);

    [Fact]
    public Task Store_EncryptedPdf_IsRefused() =>
        _fixture.AssertRefusedAsync(SampleFiles.Pdf("trailer <</Encrypt 5 0 R>>\n"), FileRefusals.PdfLocked);

    [Fact]
    public async Task Store_JpegFromPhone_LosesPlaceAndKeepsPictureAndOrientation()
    {
        var info = (await _fixture.StoreAsync(SampleFiles.Jpeg(orientation: 6))).Value;

        var stored = await _fixture.Vault.ReadAllAsync(info);

        Assert.Equal(FileKind.Jpeg, info.Kind);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(stored));
        var segments = SampleFiles.ReadJpeg(stored);
        Assert.Equal([0xE0, 0xE1, 0xE2, 0xDB, 0xC0, 0xC4, 0xDA, 0], segments.Select(s => s.Code));
        Assert.Equal(SampleFiles.Scan, segments[^1].Payload);
        Assert.Equal(32, segments[1].Payload.Length);
        Assert.Equal([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], segments[1].Payload[16..28]);
        Assert.Equal(SampleFiles.ReadJpeg(SampleFiles.Jpeg(metadata: false)).Select(s => s.Payload), segments.Where(s => s.Code != 0xE1).Select(s => s.Payload));
    }

    [Fact]
    public async Task Store_JpegAlreadyStored_StaysAsItIs()
    {
        var once = await _fixture.Vault.ReadAllAsync((await _fixture.StoreAsync(SampleFiles.Jpeg(orientation: 8))).Value);

        Assert.Equal(once, await _fixture.Vault.ReadAllAsync((await _fixture.StoreAsync(once)).Value));
    }

    [Fact]
    public async Task Store_UprightJpegInTinyPieces_IsTheSameAsWithoutMetadata()
    {
        using var stream = new SlowStream(SampleFiles.Jpeg(orientation: 1), 1);

        var info = (await _fixture.Vault.StoreAsync(stream, VaultFixture.MaxBytes)).Value;

        Assert.Equal(SampleFiles.Jpeg(metadata: false), await _fixture.Vault.ReadAllAsync(info));
    }

    [Fact]
    public async Task Store_JpegWithArchiveBehindItsEnd_DropsTheArchive()
    {
        var jpeg = SampleFiles.Jpeg(metadata: false);

        var info = (await _fixture.StoreAsync([.. jpeg, .. "PK\u0003\u0004 hidden"u8])).Value;

        Assert.Equal(jpeg, await _fixture.Vault.ReadAllAsync(info));
    }

    public static TheoryData<string, byte[]> BrokenImages => new()
    {
        { "JPEG cut off", SampleFiles.Jpeg()[..^3] },
        { "JPEG without scan", [0xFF, 0xD8, .. SampleFiles.Segment(0xDB, new byte[65]), 0xFF, 0xD9] },
        { "JPEG scan without frame", [0xFF, 0xD8, .. SampleFiles.Segment(0xDA, [1, 1, 0, 0, 63, 0]), 1, 2, 0xFF, 0xD9] },
        { "JPEG no marker after segment", [0xFF, 0xD8, .. SampleFiles.Segment(0xDB, new byte[65]), 0x00, 0xD9] },
        { "JPEG segment of length 1", [0xFF, 0xD8, 0xFF, 0xDB, 0, 1, 0, 0, 0xFF, 0xD9] },
        { "JPEG no height", SampleFiles.Jpeg(height: 0) },
        { "PNG cut off", SampleFiles.Png()[..^4] },
        { "PNG no pixels", SampleFiles.Png(width: 0) },
        { "PNG two headers", [.. SampleFiles.Png()[..33], .. SampleFiles.Png()[8..]] },
        { "PNG without data", [.. SampleFiles.Png()[..33], .. SampleFiles.Chunk("IEND", [])] },
        { "PNG unknown critical chunk", [.. SampleFiles.Png()[..33], .. SampleFiles.Chunk("EVIL", [1]), .. SampleFiles.Png()[33..]] },
    };

    [Theory]
    [MemberData(nameof(BrokenImages))]
    public async Task Store_BrokenImage_IsRefused(string name, byte[] content)
    {
        Assert.NotEmpty(name);
        await _fixture.AssertRefusedAsync(content, FileRefusals.ImageDamaged);
    }

    [Fact]
    public async Task Store_ImageOverFiftyMegapixels_IsRefused()
    {
        await _fixture.AssertRefusedAsync(SampleFiles.Png(10_000, 5_001), FileRefusals.ImageTooLarge);
        await _fixture.AssertRefusedAsync(SampleFiles.Png(2_000_000_000, 2_000_000_000), FileRefusals.ImageTooLarge);
        await _fixture.AssertRefusedAsync(SampleFiles.Jpeg(10_000, 5_001), FileRefusals.ImageTooLarge);
        Assert.True((await _fixture.StoreAsync(SampleFiles.Png(10_000, 5_000))).IsOk);
        Assert.True((await _fixture.StoreAsync(SampleFiles.Jpeg(10_000, 5_000))).IsOk);
    }

    [Fact]
    public async Task Store_Png_LosesItsTexts()
    {
        var info = (await _fixture.StoreAsync([.. SampleFiles.Png(), .. "tail"u8])).Value;

        Assert.Equal(FileKind.Png, info.Kind);
        Assert.Equal(SampleFiles.Png(metadata: false), await _fixture.Vault.ReadAllAsync(info));
    }
}
