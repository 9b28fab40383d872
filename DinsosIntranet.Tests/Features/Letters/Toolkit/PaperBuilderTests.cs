using System.Text;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Letters.Toolkit;

public sealed class PaperBuilderTests
{
    private static readonly PaperMetadata Metadata = new("Judul Naskah", "Perihal", "Dinas Sosial", PaperSamples.Created);

    [Fact]
    public void Render_AnyPaper_EmbedsSubsetFonts()
    {
        var fonts = PdfText.Fonts(Paper(b => b.Paragraph("Biasa ", TextRun.Bold("tebal "), TextRun.Italic("miring"))));

        Assert.True(fonts.Count >= 3);
        Assert.All(fonts, font => Assert.True(font.Embedded && font.Subset, font.Name));
    }

    [Fact]
    public void Render_Metadata_IsWrittenWithLanguage()
    {
        var pdf = Paper(b => b.Paragraph("Isi"));

        Assert.Equal("Judul Naskah", PdfText.Info(pdf, "Title:"));
        Assert.Equal("Dinas Sosial", PdfText.Info(pdf, "Author:"));
        Assert.Contains("/Lang", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SameInputTwice_GivesTheSameBytes() =>
        Assert.Equal(Paper(b => b.Paragraph("Isi yang sama")), Paper(b => b.Paragraph("Isi yang sama")));

    [Fact]
    public void Render_PresetPages_HaveTheirSize()
    {
        Assert.Contains("595", PdfText.Info(Paper(b => b.Paragraph("A4")), "Page size:"), StringComparison.Ordinal);
        Assert.Contains("609", PdfText.Info(Paper(b => b.Paragraph("F4"), PageSetup.F4), "Page size:"), StringComparison.Ordinal);
        Assert.Contains("419", PdfText.Info(Paper(b => b.Paragraph("A5"), PageSetup.A5), "Page size:"), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_LongTable_RepeatsTheHeadOnEveryPage()
    {
        var grid = new PaperGrid(1, 4).Heads("Urutan", "Uraian panjang");
        for (var i = 1; i <= 90; i++)
        {
            grid.Row($"baris-{i}", "isi");
        }

        var pdf = Paper(b => b.Grid(grid));
        var pages = PdfText.Pages(pdf);

        Assert.True(pages >= 3);
        for (var page = 1; page <= pages; page++)
        {
            Assert.Contains("Uraian panjang", PdfText.Page(pdf, page), StringComparison.Ordinal);
            Assert.Contains($"Halaman {page} dari {pages}", PdfText.Page(pdf, page), StringComparison.Ordinal);
        }

        Assert.Contains("baris-90", PdfText.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Render_CellTallerThanThePage_GoesOnWithoutLoss()
    {
        var words = Enumerable.Range(1, 900).Select(i => $"kata{i}").ToArray();
        var pdf = Paper(b => b.Grid(new PaperGrid(1, 1).Heads("Kiri", "Kanan").Row("pendek", string.Join(' ', words))));
        var text = PdfText.Text(pdf);

        Assert.True(PdfText.Pages(pdf) >= 2);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    /// <summary>Whatever the length of the body, the signature takes two lines of it along.</summary>
    [Theory]
    [InlineData(26)]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    public void Signature_BodyOfAnyLength_KeepsTheLastTwoLines(int lines)
    {
        var pdf = Paper(b =>
        {
            for (var i = 1; i <= lines; i++)
            {
                b.Text(TextAlign.Left, $"baris-{i};");
            }

            b.Signature(PaperSamples.Chief);
        });

        var last = PdfText.Page(pdf, PdfText.Pages(pdf));
        Assert.Contains($"baris-{lines};", last, StringComparison.Ordinal);
        Assert.Contains($"baris-{lines - 1};", last, StringComparison.Ordinal);
        Assert.Contains("KABUPATEN LEBAK,", last, StringComparison.Ordinal);
        Assert.Contains("NIP 19700230 199503 2 007", last, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraph_WordLongerThanTheLine_IsBrokenNotClipped()
    {
        var word = string.Concat(Enumerable.Range(0, 60).Select(i => $"abc{i:00}"));
        var text = PdfText.Text(Paper(b => b.Paragraph(word)));

        Assert.Contains(word, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraph_DirectionOverride_IsNotPrinted()
    {
        var text = PdfText.Text(Paper(b => b.Paragraph("Siti\u202E\u0007 Aminah")));

        Assert.Contains("Siti Aminah", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_GapAtTheEnd_AddsNoEmptyPage() => Assert.Equal(1, PdfText.Pages(Paper(b => b.Paragraph("Isi").Space(400))));

    [Fact]
    public void Render_UnreadableLogo_FallsBackToTheEmblem()
    {
        byte[] junk = [1, 2, 3, 4];
        var head = PaperSamples.Head() with { LogoPng = junk };
        using var paper = new PaperBuilder(head, Metadata);

        Assert.Contains("DINAS SOSIAL", PdfText.Text(paper.Render()), StringComparison.Ordinal);
        Assert.False(Letterhead.LogoIsReadable(junk));
    }

    [Fact]
    public void Render_ReadableLogo_IsPrinted()
    {
        var png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");
        using var paper = new PaperBuilder(PaperSamples.Head() with { LogoPng = png }, Metadata);

        Assert.True(Letterhead.LogoIsReadable(png));
        Assert.Contains("/Subtype/Image", Encoding.Latin1.GetString(paper.Render()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ManyAtOnce_AllSucceed()
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => Paper(b => b.Paragraph($"Naskah {i}")))));

        Assert.All(pages, pdf => Assert.NotEmpty(pdf));
        Assert.Contains("Naskah 7", PdfText.Text(pages[7]), StringComparison.Ordinal);
    }

    [Fact]
    public void Find_MachineWithoutFonts_TakesTheOnesInsideThePackage()
    {
        var faces = Assert.Single(FontFaces.FindAll([])).Faces.Value;

        Assert.Equal("Segoe WP", faces.Family);
        Assert.NotEmpty(faces.Bold);
    }

    [Theory]
    [InlineData("3602991402150003", "3602********0003")]
    [InlineData("3602********0003", "3602********0003")]
    [InlineData("", "")]
    public void MaskNik_AnyInput_NeverShowsAllDigits(string nik, string expected) => Assert.Equal(expected, Typography.MaskNik(nik));

    private static byte[] Paper(Action<PaperBody> fill, PageSetup? page = null)
    {
        using var paper = new PaperBuilder(PaperSamples.Head(page), Metadata);
        fill(paper.Body);
        return paper.Render();
    }
}
