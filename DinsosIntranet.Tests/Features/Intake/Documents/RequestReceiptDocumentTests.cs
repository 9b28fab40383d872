using DinsosIntranet.Features.Intake.Documents;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake.Documents;

public sealed class RequestReceiptDocumentTests
{
    [Fact]
    public void Render_CompleteFile_PromisesATimeOnOnePage()
    {
        var pdf = RequestReceiptDocument.Render(PaperSamples.Receipt, PaperSamples.Head());
        var text = PdfText.Text(pdf);

        Assert.Equal(1, PdfText.Pages(pdf));
        Assert.Contains("NOMOR TT/412/2026", text, StringComparison.Ordinal);
        Assert.Contains("Lengkap", text, StringComparison.Ordinal);
        Assert.Contains("Hari ini pukul 09.44 WIB", text, StringComparison.Ordinal);
        Assert.Contains("potong di sini", text, StringComparison.Ordinal);
        Assert.Contains("2 dari 2 persyaratan ada", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_IncompleteFile_SaysTheClockHasNotStarted()
    {
        var model = PaperSamples.Receipt with { IsComplete = false };
        var text = PdfText.Text(RequestReceiptDocument.Render(model, PaperSamples.Head()));

        Assert.Contains("Belum lengkap", text, StringComparison.Ordinal);
        Assert.Contains("Jam belum berjalan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("09.44", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_UnmaskedNik_IsMasked()
    {
        var model = PaperSamples.Receipt with { ApplicantNik = "3602991402150003" };
        var text = PdfText.Text(RequestReceiptDocument.Render(model, PaperSamples.Head()));

        Assert.DoesNotContain("3602991402150003", text, StringComparison.Ordinal);
        Assert.Contains("3602********0003", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ManyRequirements_RepeatsTheHeadAndCutsOffOnlyTheLastPage()
    {
        var model = PaperSamples.Receipt with
        {
            Requirements = [.. Enumerable.Range(1, 30).Select(i => new RequirementLine($"Persyaratan ke-{i} dengan nama yang cukup panjang untuk dua baris", i % 2 == 0, "catatan"))],
        };
        var pdf = RequestReceiptDocument.Render(model, PaperSamples.Head());
        var pages = PdfText.Pages(pdf);

        Assert.True(pages >= 2);
        Assert.Contains("Persyaratan", PdfText.Page(pdf, 2), StringComparison.Ordinal);
        Assert.DoesNotContain("potong di sini", PdfText.Page(pdf, 1), StringComparison.Ordinal);
        Assert.Contains("potong di sini", PdfText.Page(pdf, pages), StringComparison.Ordinal);
        Assert.Contains("Nani Rohaeni", PdfText.Page(pdf, pages), StringComparison.Ordinal);
    }
}
