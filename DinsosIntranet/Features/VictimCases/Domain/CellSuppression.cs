namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What may be said of one row of counts, month after month of one year. A row is released at some months: up to there its
/// running figure is said. A month is said where the row is released both at its end and at the end of the month before, so a
/// month never tells more than the difference of two running figures.
/// </summary>
public sealed class ReleasedRow
{
    private readonly int[] _running;
    private readonly bool[] _cuts;

    internal ReleasedRow(IReadOnlyList<int> perMonth)
    {
        _running = new int[perMonth.Count + 1];
        for (var month = 1; month <= perMonth.Count; month++)
        {
            _running[month] = _running[month - 1] + perMonth[month - 1];
        }

        _cuts = new bool[_running.Length];
        _cuts[0] = true;
    }

    /// <summary>How many months the row has.</summary>
    public int Months => _cuts.Length - 1;

    /// <summary>The count of one month (from 1); null where it is not said.</summary>
    public int? Month(int month) => _cuts[month - 1] && _cuts[month] ? _running[month] - _running[month - 1] : null;

    /// <summary>
    /// The running figure from January and the month it reaches to, the last one released up to this month; null where none
    /// was, or where it is a nought that somebody may have ended since.
    /// </summary>
    public (int Count, int Month)? UpTo(int month)
    {
        var last = LastUpTo(month);
        return last == 0 || (_running[last] == 0 && last < month) ? null : (_running[last], last);
    }

    internal bool IsReleasedAt(int month) => _cuts[month];

    internal void Release(int month, bool isReleased = true) => _cuts[month] = isReleased;

    internal int Between(int from, int to) => _running[to] - _running[from];

    /// <summary>How many came since the last release before this month.</summary>
    internal int Pending(int month) => Between(LastUpTo(month - 1), month);

    /// <summary>How many of those between two months nobody can count: what lies before the first and behind the last release between them.</summary>
    internal int Unsaid(int from, int to)
    {
        var first = from;
        while (first <= to && !_cuts[first])
        {
            first++;
        }

        return first > to ? Between(from, to) : Between(from, first) + Between(LastUpTo(to), to);
    }

    private int LastUpTo(int month)
    {
        while (!_cuts[month])
        {
            month--;
        }

        return month;
    }
}

/// <summary>
/// Which figures of a recap are said. No count of one to four is ever said, nor can one be worked out, exactly, from all that
/// is said together: not from the total of a table, not from a month and the running figure, not from another table with the
/// same total, and not from the recap of another month. A count of nought is said: it is about nobody.
///
/// <list type="number">
/// <item>The total is released at the end of a month where nobody, or at least <see cref="Least"/>, came since its last release.</item>
/// <item>A row is released only where its total is, and only where nobody or at least <see cref="Least"/> came since its own
/// last release. So every difference of two figures of a row is nought or at least <see cref="Least"/>.</item>
/// <item>Between any two releases of the total, the rows that are not said on both ends are never one alone (it would be the
/// total less the others), and what is unsaid in them is large enough that each may be anything from one to
/// <see cref="Least"/>. Where it is not, rows that could be said are held back, the smallest first, and in the end all.</item>
/// <item>A month's releases depend on the months before it only: the recap of an earlier month stays what it was when a later
/// one is made.</item>
/// </list>
///
/// All tables with one total share its releases, so that summing a whole table up tells no total that is not said. Rows of a
/// table need not add up to its total (somebody may have suffered several forms of violence): then the rule holds back more
/// than it must, never less.
/// </summary>
public static class CellSuppression
{
    /// <summary>The smallest count that is said of anybody.</summary>
    public const int Least = 5;

    /// <summary>The total of one table, or of several; <paramref name="perMonth"/> from January.</summary>
    public static ReleasedRow Total(IReadOnlyList<int> perMonth)
    {
        var total = new ReleasedRow(perMonth);
        for (var month = 1; month <= total.Months; month++)
        {
            total.Release(month, MaySay(total.Pending(month)));
        }

        return total;
    }

    /// <summary>The rows of one table below its total; each has as many months as the total.</summary>
    public static IReadOnlyList<ReleasedRow> Rows(ReleasedRow total, IReadOnlyList<IReadOnlyList<int>> rows)
    {
        if (rows.Count < 2 || rows.Any(r => r.Count != total.Months))
        {
            throw new ArgumentException("A table has at least two rows, of as many months as its total.", nameof(rows));
        }

        List<ReleasedRow> released = [.. rows.Select(r => new ReleasedRow(r))];
        var before = 0;
        for (var month = 1; month <= total.Months; month++)
        {
            if (!total.IsReleasedAt(month))
            {
                continue;
            }

            Release(total, released, before, month);
            before = month;
        }

        return released;
    }

    private static bool MaySay(int count) => count is 0 or >= Least;

    private static void Release(ReleasedRow total, List<ReleasedRow> rows, int before, int month)
    {
        // Nobody came: everybody knows that no row moved, so each is as well known now as it was.
        if (total.Between(before, month) == 0)
        {
            rows.ForEach(r => r.Release(month, r.IsReleasedAt(before)));
            return;
        }

        // The smallest is held back first; a nought helps nobody and goes last.
        var sayable = rows.Select(r => (Row: r, Pending: r.Pending(month))).Where(r => MaySay(r.Pending)).OrderBy(r => r.Pending == 0).ThenBy(r => r.Pending).Select(r => r.Row).ToList();
        sayable.ForEach(r => r.Release(month));
        foreach (var row in sayable.TakeWhile(_ => !IsSafe(total, rows, month)))
        {
            row.Release(month, false);
        }
    }

    /// <summary>Whether what is said up to this month leaves every unsaid row open.</summary>
    private static bool IsSafe(ReleasedRow total, List<ReleasedRow> rows, int month)
    {
        for (var from = 0; from < month; from++)
        {
            if (!total.IsReleasedAt(from) || total.Between(from, month) == 0)
            {
                continue;
            }

            var unsaid = rows.FindAll(r => !r.IsReleasedAt(from) || !r.IsReleasedAt(month));
            if (unsaid.Count > 0 && (unsaid.Count == 1 || unsaid.Sum(r => r.Unsaid(from, month)) < Least + unsaid.Count - 1))
            {
                return false;
            }
        }

        return true;
    }
}
