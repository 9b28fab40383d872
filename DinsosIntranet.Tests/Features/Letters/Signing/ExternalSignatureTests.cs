using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using DinsosIntranet.Features.Dtks.Documents;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters.Signing;

public sealed class ExternalSignatureTests
{
    private const string Number = "400.9.14.1/247/Dinsos/XI/2026";
    private const string Code = "VRF-202611-7K4M9QXA";
    private static readonly byte[] Sent = Paper(Number, Code);
    private static readonly X509Certificate2 Signer = ExternalSigner.Certificate();
    private static readonly byte[] Signed = ExternalSigner.Sign(Sent, Signer);

    [Fact]
    public void Check_SignedByAddition_TakenWithTheNameAndValidForOutsiders()
    {
        var outcome = Check(Signed);

        Assert.Equal("Ratna Kusumawardani", outcome.Value);
        Assert.Contains("Signature is Valid", PdfText.Signature(Signed), StringComparison.Ordinal);
        Assert.Contains("Total document signed", PdfText.Signature(Signed), StringComparison.Ordinal);
    }

    /// <summary>Some tools write the whole file anew: our words are still in it.</summary>
    [Fact]
    public void Check_SignedAndWrittenAnew_Taken()
    {
        var rewritten = PdfSeal.Seal(Sent, Signer, "Rangkasbitung");

        Assert.False(rewritten.AsSpan().StartsWith(Sent));
        Assert.Equal("Ratna Kusumawardani", Check(rewritten).Value);
    }

    [Fact]
    public void Check_Unsigned_Refused() => Refused(Sent, "belum ditandatangani");

    [Fact]
    public void Check_OtherLetterSigned_Refused() =>
        Refused(ExternalSigner.Sign(Paper("400.9.14.1/248/Dinsos/XI/2026", "VRF-202611-AAAA2222"), Signer), $"bukan surat nomor {Number}");

    /// <summary>A letter that only mentions ours, as one that replaces it does, is not ours.</summary>
    [Fact]
    public void Check_OtherLetterThatNamesThisOne_Refused() =>
        Refused(
            ExternalSigner.Sign(
                DtksCertificateDocument.Render(
                    PaperSamples.Certificate with { Number = "400.9.14.1/248/Dinsos/XI/2026", ApplicantName = null, FamilyCardNumber = null, Replaces = $"{Number} tanggal 23 November 2026", FooterLines = ["Kode verifikasi VRF-202611-AAAA2222."] },
                    PaperSamples.Head()),
                Signer),
            "bukan surat nomor");

    [Theory]
    [InlineData(200)]
    [InlineData(6000)]
    public void Check_Truncated_Refused(int missing) => Assert.False(Check(Signed[..^missing]).IsOk);

    [Fact]
    public void Check_ChangedAfterSigning_Refused()
    {
        var changed = (byte[])Signed.Clone();
        changed[Sent.Length / 2] ^= 1;

        Refused(changed, "tidak cocok dengan isinya");
    }

    [Fact]
    public void Check_OtherPageCount_RefusedWithBothCounts()
    {
        var longer = DtksCertificateDocument.Render(
            PaperSamples.Certificate with { Number = Number, Programmes = [.. Enumerable.Repeat("Program Sembako dan bantuan lain", 60)], FooterLines = [$"Kode verifikasi {Code}."] }, PaperSamples.Head());
        Assert.True(PdfText.Pages(longer) > 1);

        Refused(ExternalSigner.Sign(longer, Signer), $"PDF ini {PdfText.Pages(longer)} halaman, padahal");
    }

    [Fact]
    public void Check_OwnSealOnly_Refused() =>
        Assert.Contains("hanya bersegel dinas", Check(Signed, _ => true).Message, StringComparison.Ordinal);

    [Fact]
    public void Check_LongTermProofsBehind_Taken() => Assert.True(Check(ExternalSigner.Append(Signed, proofs: true)).IsOk);

    [Fact]
    public void Check_OtherAdditionBehind_Refused() => Refused(ExternalSigner.Append(Signed, proofs: false, (null, "<</Type/Note>>")), "tidak cocok dengan isinya");

    /// <summary>A page's content replaced under cover of the proofs.</summary>
    [Fact]
    public void Check_ProofsAndAnObjectReplaced_Refused() =>
        Refused(ExternalSigner.Append(Signed, proofs: true, (ContentsOfThePage, "<</Length 3>>stream\nq Q\nendstream")), "tidak cocok dengan isinya");

    [Fact]
    public void Check_NoPdf_Refused() => Refused([0x89, 0x50, 0x4E, 0x47], "tidak dapat dibaca");

    [Fact]
    public void Words_Paper_HoldTheNumberAndTheCode()
    {
        Assert.True(PdfWords.Contains(Sent, Number, Code));
        Assert.False(PdfWords.Contains(Sent, "400.9.14.1/999/Dinsos/XI/2026"));
    }

    private static int ContentsOfThePage =>
        int.Parse(Regex.Match(Encoding.Latin1.GetString(Sent), @"/Contents\s*\[?\s*(\d+)").Groups[1].Value, CultureInfo.InvariantCulture);

    private static byte[] Paper(string number, string code) =>
        DtksCertificateDocument.Render(PaperSamples.Certificate with { Number = number, FooterLines = [$"Kode verifikasi {code}. Pindai kode ini."] }, PaperSamples.Head());

    private static Outcome<string?> Check(byte[] signed, Func<PdfSigner, bool>? isOwnSeal = null) =>
        ExternalSignature.Check(signed, new SentOut(Sent, Number, Code), isOwnSeal ?? (_ => false));

    private static void Refused(byte[] signed, string sentence)
    {
        var outcome = Check(signed);
        Assert.Equal((OutcomeKind.Refused, ExternalSignature.Field), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
        Assert.Contains(sentence, outcome.Message, StringComparison.Ordinal);
    }
}
