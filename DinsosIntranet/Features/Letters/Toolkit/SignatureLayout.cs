namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>One or two signing parties as a single slice: titles above, room for signature and stamp, names below.</summary>
internal sealed class SignatureLayout(TextLayout layout, double size, IReadOnlyList<(SignatureBlock Party, double X, double Width)> parties)
{
    private const double LineSpacing = 1.3;
    private readonly double _lineHeight = size * LineSpacing;

    private sealed record Sides(double X, double Width, IReadOnlyList<TextLine> Dates, IReadOnlyList<TextLine> Titles, IReadOnlyList<TextLine> Names);

    public Slice Slice(double room, double dateGap)
    {
        var sides = parties.Select(p => new Sides(p.X, p.Width, Dates(p.Party, p.Width), Titles(p.Party, p.Width), Names(p.Party, p.Width))).ToList();
        var dateHeight = sides.Max(s => s.Dates.Count * _lineHeight) + (sides.Exists(s => s.Dates.Count > 0) ? dateGap : 0);
        var titleHeight = sides.Max(s => s.Titles.Count) * _lineHeight;
        var height = dateHeight + titleHeight + room + (sides.Max(s => s.Names.Count) * _lineHeight);
        return new Slice(height, (canvas, place) =>
        {
            foreach (var side in sides)
            {
                Draw(canvas, side.Dates, side, place, 0);
                Draw(canvas, side.Titles, side, place, dateHeight);
                Draw(canvas, side.Names, side, place, dateHeight + titleHeight + room);
            }
        })
        {
            KeepsWithPrevious = true,
        };
    }

    private void Draw(PaperCanvas canvas, IReadOnlyList<TextLine> lines, Sides side, SlicePlace place, double offset)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            canvas.Text(lines[i], place.X + side.X, place.Y + offset + (i * _lineHeight), side.Width, size, _lineHeight, TextAlign.Left);
        }
    }

    private IReadOnlyList<TextLine> Dates(SignatureBlock party, double width) =>
        party.PlaceAndDate is null ? [] : layout.Lines([party.PlaceAndDate], width);

    private List<TextLine> Titles(SignatureBlock party, double width)
    {
        var titles = party.TitleLines.ToList();
        if (titles.Count > 0 && titles[^1].TrimEnd() is var last && !last.EndsWith(','))
        {
            titles[^1] = last + ",";
        }

        return [.. titles.SelectMany(title => layout.Lines([title], width))];
    }

    private List<TextLine> Names(SignatureBlock party, double width)
    {
        var lines = new List<TextLine>(layout.Lines([party.Name], width));
        if (party.Rank is not null)
        {
            lines.AddRange(layout.Lines([party.Rank], width));
        }

        if (party.Nip is not null)
        {
            lines.AddRange(layout.Lines([party.Nip.StartsWith("NIP", StringComparison.Ordinal) ? party.Nip : "NIP " + party.Nip], width));
        }

        return lines;
    }
}
