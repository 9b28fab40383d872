using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Content;
using PdfSharp.Pdf.Content.Objects;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Draws one page by running through its operators.</summary>
internal sealed class PageDrawing
{
    private readonly PdfPage _page;
    private readonly XmlWriter _svg;
    private readonly Stack<PictureState> _saved = new();
    private readonly Dictionary<string, PictureFont?> _fonts = [];
    private readonly StringBuilder _path = new();
    private readonly Matrix3x2 _toPicture;
    private readonly double _top;
    private PictureState _state = new();
    private Matrix3x2 _text = Matrix3x2.Identity;
    private Matrix3x2 _line = Matrix3x2.Identity;

    public PageDrawing(PdfPage page, XmlWriter svg, double top)
    {
        (_page, _svg, _top) = (page, svg, top);

        // A PDF counts upwards from its lower left corner, a picture downwards from its upper left.
        _toPicture = new Matrix3x2(1, 0, 0, -1, 0, (float)(page.Height.Point + top));
    }

    public void Draw()
    {
        _svg.WriteStartElement("rect");
        Attribute("x", 0);
        Attribute("y", _top);
        Attribute("width", _page.Width.Point);
        Attribute("height", _page.Height.Point);
        _svg.WriteAttributeString("fill", "#fff");
        _svg.WriteEndElement();
        foreach (var item in ContentReader.ReadContent(_page))
        {
            if (item is COperator { OpCode: { } code } call)
            {
                Run(code.Name, call.Operands);
            }
        }
    }

    private void Run(string name, CSequence with)
    {
        switch (name)
        {
            case "q":
                _saved.Push(_state);
                break;
            case "Q":
                _state = _saved.TryPop(out var saved) ? saved : new PictureState();
                break;
            case "cm":
                _state = _state with { Matrix = MatrixOf(with) * _state.Matrix };
                break;
            case "gs":
                _state = _state with { Opacity = OpacityOf(NameOf(with, 0)) ?? _state.Opacity };
                break;
            case "w":
                _state = _state with { LineWidth = Value(with, 0) };
                break;
            case "J":
                _state = _state with { IsRound = Value(with, 0) > 0 };
                break;
            case "d":
                _state = _state with { Dashes = with[0] is CSequence { Count: > 0 } dashes ? string.Join(' ', dashes.Select(d => PagePicture.Number(Value(d)))) : null };
                break;
            case "Do":
                DrawImage(NameOf(with, 0));
                break;
            case "g" or "rg":
                _state = _state with { Fill = Colour(with) };
                break;
            case "G" or "RG":
                _state = _state with { Stroke = Colour(with) };
                break;
            default:
                if (!RunPath(name, with))
                {
                    RunText(name, with);
                }

                break;
        }
    }

    private bool RunPath(string name, CSequence with)
    {
        switch (name)
        {
            case "m":
                Path('M', with);
                return true;
            case "l":
                Path('L', with);
                return true;
            case "c":
                Path('C', with);
                return true;
            case "h":
                _path.Append('Z');
                return true;
            case "re":
                var (x, y, width, height) = (Value(with, 0), Value(with, 1), Value(with, 2), Value(with, 3));
                Path('M', x, y);
                Path('L', x + width, y);
                Path('L', x + width, y + height);
                Path('L', x, y + height);
                _path.Append('Z');
                return true;
            case "S" or "s":
                Paint(fills: false, strokes: true, closes: name == "s", evenOdd: false);
                return true;
            case "f" or "F" or "f*":
                Paint(fills: true, strokes: false, closes: false, evenOdd: name == "f*");
                return true;
            case "B" or "B*" or "b" or "b*":
                Paint(fills: true, strokes: true, closes: name[0] == 'b', evenOdd: name.EndsWith('*'));
                return true;
            case "n":
                _path.Clear();
                return true;
            default:
                return false;
        }
    }

    private void RunText(string name, CSequence with)
    {
        switch (name)
        {
            case "BT":
                (_text, _line) = (Matrix3x2.Identity, Matrix3x2.Identity);
                break;
            case "Tf":
                _state = _state with { Font = FontOf(NameOf(with, 0)), FontSize = Value(with, 1) };
                break;
            case "Td" or "TD":
                _line = Matrix3x2.CreateTranslation((float)Value(with, 0), (float)Value(with, 1)) * _line;
                _text = _line;
                break;
            case "Tm":
                (_text, _line) = (MatrixOf(with), MatrixOf(with));
                break;
            case "Tj" when with[0] is CString shown:
                Show(shown.Value);
                break;
            case "TJ" when with[0] is CSequence parts:
                foreach (var part in parts.OfType<CString>())
                {
                    Show(part.Value);
                }

                break;
            default:
                break;
        }
    }

