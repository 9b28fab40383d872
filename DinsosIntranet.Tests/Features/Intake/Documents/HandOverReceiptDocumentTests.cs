using DinsosIntranet.Features.Intake.Documents;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake.Documents;

public sealed class HandOverReceiptDocumentTests
{
    [Fact]
    public void Render_Proxy_NamesBothAndMasksTheNik()
    {
        var pdf = HandOverReceiptDocument.Render(PaperSamples.HandOver, PaperSamples.Head());
        var text = PdfText.Text(pdf);

        Assert.Equal(1, PdfText.Pages(pdf));
        Assert.Contains("Ujang Suherman (penerima kuasa)", text, StringComparison.Ordinal);
        Assert.Contains("Surat kuasa tanggal 23 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("400.9.14.1/247/Dinsos/XI/2026", text, StringComparison.Ordinal);
        Assert.Contains("Senin, 23 November 2026 pukul 10.15 WIB", text, StringComparison.Ordinal);
        Assert.Contains("3602********0008", text, StringComparison.Ordinal);
        Assert.DoesNotContain("3602990904740008", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ApplicantInPerson_HasNoProxyRow()
    {
        var model = PaperSamples.HandOver with { CollectorName = "Siti Aminah", ProxyRelation = null, ProxyLetter = null };
        var text = PdfText.Text(HandOverReceiptDocument.Render(model, PaperSamples.Head()));

        Assert.Contains("Siti Aminah (pemohon sendiri)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dasar kuasa", text, StringComparison.Ordinal);
    }
}
