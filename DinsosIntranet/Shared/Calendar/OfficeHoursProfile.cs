using System.Runtime.InteropServices;

namespace DinsosIntranet.Shared.Calendar;

/// <summary>A stretch of local time within one day, from (inclusive) to (exclusive).</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HourRange(TimeOnly From, TimeOnly To);

/// <summary>
/// Office hours of one season: per weekday the open ranges in local time, breaks being the gaps between them. A weekday
/// without ranges is free. The profile with the latest <see cref="From"/> that covers a date is in force (a month of
/// Ramadan wins over the ordinary hours, which have no dates). Source of the national figures: Perpres 21/2023; the region
/// sets the exact times.
/// </summary>
public sealed class OfficeHoursProfile
{
    private readonly IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourRange>> _days;

    public OfficeHoursProfile(
        string name,
        string source,
        DateOnly? from,
        DateOnly? to,
        IReadOnlyDictionary<DayOfWeek, IReadOnlyList<HourRange>> days,
        bool provisional = false)
    {
        if (to < from)
        {
            throw new ArgumentException($"Office hours '{name}' end before they begin.", nameof(to));
        }

        foreach (var (day, ranges) in days)
        {
            CheckOrder(name, day, ranges);
        }

        Name = name;
        Source = source;
        From = from;
        To = to;
        Provisional = provisional;
        _days = days;
    }

    public string Name { get; }

    public string Source { get; }

    /// <summary>First day, null for hours that have always held.</summary>
    public DateOnly? From { get; }

    /// <summary>Last day, null for hours without an end.</summary>
    public DateOnly? To { get; }

    /// <summary>True while the regency's own circular is awaited.</summary>
    public bool Provisional { get; }

    public bool Covers(DateOnly date) => (From is null || From <= date) && (To is null || date <= To);

    public IReadOnlyList<HourRange> On(DayOfWeek day) => _days.TryGetValue(day, out var ranges) ? ranges : [];

    private static void CheckOrder(string name, DayOfWeek day, IReadOnlyList<HourRange> ranges)
    {
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].To <= ranges[i].From || (i > 0 && ranges[i].From < ranges[i - 1].To))
            {
                throw new ArgumentException($"Office hours '{name}', {day}: ranges must be in order, not empty and not overlapping.", nameof(ranges));
            }
        }
    }
}
