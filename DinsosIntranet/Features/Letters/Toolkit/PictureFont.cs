using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>A font of a paper: what its codes stand for and how wide each is, as the PDF itself says.</summary>
internal sealed partial class PictureFont
{
    private readonly Dictionary<int, string> _characters = [];
    private readonly Dictionary<int, double> _widths = [];
    private double _defaultWidth = 1000;

    public bool IsBold { get; private init; }

    public bool IsItalic { get; private init; }

    public static PictureFont Of(PdfDictionary font)
    {
        var name = font.Elements.GetName("/BaseFont");
        var result = new PictureFont
        {
            IsBold = name.Contains("Bold", StringComparison.OrdinalIgnoreCase),
            IsItalic = name.Contains("Italic", StringComparison.OrdinalIgnoreCase) || name.Contains("Oblique", StringComparison.OrdinalIgnoreCase),
        };
        if (font.Elements.GetDictionary("/ToUnicode")?.Stream is { } map)
        {
            result.ReadCharacters(Encoding.Latin1.GetString(map.UnfilteredValue));
        }

        if (font.Elements.GetArray("/DescendantFonts")?.Elements.GetDictionary(0) is { } descendant)
        {
            result.ReadWidths(descendant);
        }

        return result;
    }

    /// <summary>The text of a drawn string of two-byte codes, and its width in points.</summary>
    public (string Text, double Width) Read(string codes, double size)
    {
        var text = new StringBuilder();
        var width = 0.0;
        for (var i = 0; i + 1 < codes.Length; i += 2)
        {
            var code = (codes[i] << 8) | codes[i + 1];
            text.Append(_characters.GetValueOrDefault(code, "\uFFFD"));
            width += _widths.GetValueOrDefault(code, _defaultWidth);
        }

        return (text.ToString(), width * size / 1000);
    }

    private void ReadCharacters(string map)
    {
        foreach (Match range in Range().Matches(map))
        {
            var (first, last, to) = (Code(range.Groups["first"]), Code(range.Groups["last"]), Code(range.Groups["to"]));
            for (var code = first; code <= last; code++)
            {
                _characters[code] = ((char)(to + code - first)).ToString();
            }
        }
    }

    /// <summary>/W: either a first code and an array of widths, or a first code, a last code and one width.</summary>
    private void ReadWidths(PdfDictionary descendant)
    {
        if (descendant.Elements.ContainsKey("/DW"))
        {
            _defaultWidth = descendant.Elements.GetReal("/DW");
        }

        if (descendant.Elements.GetArray("/W") is not { } widths)
        {
            return;
        }

        var i = 0;
        while (i + 1 < widths.Elements.Count)
        {
            var first = widths.Elements.GetInteger(i);
            if ((widths.Elements[i + 1] is PdfReference reference ? reference.Value : widths.Elements[i + 1]) is PdfArray list)
            {
                for (var n = 0; n < list.Elements.Count; n++)
                {
                    _widths[first + n] = list.Elements.GetReal(n);
                }

                i += 2;
                continue;
            }

            for (var code = first; code <= widths.Elements.GetInteger(i + 1); code++)
            {
                _widths[code] = widths.Elements.GetReal(i + 2);
            }

            i += 3;
        }
    }

    private static int Code(Capture hex) => int.Parse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<(?<first>[0-9A-Fa-f]{4})>\s{0,9}<(?<last>[0-9A-Fa-f]{4})>\s{0,9}<(?<to>[0-9A-Fa-f]{4})>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Range();
}
