using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// Builds one paper: head on page one, body flowing over as many pages as it needs, foot on each. The same input gives the
/// same pages.
/// </summary>
public sealed class PaperBuilder : IDisposable
{
    private readonly Letterhead _head;
    private readonly PaperMetadata _metadata;
    private readonly TextMeasure _measure;
    private readonly double _width;
    private PaperFooter _footer = new(QrText: null, []);
    private CutStrip? _strip;
    private string? _watermark;

    public PaperBuilder(Letterhead head, PaperMetadata metadata)
    {
        (_head, _metadata) = (head, metadata);
        _measure = new TextMeasure(head.Page.FontFamily);
        var page = head.Page;
        _width = (page.WidthMm - page.LeftMm - page.RightMm).Mm();
        Body = new PaperBody(_measure, page.FontSize, page.LineSpacing, page.Scale, paragraphGapMm: 3.5);
        Body.Add(width => [new LetterheadLayout(_head, _measure).Slice(width)]);
    }

    public PaperBody Body { get; }

    /// <summary>The centred title in capitals and, for a numbered paper, its number below.</summary>
    public PaperBuilder Title(string title, string? number)
    {
        var scale = _head.Page.Scale;
        Body.Space(6);
        Body.Add(width => Centered(TextRun.Bold(title), 13 * scale, width));
        if (number is not null)
        {
            Body.Add(width => Centered("NOMOR " + number, 12 * scale, width));
        }

        Body.Space(5);
        return this;
    }

    public PaperBuilder Footer(PaperFooter footer)
    {
        _footer = footer;
        return this;
    }

    /// <summary>The foot of a letter: its lines and the code by which it is checked. A draft says that it is none, also across every page, and has no code.</summary>
    public PaperBuilder LetterFooter(bool isDraft, string? qrText, IReadOnlyList<string> lines) => isDraft
        ? Footer(new PaperFooter(QrText: null, ["KONSEP untuk diperiksa. Bukan surat dan tidak berlaku."])).Watermark("KONSEP")
        : Footer(new PaperFooter(qrText, lines));

    /// <summary>Words across every page, as large as fits: that a preview is no paper, or who printed it.</summary>
    public PaperBuilder Watermark(string word)
    {
        _watermark = word;
        return this;
    }

    /// <summary>A strip at the foot of the last page, to be cut off and kept.</summary>
    public PaperBuilder CutOff(string caption, Action<PaperBody> left, Action<PaperBody> right)
    {
        _strip = new CutStrip(caption, left, right, _measure, _head.Page);
        return this;
    }

    public byte[] Render()
    {
        var page = _head.Page;
        using var document = NewDocument();
        var footer = new FooterLayout(_footer, _measure, page);
        var strip = _strip?.Height ?? 0;
        var height = page.HeightMm.Mm() - page.TopMm.Mm() - Math.Max(page.BottomMm.Mm(), footer.Reserved);
        var lastHeight = page.HeightMm.Mm() - page.TopMm.Mm() - Math.Max(page.BottomMm.Mm(), footer.Reserved + strip);
        var pages = Pagination.Pages(Body.Slices(_width), height, lastHeight);
        for (var i = 0; i < pages.Count; i++)
        {
            var sheet = document.AddPage();
            sheet.Width = XUnit.FromMillimeter(page.WidthMm);
            sheet.Height = XUnit.FromMillimeter(page.HeightMm);
            using var graphics = XGraphics.FromPdfPage(sheet);
            var canvas = new PaperCanvas(graphics, _measure);
            var isLast = i == pages.Count - 1;
            DrawWatermark(graphics);
            DrawBody(canvas, pages[i]);
            footer.Draw(canvas, i + 1, pages.Count, isLast ? strip : 0);
            if (isLast)
            {
                _strip?.Draw(canvas);
            }
        }

        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        return StableMarks.Set(stream.ToArray());
    }

    public void Dispose() => _measure.Dispose();

    private PdfDocument NewDocument()
    {
        var document = new PdfDocument { Language = "id-ID" };
        document.Info.Title = _metadata.Title;
        document.Info.Subject = _metadata.Subject;
        document.Info.Author = _metadata.Author;
        document.Info.Creator = "DinsosIntranet";
        document.Info.CreationDate = _metadata.CreatedUtc;
        document.ViewerPreferences.DisplayDocTitle = true;

        // A third of the time for a few hundred bytes: most of a paper are fonts, which shrink little more.
        document.Options.FlateEncodeMode = PdfFlateEncodeMode.BestSpeed;
        return document;
    }

    private void DrawBody(PaperCanvas canvas, List<Slice> slices)
    {
        var (x, y) = (_head.Page.LeftMm.Mm(), _head.Page.TopMm.Mm());
        for (var i = 0; i < slices.Count; i++)
        {
            slices[i].Draw(canvas, new SlicePlace(x, y, StartsPage: i == 0, EndsPage: i == slices.Count - 1));
            y += slices[i].Height;
        }
    }

    private void DrawWatermark(XGraphics graphics)
    {
        if (_watermark is null)
        {
            return;
        }

        var (width, height) = (_head.Page.WidthMm.Mm(), _head.Page.HeightMm.Mm());
        var size = 120 * _head.Page.WidthMm / 210;
        var room = 0.9 * Math.Sqrt(2) * Math.Min(width, height);
        size = Math.Min(size, size * room / graphics.MeasureString(_watermark, _measure.Font(TextStyle.Bold, size)).Width);
        var state = graphics.Save();
        graphics.RotateAtTransform(-45, new XPoint(width / 2, height / 2));
        graphics.DrawString(_watermark, _measure.Font(TextStyle.Bold, size), new XSolidBrush(XColor.FromGrayScale(0.89)), new XRect(0, 0, width, height), XStringFormats.Center);
        graphics.Restore(state);
    }

    private List<Slice> Centered(TextRun text, double size, double width)
    {
        var height = size * 1.3;
        return [.. new TextLayout(_measure, size).Lines([text], width).Select(line => new Slice(height, (canvas, place) =>
            canvas.Text(line, place.X, place.Y, width, size, height, TextAlign.Center)) { KeepsWithNext = true })];
    }
}
