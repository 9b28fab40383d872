namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>
/// What stands between head and foot, or inside a cell: blocks one below the other. Each call adds a block; nothing is set
/// before the width is known.
/// </summary>
public sealed class PaperBody
{
    private const double BoxMm = 3.6;
    private readonly List<Func<double, IReadOnlyList<Slice>>> _blocks = [];
    private readonly TextMeasure _measure;
    private readonly double _size;
    private readonly double _lineHeight;
    private readonly double _scale;
    private readonly double _paragraphGap;
    private readonly TextLayout _layout;

    internal PaperBody(TextMeasure measure, double size, double lineSpacing, double scale, double paragraphGapMm)
    {
        (_measure, _size, _lineHeight, _scale) = (measure, size, size * lineSpacing, scale);
        _paragraphGap = paragraphGapMm.Mm() * scale;
        _layout = new TextLayout(measure, size);
    }

    /// <summary>A paragraph of the letter's text, justified from three lines on.</summary>
    public PaperBody Paragraph(params TextRun[] runs) => Text(TextAlign.Justify, runs).After(_paragraphGap);

    public PaperBody Text(TextAlign align, params TextRun[] runs) => Add(width => Lines(runs, width, align, _size, _lineHeight, grey: 0));

    /// <summary>A subheading that stays with what follows.</summary>
    public PaperBody Heading(string text) => Add(width =>
    {
        var slices = Lines([TextRun.Bold(text)], width, TextAlign.Left, _size * 11 / 12, _lineHeight, grey: 0);
        return Keep([.. slices, Slice.Gap(1.2.Mm() * _scale)]);
    });

    /// <summary>A small grey caption above a value.</summary>
    public PaperBody Caption(string text) => Add(width =>
        Keep(Lines([text], width, TextAlign.Left, _size * 0.85, _size * 0.85 * 1.25, grey: 0.2)));

    /// <summary>What follows begins a new page.</summary>
    public PaperBody PageBreak() => Add(_ => [Slice.PageBreak()]);

    public PaperBody Space(double millimetres) => After(millimetres.Mm() * _scale);

    /// <summary>Rows of "label : value"; long values hang below their own first line.</summary>
    public PaperBody Labelled(double labelMm, double rowGapMm, IEnumerable<(string Label, TextRun Value)> rows)
    {
        foreach (var (label, value) in rows)
        {
            Add(width => HangingRow(label, ":", value, width, Math.Min(labelMm.Mm() * _scale, width * 0.45), 5.Mm() * _scale));
            Space(rowGapMm);
        }

        return this;
    }

    /// <summary>A numbered list.</summary>
    public PaperBody Numbered(IEnumerable<string> items)
    {
        var number = 0;
        foreach (var item in items)
        {
            var label = $"{++number}.";
            Add(width => HangingRow(label, separator: null, item, width, 7.Mm() * _scale, 0));
            Space(0.5);
        }

        return this;
    }

    /// <summary>Boxes to tick, one below the other.</summary>
    public PaperBody Ticks(IEnumerable<Tick> ticks)
    {
        foreach (var tick in ticks)
        {
            Add(width => TickLines(tick, width));
            Space(0.5);
        }

        return this;
    }

    /// <summary>Boxes to tick in one line behind a bold word; what does not fit goes on the next line.</summary>
    public PaperBody TickRow(string title, IReadOnlyList<Tick> ticks) => Add(width =>
    {
        var (side, indent, between) = (BoxMm.Mm() * _scale, 5.4.Mm() * _scale, 4.Mm() * _scale);
        var rows = new List<List<(double X, Tick? Tick, TextLine Text)>> { new() };
        var heading = _layout.Lines([TextRun.Bold(title)], width)[0];
        rows[0].Add((0, null, heading));
        var x = heading.Width + between;
        foreach (var tick in ticks)
        {
            var text = _layout.Lines([Typography.Unbroken(tick.Label)], width - indent)[0];
            if (x + indent + text.Width > width)
            {
                rows.Add([]);
                x = 0;
            }

            rows[^1].Add((x, tick, text));
            x += indent + text.Width + between;
        }

        return rows.ConvertAll(row => new Slice(_lineHeight * 1.1, (canvas, place) =>
        {
            foreach (var (left, tick, text) in row)
            {
                if (tick is not null)
                {
                    canvas.Box(place.X + left, BoxTop(place.Y, side), side, tick.IsTicked);
                }

                canvas.Text(text, place.X + left + (tick is null ? 0 : indent), place.Y, width, _size, _lineHeight, TextAlign.Left);
            }
        }));
    });

    public PaperBody Grid(PaperGrid grid) => Add(width => new GridLayout(grid, _measure, _scale, width).Slices()).After(_paragraphGap);

    /// <summary>The signature at the lower right, kept with the last two lines above it.</summary>
    public PaperBody Signature(SignatureBlock signature, double spaceMm = 22) => Add(width =>
    {
        var block = Math.Min(78.Mm(), width * 0.55);
        return [Slice.Gap(4.Mm() * _scale), SignatureSlice([(signature, width - block, block)], spaceMm)];
    });

