using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>One entry of the calendar before and after a change; one of the two is null where it is new or gone.</summary>
public sealed record HolidayChange(CalendarDay? Before, CalendarDay? After)
{
    public DateOnly Date => (After ?? Before!).Date;

    public string Word => Before is null ? "Ditambah" : After is null ? "Dihapus" : "Diubah";
}

/// <summary>What a change of the holidays does, worked out before anything is saved.</summary>
public static class HolidayPlan
{
    /// <summary>
    /// What taking in a file changes in its year. Kinds of days the file does not mention stay as they are: a national
    /// decree says nothing about the regency's own holidays.
    /// </summary>
    public static IReadOnlyList<HolidayChange> Import(IEnumerable<CalendarDay> present, int year, IReadOnlyList<CalendarDay> incoming)
    {
        var kinds = incoming.Select(d => d.Kind).ToHashSet();
        var before = present.Where(d => d.Date.Year == year && kinds.Contains(d.Kind)).ToDictionary(d => (d.Date, d.Kind));
        var after = incoming.ToDictionary(d => (d.Date, d.Kind));
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(key => new HolidayChange(before.GetValueOrDefault(key), after.GetValueOrDefault(key)))
                .Where(change => change.Before != change.After)
                .OrderBy(change => change.Date),
        ];
    }

    /// <summary>The calendar with the changes made.</summary>
    public static WorkCalendar Apply(WorkCalendar calendar, IEnumerable<HolidayChange> changes)
    {
        var days = calendar.Days.ToDictionary(d => (d.Date, d.Kind));
        foreach (var change in changes)
        {
            if (change.Before is { } before)
            {
                days.Remove((before.Date, before.Kind));
            }

            if (change.After is { } after)
            {
                days[(after.Date, after.Kind)] = after;
            }
        }

        return new WorkCalendar(calendar.Zone, calendar.Profiles, [.. days.Values]);
    }

    /// <summary>
    /// From October on, the sentence that asks for next year's holidays while they are missing: promises given late in the
    /// year already reach into it.
    /// </summary>
    public static string? MissingYear(WorkCalendar calendar, DateOnly today) => today.Month >= 10 && !calendar.IsDecided(today.Year + 1)
        ? FormattableString.Invariant($"Kalender {today.Year + 1} belum ditetapkan. Janji waktu yang jatuh di tahun itu hanya memperhitungkan akhir pekan sampai hari liburnya diimpor.")
        : null;
}
