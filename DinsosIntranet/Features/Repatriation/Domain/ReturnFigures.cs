namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>Somebody who was recorded at the point of debarkation, without a name: when, from where, to where, and whether they came home.</summary>
public readonly record struct RecordedReturn(int Month, string Country, string District, bool IsHome);

/// <summary>How many were recorded at the point of debarkation, and how many of them came home to their village.</summary>
public sealed record ReturnFigure(string Name, int Recorded, int Home)
{
    /// <summary>The official indicator: come home ÷ recorded × 100; null where nobody was recorded.</summary>
    public decimal? Indicator => Recorded == 0 ? null : Math.Round(100m * Home / Recorded, 2, MidpointRounding.AwayFromZero);
}

/// <summary>
/// The figures of one year. Countries and districts with fewer than <see cref="Least"/> people stand together in one row, which
/// itself holds at least so many, so that nobody is found by subtraction.
/// </summary>
public sealed record ReturnFigures(int Year, ReturnFigure Total, IReadOnlyList<ReturnFigure> Months, IReadOnlyList<ReturnFigure> Countries, IReadOnlyList<ReturnFigure> Districts)
{
    public const int Least = 5;
    public const string Others = "Lain-lain";

    public static ReturnFigures Of(int year, IReadOnlyCollection<RecordedReturn> people, Func<int, string> month, Func<string, string> country, Func<string, string> district) => new(
        year,
        Count("Setahun", people),
        [.. Enumerable.Range(1, 12).Select(m => Count(month(m), people.Where(p => p.Month == m)))],
        Grouped(people, p => country(p.Country)),
        Grouped(people, p => district(p.District)));

    private static ReturnFigure Count(string name, IEnumerable<RecordedReturn> people)
    {
        var all = people.ToList();
        return new ReturnFigure(name, all.Count, all.Count(p => p.IsHome));
    }

    private static List<ReturnFigure> Grouped(IEnumerable<RecordedReturn> people, Func<RecordedReturn, string> by)
    {
        var shown = people.GroupBy(by).Select(g => Count(g.Key, g)).OrderByDescending(f => f.Recorded).ThenBy(f => f.Name, StringComparer.Ordinal).ToList();
        var (recorded, home) = (0, 0);
        while (shown.Count > 0 && (shown[^1].Recorded < Least || recorded is > 0 and < Least))
        {
            (recorded, home) = (recorded + shown[^1].Recorded, home + shown[^1].Home);
            shown.RemoveAt(shown.Count - 1);
        }

        return recorded == 0 ? shown : [.. shown, new ReturnFigure(Others, recorded, home)];
    }
}
