using PdfSharp.Drawing;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>The head of page one: emblem, three grades of text, a thick line over a thin one.</summary>
internal sealed class LetterheadLayout(Letterhead head, TextMeasure measure)
{
    private readonly double _scale = head.Page.Scale;

    public Slice Slice(double width)
    {
        var column = 22.Mm() * _scale;
        var (emblemWidth, emblemHeight) = (20.Mm() * _scale, 24.Mm() * _scale);
        var textWidth = width - (2 * column);
        var lines = new List<(TextLine Line, double Size, double Height)>();
        AddLines(lines, head.Government, TextStyle.Regular, 14, 1.2, textWidth);
        AddLines(lines, head.Agency, TextStyle.Bold, 18, 1.25, textWidth);
        foreach (var address in head.AddressLines)
        {
            AddLines(lines, address, TextStyle.Regular, 9, 1.3, textWidth);
        }

        var textHeight = lines.Sum(l => l.Height);
        var inner = Math.Max(emblemHeight, textHeight);
        var rule = inner + (2.5.Mm() * _scale);
        return new Slice(rule + 6, (canvas, place) =>
        {
            DrawEmblem(canvas.Graphics, new XRect(place.X, place.Y + ((inner - emblemHeight) / 2), emblemWidth, emblemHeight));
            var y = place.Y + ((inner - textHeight) / 2);
            foreach (var (line, size, height) in lines)
            {
                canvas.Text(line, place.X + column, y, textWidth, size, height, TextAlign.Center);
                y += height;
            }

            canvas.Line(place.X, place.Y + rule + 1.1, place.X + width, place.Y + rule + 1.1, 2.25);
            canvas.Line(place.X, place.Y + rule + 4.2, place.X + width, place.Y + rule + 4.2, 0.75);
        });
    }

    /// <summary>A line a little too long is set a little smaller; only then is it broken.</summary>
    private void AddLines(List<(TextLine, double, double)> lines, string text, TextStyle style, double points, double spacing, double width)
    {
        var size = points * _scale;
        var natural = measure.Width(text, style, size);
        if (natural > width && natural * 0.85 <= width)
        {
            size *= width / natural * 0.999;
        }

        foreach (var line in new TextLayout(measure, size).Lines([new TextRun(text, style)], width))
        {
            lines.Add((line, size, size * spacing));
        }
    }

    private void DrawEmblem(XGraphics graphics, XRect area)
    {
        using var logo = head.LogoPng is null ? null : LogoImage.Read(head.LogoPng);
        if (logo is null)
        {
            Emblem.Draw(graphics, area);
            return;
        }

        var fit = Math.Min(area.Width / logo.PointWidth, area.Height / logo.PointHeight);
        var (w, h) = (logo.PointWidth * fit, logo.PointHeight * fit);
        graphics.DrawImage(logo, area.X + ((area.Width - w) / 2), area.Y + ((area.Height - h) / 2), w, h);
    }
}
