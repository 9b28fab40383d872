using DinsosIntranet.Features.TemplateLetters.Documents;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.TemplateLetters.Documents;

public sealed class TemplateLetterDocumentTests
{
    private static readonly TemplateLetterPaper Paper = new()
    {
        IsDraft = false,
        Heading = "Surat Pengantar",
        Number = "400.9/7/Dinsos/XI/2026",
        Parts =
        [
            new FilledPart(Paragraph: "Paragraf satu.\nParagraf dua."),
            new FilledPart(Rows: [("Nomor kartu", "0001"), ("Sebab", "pindah alamat")]),
            new FilledPart(Numbered: ["permohonan diterima;", "berkas disimpan."]),
        ],
        Signature = PaperSamples.Chief,
        QrText = null,
        FooterLines = ["Kaki surat."],
        CreatedUtc = PaperSamples.Created,
    };

    [Fact]
    public void Render_EachPart_InItsOrder()
    {
        var text = PdfText.Text(TemplateLetterDocument.Render(Paper, PaperSamples.Head()));

        var found = new[] { "SURAT PENGANTAR", "NOMOR 400.9/7", "Paragraf satu.", "Paragraf dua.", "Nomor kartu", "pindah alamat", "1. permohonan diterima;", "2. berkas disimpan.", "Kaki surat." }
            .Select(words => text.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, found);
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public void Render_Draft_SaysSoOnEveryPage()
    {
        var text = PdfText.Text(TemplateLetterDocument.Render(Paper with { IsDraft = true, Number = null }, PaperSamples.Head()));

        Assert.Contains("KONSEP untuk diperiksa", text, StringComparison.Ordinal);
        Assert.Contains("NOMOR belum diberikan", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "menggantikan surat nomor 12 tanggal 1 November 2026, yang dicabut")]
    [InlineData(false, "menggantikan surat nomor 12 tanggal 1 November 2026.")]
    public void Render_InAnothersPlace_SaysWhetherThatOneHolds(bool revokes, string expected) =>
        Assert.Contains(
            expected,
            PdfText.Text(TemplateLetterDocument.Render(Paper with { Replaces = "12 tanggal 1 November 2026", RevokesReplaced = revokes }, PaperSamples.Head())),
            StringComparison.Ordinal);
}
