namespace DinsosIntranet.Shared.Calendar;

/// <summary>An open stretch of office time, UTC.</summary>
public readonly record struct OpenInterval(DateTime StartUtc, DateTime EndUtc)
{
    public TimeSpan Length => EndUtc - StartUtc;
}

/// <summary>
/// The open time of one year, summed up day by day, so that spans of any length cost two look-ups instead of a walk.
/// Days are counted from 0 (1 January).
/// </summary>
internal sealed class CalendarYear
{
    private readonly IReadOnlyList<OpenInterval>[] _open;

    /// <summary>Open ticks of the year before day i; one entry more than there are days.</summary>
    private readonly long[] _before;

    public CalendarYear(int year, Func<DateOnly, IReadOnlyList<OpenInterval>> openOn)
    {
        var first = new DateOnly(year, 1, 1);
        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        _open = new IReadOnlyList<OpenInterval>[days];
        _before = new long[days + 1];
        for (var i = 0; i < days; i++)
        {
            _open[i] = openOn(first.AddDays(i));
            _before[i + 1] = _before[i] + _open[i].Sum(o => o.Length.Ticks);
        }
    }

    public long Total => _before[^1];

    public IReadOnlyList<OpenInterval> On(int day) => _open[day];

    /// <summary>Open ticks from 1 January until the moment, which lies on the given day.</summary>
    public long Until(int day, DateTime utc)
    {
        var ticks = _before[day];
        foreach (var open in _open[day])
        {
            if (utc <= open.StartUtc)
            {
                break;
            }

            ticks += (utc < open.EndUtc ? utc : open.EndUtc).Ticks - open.StartUtc.Ticks;
        }

        return ticks;
    }

    /// <summary>The earliest moment by which so many ticks (more than 0, at most the total) have been open.</summary>
    public DateTime Reach(long ticks)
    {
        var index = Array.BinarySearch(_before, ticks);
        index = index < 0 ? ~index : index;

        // Free days repeat the sum of the day before them: the first day that reaches it is wanted.
        while (index > 1 && _before[index - 1] >= ticks)
        {
            index--;
        }

        var left = ticks - _before[index - 1];
        foreach (var open in _open[index - 1])
        {
            if (left <= open.Length.Ticks)
            {
                return open.StartUtc.AddTicks(left);
            }

            left -= open.Length.Ticks;
        }

        throw new InvalidOperationException("The sums of open time do not match the open intervals.");
    }
}
