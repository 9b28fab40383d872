using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters.Signing;

public sealed class PdfSealTests
{
    private static readonly byte[] Plain = DtksCertificateDocument.Render(PaperSamples.Certificate, PaperSamples.Head());
    private static readonly X509Certificate2 Certificate = NewCertificate();
    private static readonly string Thumbprint = Certificate.GetCertHashString(HashAlgorithmName.SHA256);
    private static readonly byte[] Sealed = PdfSeal.Seal(Plain, Certificate, "Rangkasbitung");

    [Fact]
    public void Seal_Paper_IsValidForOutsiders()
    {
        var report = PdfText.Signature(Sealed);

        Assert.Contains("Signature is Valid", report, StringComparison.Ordinal);
        Assert.Contains("Total document signed", report, StringComparison.Ordinal);
        Assert.Contains("Dinas Sosial Kabupaten Lebak", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Seal_Reason_SaysItIsNotCertified() =>
        Assert.Contains("Bukan tanda tangan elektronik tersertifikasi BSrE", Encoding.Latin1.GetString(Sealed), StringComparison.Ordinal);

    [Fact]
    public void Seal_Paper_KeepsTextAndFonts()
    {
        Assert.Equal(PdfText.Text(Plain), PdfText.Text(Sealed));
        Assert.All(PdfText.Fonts(Sealed), font => Assert.True(font.Embedded, font.Name));
    }

    [Fact]
    public void Seal_SealedAlready_Throws() =>
        Assert.Throws<InvalidOperationException>(() => PdfSeal.Seal(Sealed, Certificate, "Rangkasbitung"));

    /// <summary>An ECDSA signature has no fixed length; none of many may outgrow the room left for it.</summary>
    [Fact]
    public void Seal_ManyTimes_IsAlwaysIntact()
    {
        for (var i = 0; i < 25; i++)
        {
            Assert.Equal(SealState.Intact, PdfInspection.Of(PdfSeal.Seal(Plain, Certificate, "Rangkasbitung")).Seal);
        }
    }

    [Fact]
    public void Seal_RsaCertificate_IsIntact()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Segel RSA", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var pdf = PdfSeal.Seal(Plain, certificate, "Rangkasbitung");

        Assert.Equal(SealState.Intact, PdfInspection.Of(pdf).Seal);
        Assert.Contains("Signature is Valid", PdfText.Signature(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_UnsealedPaper_HasNoSeal()
    {
        var inspection = PdfInspection.Of(Plain);

        Assert.True(inspection.IsPdf);
        Assert.Equal(1, inspection.PageCount);
        Assert.Equal(SealState.None, inspection.Seal);
        Assert.Empty(inspection.Signers);
    }

    [Fact]
    public void Of_SealedPaper_NamesTheSigner()
    {
        var inspection = PdfInspection.Of(Sealed);
        var signer = Assert.Single(inspection.Signers);

        Assert.Equal(SealState.Intact, inspection.Seal);
        Assert.Equal(1, inspection.PageCount);
        Assert.Contains("Dinas Sosial Kabupaten Lebak", signer.Subject, StringComparison.Ordinal);
        Assert.Equal(Thumbprint, signer.Sha256Thumbprint);
    }

    /// <summary>A certificate travels unsigned inside its own signature; a change there shows in its thumbprint.</summary>
    [Fact]
    public void Of_OneByteFlipped_IsNeverTheAgencysIntactSeal()
    {
        for (var i = 0; i < Sealed.Length; i += 997)
        {
            var changed = (byte[])Sealed.Clone();
            changed[i] ^= 0x01;
            var inspection = PdfInspection.Of(changed);

            Assert.False(inspection.Seal == SealState.Intact && inspection.Signers.Any(s => s.Sha256Thumbprint == Thumbprint), $"byte {i}");
        }
    }

    [Fact]
    public void Of_BytesAppended_IsAlteredWithAdditions()
    {
        var inspection = PdfInspection.Of([.. Sealed, .. "\n9 0 obj <</Evil true>> endobj\n%%EOF"u8]);

        Assert.Equal(SealState.Altered, inspection.Seal);
        Assert.True(inspection.HasAdditions);
    }

    /// <summary>A forger could wrap the true words into the signature itself and change the file around it.</summary>
    [Fact]
    public void Of_SignatureThatBringsItsOwnWords_IsAltered()
    {
        var range = Regex.Match(Encoding.Latin1.GetString(Sealed), @"/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)");
        var first = int.Parse(range.Groups[1].Value, CultureInfo.InvariantCulture);
        var second = int.Parse(range.Groups[2].Value, CultureInfo.InvariantCulture);
        var attached = new SignedCms(new ContentInfo([1, 2, 3]), detached: false);
        attached.ComputeSignature(new CmsSigner(Certificate));
        var hex = Convert.ToHexString(attached.Encode());
        var forged = (byte[])Sealed.Clone();
        Assert.True(hex.Length <= second - first - 2);
        Encoding.ASCII.GetBytes(hex.PadRight(second - first - 2, '0')).CopyTo(forged, first + 1);

        Assert.Equal(SealState.Altered, PdfInspection.Of(forged).Seal);
    }

    [Fact]
    public void Of_HostileBytes_NeverThrows()
    {
        var random = new Random(7);
        byte[][] inputs =
        [
            [],
            [0],
            [.. "%PDF-1.7"u8],
            Encoding.ASCII.GetBytes("%PDF-1.7\n" + new string('[', 300_000)),
            Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj " + string.Concat(Enumerable.Repeat("<<", 100_000))),
            Encoding.ASCII.GetBytes("%PDF-1.7 /ByteRange [0 99999999999999999 5 99999999999999999] trailer <</Root 1 0 R>> 1 0 obj <</Pages 1 0 R /Count 999999999>>"),
            Encoding.ASCII.GetBytes("%PDF-1.7 /ByteRange [0 20 22 3]" + new string('<', 40)),
            Encoding.ASCII.GetBytes("%PDF-1.7 1 0 obj <</Type/ObjStm/First 2147483647/N 9/Filter/FlateDecode>> stream\nxxxxendstream endobj trailer"),
            [.. "%PDF-1.7"u8, .. Sealed.AsSpan(0, Sealed.Length / 2)],
            [.. Sealed.AsSpan(0, Sealed.Length - 700)],
        ];

        Assert.All(inputs, bytes => Assert.NotEqual(SealState.Intact, PdfInspection.Of(bytes).Seal));
        for (var round = 0; round < 40; round++)
        {
            var noisy = (byte[])Sealed.Clone();
            for (var i = 0; i < 200; i++)
            {
                noisy[random.Next(noisy.Length)] = (byte)random.Next(256);
            }

            Assert.NotEqual(SealState.Intact, PdfInspection.Of(noisy).Seal);
        }
    }

    [Fact]
    public void Of_PackedObjects_CountsThePages()
    {
        var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write("1 0 2 27 <</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Count 4/Kids[]>>"u8);
        }

        byte[] pdf =
        [
            .. "%PDF-1.7\n5 0 obj <</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length 1>> stream\n"u8,
            .. packed.ToArray(),
            .. "\nendstream endobj\n6 0 obj <</Type/XRef/Root 1 0 R>> stream\n\nendstream endobj startxref 0 %%EOF"u8,
        ];

        Assert.Equal(4, PdfInspection.Of(pdf).PageCount);
    }

    /// <summary>The scans go over the file once: a file made of nothing but beginnings does not keep the server busy.</summary>
    [Theory]
    [InlineData("1 0 obj ")]
    [InlineData("1 0 obj <</ObjStm/First 3>>stream ")]
    [InlineData("trailer ")]
    [InlineData("/ByteRange [0 9 9 9] ")]
    public void Of_FileOfBeginnings_IsQuick(string beginning)
    {
        var bytes = Encoding.ASCII.GetBytes("%PDF-1.7 " + string.Concat(Enumerable.Repeat(beginning, 5_000_000 / beginning.Length)));
        var clock = Stopwatch.StartNew();

        Assert.False(PdfInspection.Of(bytes).IsPdf);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public void Of_ImageNamedPdf_IsNoPdf() => Assert.False(PdfInspection.Of([0x89, .. "PNG\r\n\u001a\n%PDF"u8]).IsPdf);

    private static X509Certificate2 NewCertificate() =>
        PdfSeal.CreateCertificate("Dinas Sosial Kabupaten Lebak", DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(5));
}
