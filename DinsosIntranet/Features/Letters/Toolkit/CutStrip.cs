namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The part of a receipt that is cut off and stays at the counter.</summary>
internal sealed class CutStrip
{
    private const double BottomMm = 12;
    private const double AboveMm = 6;
    private readonly string _caption;
    private readonly TextMeasure _measure;
    private readonly PageSetup _page;
    private readonly List<Slice> _left;
    private readonly List<Slice> _right;
    private readonly double _rightX;

    public CutStrip(string caption, Action<PaperBody> left, Action<PaperBody> right, TextMeasure measure, PageSetup page)
    {
        (_caption, _measure, _page) = (caption, measure, page);
        var width = (page.WidthMm - page.LeftMm - page.RightMm).Mm();
        var between = 8.Mm();
        _rightX = ((width - between) * 0.6) + between;
        _left = Lay(left, (width - between) * 0.6);
        _right = Lay(right, (width - between) * 0.4);
    }

    /// <summary>How far the strip lifts the foot of the page.</summary>
    public double Height => ContentHeight + (2 * AboveMm).Mm();

    private double ContentHeight => Math.Max(_left.Sum(s => s.Height), _right.Sum(s => s.Height));

    public void Draw(PaperCanvas canvas)
    {
        var bottom = _page.HeightMm.Mm() - BottomMm.Mm();
        var top = bottom - ContentHeight;
        var cut = top - AboveMm.Mm();
        var pageWidth = _page.WidthMm.Mm();
        var size = 8.5 * _page.Scale;
        var caption = new TextLayout(_measure, size).Lines([_caption], pageWidth)[0];
        var half = (caption.Width / 2) + 3.Mm();
        canvas.Line(0, cut, (pageWidth / 2) - half, cut, 0.75, dashed: true);
        canvas.Line((pageWidth / 2) + half, cut, pageWidth, cut, 0.75, dashed: true);
        canvas.Text(caption, 0, cut - (size * 0.65), pageWidth, size, size * 1.3, TextAlign.Center, grey: 0.25);
        Draw(canvas, _left, _page.LeftMm.Mm(), top);
        Draw(canvas, _right, _page.LeftMm.Mm() + _rightX, top);
    }

    private static void Draw(PaperCanvas canvas, List<Slice> slices, double x, double y)
    {
        foreach (var slice in slices)
        {
            slice.Draw(canvas, new SlicePlace(x, y));
            y += slice.Height;
        }
    }

    private List<Slice> Lay(Action<PaperBody> content, double width)
    {
        var body = new PaperBody(_measure, 10 * _page.Scale, lineSpacing: 1.45, _page.Scale, paragraphGapMm: 0);
        content(body);
        return body.Slices(width);
    }
}
