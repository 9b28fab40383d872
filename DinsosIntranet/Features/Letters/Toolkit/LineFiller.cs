namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Collects words until a line is full.</summary>
internal sealed class LineFiller(double space, double width)
{
    /// <summary>Sums of widths differ in the last digits; a hair is no reason to break a line.</summary>
    private const double Hair = 0.01;

    private readonly List<TextLine> _lines = [];
    private readonly List<Word> _words = [];
    private double _used;

    public IReadOnlyList<TextLine> Lines => _lines;

    public bool Fits(IReadOnlyList<Word> unit) => _used + WidthOf(unit) <= width + Hair;

    public void Add(IReadOnlyList<Word> unit)
    {
        _used += WidthOf(unit);
        _words.AddRange(unit);
    }

    public void Close(bool endsParagraph)
    {
        _lines.Add(new TextLine(_words.ToArray(), _used, endsParagraph));
        _words.Clear();
        _used = 0;
    }

    public void CloseUnlessEmpty()
    {
        if (_words.Count > 0)
        {
            Close(endsParagraph: false);
        }
    }

    private double WidthOf(IReadOnlyList<Word> unit)
    {
        var sum = 0.0;
        for (var i = 0; i < unit.Count; i++)
        {
            var startsLine = i == 0 && _words.Count == 0;
            sum += unit[i].Width + (startsLine || unit[i].Before == WordGap.None ? 0 : space);
        }

        return sum;
    }
}
