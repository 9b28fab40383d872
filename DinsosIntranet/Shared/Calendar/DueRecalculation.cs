namespace DinsosIntranet.Shared.Calendar;

/// <summary>A pause that has ended, UTC.</summary>
public sealed record PausedSpan(DateTime FromUtc, DateTime UntilUtc);

/// <summary>
/// The due time of a running clock as it would be, had the calendar always been the given one: counted again from the
/// start, then moved by each ended pause in turn, as <see cref="ClockRules.Resume"/> did when it ended. A pause under way
/// moves it when it ends. Calendar units come out as they were, since holidays and office hours do not touch them.
/// </summary>
public static class DueRecalculation
{
    public static DueTime Due(WorkCalendar calendar, ServiceTime time, DateTime startedUtc, IEnumerable<PausedSpan> pauses)
    {
        var due = calendar.Due(time, startedUtc);
        if (due.Utc is null)
        {
            return due;
        }

        var reading = new ClockReading(time, startedUtc, due.Utc);
        foreach (var pause in pauses.OrderBy(p => p.FromUtc))
        {
            reading = ClockRules.Resume(calendar, reading with { PausedSinceUtc = pause.FromUtc }, pause.UntilUtc);
        }

        return time.Unit.IsWorkingTime() ? calendar.Certainty(startedUtc, reading.DueUtc!.Value) : new DueTime(reading.DueUtc, CalendarDecided: true);
    }
}
