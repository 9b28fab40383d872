namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The foot of a page: QR code, a few small lines, the page number.</summary>
internal sealed class FooterLayout
{
    private const double SizePoints = 8;
    private const double LineSpacing = 1.35;
    private readonly PaperFooter _footer;
    private readonly PageSetup _page;
    private readonly TextMeasure _measure;
    private readonly IReadOnlyList<TextLine> _lines;
    private readonly double _size;
    private readonly double _lineHeight;
    private readonly double _qrSide;
    private readonly double _textWidth;

    public FooterLayout(PaperFooter footer, TextMeasure measure, PageSetup page)
    {
        (_footer, _measure, _page) = (footer, measure, page);
        _size = Math.Max(7, SizePoints * page.Scale);
        _lineHeight = _size * LineSpacing;
        _qrSide = footer.QrText is null ? 0 : 21.Mm();
        _textWidth = Width - TextLeft - measure.Width("Halaman 99 dari 99", TextStyle.Regular, _size) - 4.Mm();
        var layout = new TextLayout(measure, _size);
        _lines = [.. footer.Lines.SelectMany(line => layout.Lines([line], _textWidth))];
    }

    /// <summary>What the foot takes from the page, with the white above it.</summary>
    public double Reserved => Bottom + ContentHeight + 2.5.Mm() + 3.Mm();

    private double Bottom => Math.Min(12, _page.BottomMm).Mm();

    private double Width => (_page.WidthMm - _page.LeftMm - _page.RightMm).Mm();

    private double TextLeft => _footer.QrText is null ? 0 : _qrSide + 4.Mm();

    private double ContentHeight => Math.Max(_qrSide, Math.Max(1, _lines.Count) * _lineHeight);

    public void Draw(PaperCanvas canvas, int number, int count, double raisedBy)
    {
        var left = _page.LeftMm.Mm();
        var bottom = _page.HeightMm.Mm() - Bottom - raisedBy;
        canvas.Line(left, bottom - ContentHeight - 2.5.Mm(), left + Width, bottom - ContentHeight - 2.5.Mm());
        if (_footer.QrText is not null)
        {
            QrDrawing.Draw(canvas.Graphics, _footer.QrText, left, bottom - _qrSide, _qrSide);
        }

        var y = bottom - (_lines.Count * _lineHeight);
        foreach (var line in _lines)
        {
            canvas.Text(line, left + TextLeft, y, _textWidth, _size, _lineHeight, TextAlign.Left, grey: 0.13);
            y += _lineHeight;
        }

        var pageNumber = new TextLayout(_measure, _size).Lines([$"Halaman {number} dari {count}"], Width)[0];
        canvas.Text(pageNumber, left, bottom - _lineHeight, Width, _size, _lineHeight, TextAlign.Right, grey: 0.13);
    }
}
