using PdfSharp.Drawing;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The neutral emblem of an agency that has not given its own: a double shield, a star and three waves.</summary>
internal static class Emblem
{
    public static void Draw(XGraphics graphics, XRect area)
    {
        var state = graphics.Save();
        graphics.TranslateTransform(area.X, area.Y);
        graphics.ScaleTransform(area.Width / 100, area.Height / 120);
        graphics.DrawPath(new XPen(XColors.Black, 3) { LineJoin = XLineJoin.Round }, Shield(50, 4, 44, 14, 56, 42));
        graphics.DrawPath(new XPen(XColors.Black, 1) { LineJoin = XLineJoin.Round }, Shield(50, 12, 36, 11, 48, 36));
        graphics.DrawPolygon(XBrushes.Black, Star(50, 44, 15, 6), XFillMode.Winding);
        foreach (var y in (ReadOnlySpan<double>)[70, 79, 88])
        {
            var half = 88 - y + 8;
            graphics.DrawBezier(new XPen(XColors.Black, 2) { LineCap = XLineCap.Round }, 50 - half, y, 50 - (half / 3), y - 9, 50 + (half / 3), y + 9, 50 + half, y);
        }

        graphics.Restore(state);
    }

    private static XGraphicsPath Shield(double x, double top, double half, double shoulder, double straight, double belly)
    {
        var path = new XGraphicsPath();
        var (high, low, foot) = (top + shoulder, top + straight, top + straight + belly + 10);
        path.AddLine(x, top, x + half, high);
        path.AddLine(x + half, high, x + half, low);
        path.AddBezier(x + half, low, x + half, low + (belly * 0.65), x + (half * 0.6), low + belly, x, foot);
        path.AddBezier(x, foot, x - (half * 0.6), low + belly, x - half, low + (belly * 0.65), x - half, low);
        path.AddLine(x - half, low, x - half, high);
        path.CloseFigure();
        return path;
    }

    private static XPoint[] Star(double x, double y, double outer, double inner) =>
        [.. Enumerable.Range(0, 10).Select(i =>
        {
            var (radius, angle) = (i % 2 == 0 ? outer : inner, (Math.PI / 5 * i) - (Math.PI / 2));
            return new XPoint(x + (radius * Math.Cos(angle)), y + (radius * Math.Sin(angle)));
        })];
}
