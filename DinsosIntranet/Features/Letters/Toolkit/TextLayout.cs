using System.Buffers;
using System.Globalization;

namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>A stretch of one style inside a word.</summary>
internal readonly record struct Fragment(string Text, TextStyle Style, double Width);

internal enum WordGap
{
    None,
    Space,
    HardSpace,
    NewLine,
}

/// <summary>Characters without a space between them, and what stands in front of them.</summary>
internal sealed record Word(IReadOnlyList<Fragment> Fragments, WordGap Before)
{
    public double Width { get; } = Fragments.Sum(f => f.Width);
}

/// <summary>One set line; <paramref name="EndsParagraph"/> keeps it from being justified.</summary>
internal sealed record TextLine(IReadOnlyList<Word> Words, double Width, bool EndsParagraph)
{
    public int Spaces => Words.Skip(1).Count(w => w.Before != WordGap.None);
}

/// <summary>Breaks runs of text into lines of a given width.</summary>
internal sealed class TextLayout(TextMeasure measure, double size)
{
    private static readonly SearchValues<char> BreakAfter = SearchValues.Create("/-.@_,;:");
    private readonly double _space = measure.Width(" ", TextStyle.Regular, size);

    public double SpaceWidth => _space;

    public IReadOnlyList<TextLine> Lines(IEnumerable<TextRun> runs, double width)
    {
        var filler = new LineFiller(_space, width);
        foreach (var unit in Units(Words(runs)))
        {
            if (unit[0].Before == WordGap.NewLine)
            {
                filler.Close(endsParagraph: true);
            }

            if (filler.Fits(unit))
            {
                filler.Add(unit);
                continue;
            }

            filler.CloseUnlessEmpty();
            if (filler.Fits(unit))
            {
                filler.Add(unit);
                continue;
            }

            foreach (var piece in unit.SelectMany(word => Pieces(word, width)))
            {
                if (!filler.Fits([piece]))
                {
                    filler.CloseUnlessEmpty();
                }

                filler.Add([piece]);
            }
        }

        filler.Close(endsParagraph: true);
        return filler.Lines;
    }

    private List<Word> Words(IEnumerable<TextRun> runs)
    {
        var words = new List<Word>();
        var fragments = new List<Fragment>();
        var gap = WordGap.None;

        void EndWord()
        {
            if (fragments.Count > 0)
            {
                words.Add(new Word(fragments.ToArray(), gap));
                fragments.Clear();
                gap = WordGap.None;
            }
        }

        foreach (var run in runs)
        {
            var text = Typography.Prepare(run.Text);
            var start = 0;
            for (var i = 0; i <= text.Length; i++)
            {
                var found = i == text.Length ? WordGap.None : GapOf(text[i]);
                if (i < text.Length && found == WordGap.None)
                {
                    continue;
                }

                if (i > start)
                {
                    var part = text[start..i];
                    fragments.Add(new Fragment(part, run.Style, measure.Width(part, run.Style, size)));
                }

                start = i + 1;
                if (found == WordGap.None)
                {
                    continue;
                }

                EndWord();
                if (gap == WordGap.NewLine && found == WordGap.NewLine)
                {
                    words.Add(new Word([], WordGap.NewLine));
                }

                gap = found > gap ? found : gap;
            }
        }

        EndWord();
        return words;
    }

    private static WordGap GapOf(char character) => character switch
    {
        '\n' => WordGap.NewLine,
        Typography.HardSpace => WordGap.HardSpace,
        ' ' => WordGap.Space,
        _ => WordGap.None,
    };

    /// <summary>Words tied by hard spaces travel together as long as they fit on one line.</summary>
    private static List<List<Word>> Units(List<Word> words)
    {
        var units = new List<List<Word>>();
        foreach (var word in words)
        {
            if (word.Before == WordGap.HardSpace && units.Count > 0)
            {
                units[^1].Add(word);
            }
            else
            {
                units.Add([word]);
            }
        }

        return units;
    }

    /// <summary>A word wider than the line, cut where it hurts least: behind a sign of division, else anywhere.</summary>
    private IEnumerable<Word> Pieces(Word word, double width)
    {
        if (word.Width <= width)
        {
            yield return word;
            yield break;
        }

        var gap = word.Before;
        foreach (var fragment in word.Fragments)
        {
            var rest = fragment.Text;
            while (rest.Length > 0)
            {
                var take = Fitting(rest, fragment.Style, width);
                var part = rest[..take];
                yield return new Word([new Fragment(part, fragment.Style, measure.Width(part, fragment.Style, size))], gap);
                gap = WordGap.None;
                rest = rest[take..];
            }
        }
    }

    private int Fitting(string text, TextStyle style, double width)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        int low = 1, high = starts.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (measure.Width(text[..End(middle)], style, size) <= width)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        var fitting = End(low);
        var sign = fitting == text.Length ? -1 : text.AsSpan(0, fitting).LastIndexOfAny(BreakAfter);
        return sign > fitting / 2 ? sign + 1 : fitting;

        int End(int elements) => elements < starts.Length ? starts[elements] : text.Length;
    }
}