    /// <summary>Two parties side by side, kept with the last two lines above them.</summary>
    public PaperBody Signatures(SignatureBlock left, SignatureBlock right, double spaceMm = 17) => Add(width =>
    {
        var (block, between) = ((width - 12.Mm()) / 2, 12.Mm());
        return [Slice.Gap(2.Mm() * _scale), SignatureSlice([(left, 0, block), (right, block + between, block)], spaceMm)];
    });

    /// <summary>A signature that fills its cell.</summary>
    public PaperBody SignatureInCell(SignatureBlock signature, double spaceMm) =>
        Add(width => [SignatureSlice([(signature, 0, width)], spaceMm)]);

    internal PaperBody CenteredBox(bool ticked) => Add(width =>
    {
        var side = BoxMm.Mm() * _scale;
        return [new Slice(_lineHeight, (canvas, place) => canvas.Box(place.X + ((width - side) / 2), BoxTop(place.Y, side), side, ticked))];
    });

    internal PaperBody Add(Func<double, IReadOnlyList<Slice>> block)
    {
        _blocks.Add(block);
        return this;
    }

    internal List<Slice> Slices(double width)
    {
        var all = new List<Slice>();
        foreach (var block in _blocks)
        {
            var slices = block(width);
            if (slices.Any(s => s is { IsGap: false, KeepsWithPrevious: true }))
            {
                KeepLastTwo(all);
                slices[0].KeepsWithNext = true;
            }

            all.AddRange(slices);
        }

        return all;
    }

    private static void KeepLastTwo(List<Slice> slices)
    {
        var wanted = 2;
        for (var i = slices.Count - 1; i >= 0 && wanted > 0; i--)
        {
            slices[i].KeepsWithNext = true;
            wanted -= slices[i].IsGap ? 0 : 1;
        }
    }

    private static List<Slice> Keep(List<Slice> slices)
    {
        slices.ForEach(s => s.KeepsWithNext = true);
        return slices;
    }

    private PaperBody After(double points) => points > 0 ? Add(_ => [Slice.Gap(points)]) : this;

    private double BoxTop(double y, double side) => y + ((_lineHeight - side) / 2) + (0.2.Mm() * _scale);

    private List<Slice> Lines(IReadOnlyList<TextRun> runs, double width, TextAlign align, double size, double lineHeight, double grey)
    {
        var lines = (size == _size ? _layout : new TextLayout(_measure, size)).Lines(runs, width);
        var set = align == TextAlign.Justify && lines.Count < 3 ? TextAlign.Left : align;
        return Unwidowed([.. lines.Select(line => new Slice(lineHeight, (canvas, place) =>
            canvas.Text(line, place.X, place.Y, width, size, lineHeight, set, grey)))]);
    }

    /// <summary>No single line of a paragraph is left alone at the foot or the head of a page.</summary>
    private static List<Slice> Unwidowed(List<Slice> slices)
    {
        if (slices.Count > 1)
        {
            slices[0].KeepsWithNext = true;
            slices[^2].KeepsWithNext = true;
        }

        return slices;
    }

    private List<Slice> HangingRow(string label, string? separator, TextRun value, double width, double labelWidth, double separatorWidth)
    {
        var labels = _layout.Lines([label], labelWidth - (1.Mm() * _scale));
        var valueWidth = width - labelWidth - separatorWidth;
        var values = _layout.Lines([value], valueWidth);
        var colon = separator is null ? null : _layout.Lines([separator], width)[0];
        var slices = new List<Slice>();
        for (var i = 0; i < Math.Max(labels.Count, values.Count); i++)
        {
            var row = i;
            slices.Add(new Slice(_lineHeight, (canvas, place) =>
            {
                if (row < labels.Count)
                {
                    canvas.Text(labels[row], place.X, place.Y, labelWidth, _size, _lineHeight, TextAlign.Left);
                }

                if (row == 0 && colon is not null)
                {
                    canvas.Text(colon, place.X + labelWidth, place.Y, separatorWidth, _size, _lineHeight, TextAlign.Left);
                }

                if (row < values.Count)
                {
                    canvas.Text(values[row], place.X + labelWidth + separatorWidth, place.Y, valueWidth, _size, _lineHeight, TextAlign.Left);
                }
            }));
        }

        return Unwidowed(slices);
    }

    private List<Slice> TickLines(Tick tick, double width)
    {
        var (side, indent) = (BoxMm.Mm() * _scale, 5.4.Mm() * _scale);
        var label = tick.Label.Length > 0 ? tick.Label : new string('.', 36);
        var lines = _layout.Lines([label], width - indent);
        return [.. lines.Select((line, i) => new Slice(_lineHeight, (canvas, place) =>
        {
            if (i == 0)
            {
                canvas.Box(place.X, BoxTop(place.Y, side), side, tick.IsTicked);
            }

            canvas.Text(line, place.X + indent, place.Y, width - indent, _size, _lineHeight, TextAlign.Left);
        }))];
    }

    private Slice SignatureSlice(IReadOnlyList<(SignatureBlock Party, double X, double Width)> parties, double spaceMm) =>
        new SignatureLayout(_layout, _size, parties).Slice(spaceMm.Mm() * _scale, 1.5.Mm() * _scale);
}
