using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>When a promise given at a moment would fall due, by the present calendar and by a changed one.</summary>
public sealed record DueSample(ServiceTime Promise, DateTime ReceivedUtc, DueTime Present, DueTime Changed)
{
    public bool IsMoved => Present.Utc != Changed.Utc;
}

/// <summary>Samples that show an administrator what a change of the calendar means before it is saved.</summary>
public static class DueSamples
{
    /// <summary>How far back a day is looked for on which the office was open.</summary>
    private const int DaysBack = 60;

    private static readonly TimeSpan BeforeClosing = TimeSpan.FromMinutes(10);

    private static readonly ServiceTime[] Promises = [new(15, 15, TimeUnit.WorkingMinutes), new(5, 5, TimeUnit.WorkingDays)];

    /// <summary>
    /// Promises given ten minutes before closing on the last working day before the change begins to count: 15 working
    /// minutes, which reach over the night, and 5 working days.
    /// </summary>
    public static IReadOnlyList<DueSample> For(WorkCalendar present, WorkCalendar changed, DateOnly firstChanged)
    {
        for (var day = firstChanged.AddDays(-1); day > firstChanged.AddDays(-DaysBack); day = day.AddDays(-1))
        {
            if (present.IsWorkingDay(day) && changed.IsWorkingDay(day))
            {
                var received = present.ClosingOf(day) - BeforeClosing;
                return [.. Promises.Select(p => new DueSample(p, received, present.Due(p, received), changed.Due(p, received)))];
            }
        }

        return [];
    }

    /// <summary>As above, for changed holidays: from the first of them that opens or closes the office.</summary>
    public static IReadOnlyList<DueSample> For(WorkCalendar present, IReadOnlyCollection<HolidayChange> changes)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var changed = HolidayPlan.Apply(present, changes);
        var dates = changes.Select(c => c.Date).Order().ToList();
        var first = dates.Find(d => present.IsWorkingDay(d) != changed.IsWorkingDay(d));
        return For(present, changed, first == default ? dates[0] : first);
    }
}
