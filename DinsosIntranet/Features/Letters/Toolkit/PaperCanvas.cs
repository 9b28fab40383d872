using System.Text;
using PdfSharp.Drawing;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>One page to draw on, in points from its upper left corner.</summary>
internal sealed class PaperCanvas(XGraphics graphics, TextMeasure measure)
{
    private static readonly XColor Ink = XColors.Black;

    public XGraphics Graphics => graphics;

    public void Line(double x1, double y1, double x2, double y2, double thickness = 0.5, bool dashed = false)
    {
        var pen = new XPen(Ink, thickness);
        if (dashed)
        {
            pen.DashPattern = [4, 3];
        }

        graphics.DrawLine(pen, x1, y1, x2, y2);
    }

    public void Shade(double x, double y, double width, double height) =>
        graphics.DrawRectangle(new XSolidBrush(XColor.FromArgb(0xF1, 0xF1, 0xF1)), x, y, width, height);

    /// <summary>A box of 3.6 mm at 12 point, with its tick where it has one.</summary>
    public void Box(double x, double y, double side, bool ticked)
    {
        graphics.DrawRectangle(new XPen(Ink, 0.75), x, y, side, side);
        if (ticked)
        {
            var pen = new XPen(Ink, 1.3) { LineCap = XLineCap.Round, LineJoin = XLineJoin.Round };
            graphics.DrawLines(pen, [new XPoint(x + (side * 0.2), y + (side * 0.52)), new XPoint(x + (side * 0.42), y + (side * 0.76)), new XPoint(x + (side * 0.82), y + (side * 0.24))]);
        }
    }

    /// <summary>One line of text in a column of <paramref name="width"/>, its top at <paramref name="y"/>.</summary>
    public void Text(TextLine line, double x, double y, double width, double size, double lineHeight, TextAlign align, double grey = 0)
    {
        var baseline = y + measure.Baseline(size, lineHeight);
        var spare = width - line.Width;
        var justify = align == TextAlign.Justify && !line.EndsParagraph && line.Spaces > 0;
        var space = measure.Width(" ", TextStyle.Regular, size) + (justify ? spare / line.Spaces : 0);
        var left = x + align switch
        {
            TextAlign.Center => spare / 2,
            TextAlign.Right => spare,
            _ => 0,
        };
        var brush = new XSolidBrush(XColor.FromGrayScale(grey));
        foreach (var (text, style, offset) in Strings(line, space, joinWords: !justify))
        {
            graphics.DrawString(text, measure.Font(style, size), brush, left + offset, baseline, XStringFormats.BaseLineLeft);
        }
    }

    /// <summary>
    /// The strings to draw with their offsets. Words of one style are joined with their spaces, so that a reader can search
    /// and copy the text; a justified line has its own spaces and is drawn word by word.
    /// </summary>
    private static List<(string Text, TextStyle Style, double Offset)> Strings(TextLine line, double space, bool joinWords)
    {
        var strings = new List<(string, TextStyle, double)>();
        var pending = new StringBuilder();
        var (style, start, offset) = (TextStyle.Regular, 0.0, 0.0);

        void Flush()
        {
            if (pending.Length > 0)
            {
                strings.Add((pending.ToString(), style, start));
                pending.Clear();
            }
        }

        for (var i = 0; i < line.Words.Count; i++)
        {
            if (i > 0 && line.Words[i].Before != WordGap.None)
            {
                if (joinWords && style == TextStyle.Regular && pending.Length > 0)
                {
                    pending.Append(' ');
                }
                else
                {
                    Flush();
                }

                offset += space;
            }

            foreach (var fragment in line.Words[i].Fragments)
            {
                if (fragment.Style != style || pending.Length == 0)
                {
                    Flush();
                    (style, start) = (fragment.Style, offset);
                }

                pending.Append(fragment.Text);
                offset += fragment.Width;
            }
        }

        Flush();
        return strings;
    }
}