    private void Show(string codes)
    {
        if (_state.Font is not { } font)
        {
            return;
        }

        var (text, width) = font.Read(codes, _state.FontSize);
        var matrix = _text * _state.Matrix * _toPicture;
        _svg.WriteStartElement("text");

        // Text stands upright in a PDF's own direction, which the picture has turned over.
        _svg.WriteAttributeString("transform", Transform(new Matrix3x2(1, 0, 0, -1, 0, 0) * matrix));
        Attribute("font-size", _state.FontSize);
        Attribute("textLength", width);
        _svg.WriteAttributeString("lengthAdjust", "spacingAndGlyphs");
        _svg.WriteAttributeString("font-family", "Arial, 'Liberation Sans', Helvetica, sans-serif");
        _svg.WriteAttributeString("style", "white-space:pre");
        if (font.IsBold)
        {
            _svg.WriteAttributeString("font-weight", "700");
        }

        if (font.IsItalic)
        {
            _svg.WriteAttributeString("font-style", "italic");
        }

        _svg.WriteAttributeString("fill", _state.Fill);
        Opacity();
        _svg.WriteString(text);
        _svg.WriteEndElement();
        _text = Matrix3x2.CreateTranslation((float)width, 0) * _text;
    }

    private void DrawImage(string name)
    {
        if (_page.Resources.Elements.GetDictionary("/XObject")?.Elements.GetDictionary(name) is not { } image || PictureImage.DataUri(image) is not { } address)
        {
            return;
        }

        // An image fills a square of one by one that stands upright in the PDF's own direction.
        _svg.WriteStartElement("image");
        _svg.WriteAttributeString("transform", Transform(new Matrix3x2(1, 0, 0, -1, 0, 1) * _state.Matrix * _toPicture));
        Attribute("width", 1);
        Attribute("height", 1);
        _svg.WriteAttributeString("preserveAspectRatio", "none");
        _svg.WriteAttributeString("href", address);
        Opacity();
        _svg.WriteEndElement();
    }

    private void Paint(bool fills, bool strokes, bool closes, bool evenOdd)
    {
        _svg.WriteStartElement("path");
        _svg.WriteAttributeString("d", _path.Append(closes ? "Z" : "").ToString());
        _svg.WriteAttributeString("fill", fills ? _state.Fill : "none");
        if (evenOdd)
        {
            _svg.WriteAttributeString("fill-rule", "evenodd");
        }

        if (strokes)
        {
            _svg.WriteAttributeString("stroke", _state.Stroke);
            Attribute("stroke-width", _state.LineWidth * Math.Sqrt(Math.Abs(_state.Matrix.GetDeterminant())));
            if (_state.Dashes is { } dashes)
            {
                _svg.WriteAttributeString("stroke-dasharray", dashes);
            }

            if (_state.IsRound)
            {
                _svg.WriteAttributeString("stroke-linecap", "round");
            }
        }

        Opacity();
        _svg.WriteEndElement();
        _path.Clear();
    }

    private void Opacity()
    {
        if (_state.Opacity < 1)
        {
            Attribute("opacity", _state.Opacity);
        }
    }

    private void Path(char command, CSequence points)
    {
        var values = new double[points.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(points, i);
        }

        Path(command, values);
    }

    private void Path(char command, params ReadOnlySpan<double> points)
    {
        _path.Append(command);
        for (var i = 0; i + 1 < points.Length; i += 2)
        {
            var point = Vector2.Transform(new Vector2((float)points[i], (float)points[i + 1]), _state.Matrix * _toPicture);
            _path.Append(i == 0 ? "" : " ").Append(PagePicture.Number(point.X)).Append(' ').Append(PagePicture.Number(point.Y));
        }
    }

    private void Attribute(string name, double value) => _svg.WriteAttributeString(name, PagePicture.Number(value));

    private PictureFont? FontOf(string name)
    {
        if (!_fonts.TryGetValue(name, out var font))
        {
            font = _page.Resources.Elements.GetDictionary("/Font")?.Elements.GetDictionary(name) is { } dictionary ? PictureFont.Of(dictionary) : null;
            _fonts[name] = font;
        }

        return font;
    }

    private double? OpacityOf(string name) =>
        _page.Resources.Elements.GetDictionary("/ExtGState")?.Elements.GetDictionary(name) is { } state && state.Elements.ContainsKey("/ca") ? state.Elements.GetReal("/ca") : null;

    private static string Transform(Matrix3x2 matrix) =>
        $"matrix({string.Join(' ', new[] { matrix.M11, matrix.M12, matrix.M21, matrix.M22, matrix.M31, matrix.M32 }.Select(v => Math.Round(v, 4).ToString(CultureInfo.InvariantCulture)))})";

    private static string Colour(CSequence with)
    {
        var parts = Enumerable.Range(0, with.Count).Select(i => (int)Math.Round(Math.Clamp(Value(with, i), 0, 1) * 255)).ToList();
        return parts.Count == 1 ? $"#{parts[0]:x2}{parts[0]:x2}{parts[0]:x2}" : string.Concat("#", string.Concat(parts.Select(p => p.ToString("x2", CultureInfo.InvariantCulture))));
    }

    private static Matrix3x2 MatrixOf(CSequence with) =>
        new((float)Value(with, 0), (float)Value(with, 1), (float)Value(with, 2), (float)Value(with, 3), (float)Value(with, 4), (float)Value(with, 5));

    private static string NameOf(CSequence with, int index) => with[index] is CName name ? name.Name : "";

    private static double Value(CSequence with, int index) => Value(with[index]);

    private static double Value(CObject value) => value switch
    {
        CInteger integer => integer.Value,
        CReal real => real.Value,
        _ => 0,
    };
}
