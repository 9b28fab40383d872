using DinsosIntranet.Features.Dispositions.Documents;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Dispositions.Documents;

public sealed class DispositionSheetDocumentTests
{
    public static TheoryData<string> Sizes => ["A4", "A5", "F4"];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Render_OrdinaryDisposition_FitsOnePage(string size)
    {
        var page = size switch
        {
            "A5" => PageSetup.A5,
            "F4" => PageSetup.F4,
            _ => PageSetup.A4,
        };
        var pdf = DispositionSheetDocument.Render(PaperSamples.Disposition, PaperSamples.Head(page));
        var text = PdfText.Text(pdf);

        Assert.Equal(1, PdfText.Pages(pdf));
        Assert.Contains("LEMBAR DISPOSISI", text, StringComparison.Ordinal);
        Assert.Contains("1187/2026", text, StringComparison.Ordinal);
        Assert.Contains("Kepala Bidang Linjamsos", text, StringComparison.Ordinal);
        Assert.Contains("Jalannya disposisi", text, StringComparison.Ordinal);
        Assert.Contains("Operator SIKS-NG", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LongChain_RepeatsItsHead()
    {
        var chain = Enumerable.Range(1, 60).Select(i => new DispositionStep("23/11/2026 09.35", "Kepala Bidang", $"Operator {i}", "Periksa kembali data keluarga")).ToList();
        var pdf = DispositionSheetDocument.Render(PaperSamples.Disposition with { Chain = chain }, PaperSamples.Head());

        Assert.True(PdfText.Pages(pdf) >= 3);
        Assert.Contains("Tanggal, pukul", PdfText.Page(pdf, 2), StringComparison.Ordinal);
        Assert.Contains("Tanggal, pukul", PdfText.Page(pdf, 3), StringComparison.Ordinal);
        Assert.Contains("Operator 60", PdfText.Text(pdf), StringComparison.Ordinal);
    }
}
