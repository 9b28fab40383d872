using PdfSharp.Drawing;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The fonts of one paper and the widths of its words. Not shared between threads: each paper has its own.</summary>
internal sealed class TextMeasure : IDisposable
{
    private readonly Dictionary<(TextStyle Style, double Size), XFont> _fonts = [];
    private readonly XGraphics _graphics;
    private readonly string? _family;

    public TextMeasure(string? family)
    {
        _family = family;
        PdfFonts.Register();
        _graphics = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
    }

    public XFont Font(TextStyle style, double size)
    {
        if (!_fonts.TryGetValue((style, size), out var font))
        {
            font = PdfFonts.Create(_family, style, size);
            _fonts.Add((style, size), font);
        }

        return font;
    }

    public double Width(string text, TextStyle style, double size) => _graphics.MeasureString(text, Font(style, size)).Width;

    /// <summary>Where the baseline lies below the top of a line: the glyphs stand in the middle of the line's height.</summary>
    public double Baseline(double size, double lineHeight)
    {
        var metrics = Font(TextStyle.Regular, size).Metrics;
        var ascent = size * metrics.Ascent / metrics.UnitsPerEm;
        var descent = size * Math.Abs(metrics.Descent) / metrics.UnitsPerEm;
        return ((lineHeight - ascent - descent) / 2) + ascent;
    }

    public void Dispose() => _graphics.Dispose();
}
