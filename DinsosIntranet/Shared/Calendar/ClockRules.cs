namespace DinsosIntranet.Shared.Calendar;

/// <summary>How a clock stands. Green, yellow and red are the only uses of these colours in the program.</summary>
public enum ClockState
{
    /// <summary>Less than 75 % of the time is used.</summary>
    Green,
    /// <summary>75 to 100 % is used.</summary>
    Yellow,
    /// <summary>The due time has passed.</summary>
    Red,
    /// <summary>Stopped for a reason outside the office; only a clock that was not yet late can be.</summary>
    Paused,
    Done,
    /// <summary>Not started, or a standard without a limit.</summary>
    None,
}

/// <summary>
/// What is stored of a clock, moments in UTC. <paramref name="DueUtc"/> is the due time as it was fixed at the start and
/// moved by pauses; it is never computed again from a changed calendar.
/// </summary>
public sealed record ClockReading(
    ServiceTime Time,
    DateTime? StartedUtc,
    DateTime? DueUtc,
    DateTime? PausedSinceUtc = null,
    DateTime? EndedUtc = null);

/// <summary>
/// A clock as the screen shows it. <paramref name="Percent"/> of the promise is used, more than 100 when late;
/// <paramref name="IsLate"/> stays true once the due time was missed, also when the work is done.
/// </summary>
public sealed record ClockView(ClockState State, int Percent, bool IsLate, string Word, string Text);

/// <summary>
/// State, percentage and words of a clock, and what a pause does to it. Working units are measured in open time, calendar
/// units in plain time. Once late a clock stays late: a pause that begins after the due time neither hides nor moves it.
/// </summary>
public static class ClockRules
{
    private const int YellowFrom = 75;

    public static ClockView View(WorkCalendar calendar, ClockReading reading, DateTime nowUtc)
    {
        var state = State(calendar, reading, nowUtc);
        return new ClockView(state, Percent(calendar, reading, nowUtc), IsLate(reading, nowUtc), Word(state, reading), Text(calendar, reading, nowUtc));
    }

    public static ClockState State(WorkCalendar calendar, ClockReading reading, DateTime nowUtc)
    {
        if (reading.EndedUtc is not null)
        {
            return ClockState.Done;
        }

        if (reading.StartedUtc is null || reading.DueUtc is null)
        {
            return ClockState.None;
        }

        if (IsLate(reading, nowUtc))
        {
            return ClockState.Red;
        }

        if (reading.PausedSinceUtc is not null)
        {
            return ClockState.Paused;
        }

        return Percent(calendar, reading, nowUtc) < YellowFrom ? ClockState.Green : ClockState.Yellow;
    }

    /// <summary>Whether the due time has passed, or had passed when the clock was ended or paused.</summary>
    public static bool IsLate(ClockReading reading, DateTime nowUtc) => StandsAt(reading, nowUtc) > reading.DueUtc;

    /// <summary>Whole percent of the promised time used. What a pause gave back counts as not used.</summary>
    public static int Percent(WorkCalendar calendar, ClockReading reading, DateTime nowUtc)
    {
        if (reading is not { StartedUtc: { } started, DueUtc: { } due } || calendar.Due(reading.Time, started).Utc is not { } promised)
        {
            return 0;
        }

        var unit = reading.Time.Unit;
        var whole = Span(calendar, unit, started, promised);
        if (whole == TimeSpan.Zero)
        {
            return 0;
        }

        var at = StandsAt(reading, nowUtc);
        var used = at > due ? whole + Span(calendar, unit, due, at) : whole - Span(calendar, unit, at, due);
        return used <= TimeSpan.Zero ? 0 : (int)(used.Ticks * 100 / whole.Ticks);
    }

    /// <summary>
    /// The clock after a pause. Minute and hour units move the due time by the time paused, day units by each (working)
    /// day that ended while paused. What was late when the pause began keeps its due time.
    /// </summary>
    public static ClockReading Resume(WorkCalendar calendar, ClockReading reading, DateTime nowUtc)
    {
        if (reading.PausedSinceUtc is not { } since)
        {
            throw new InvalidOperationException("A clock that is not paused cannot be resumed.");
        }

        var running = reading with { PausedSinceUtc = null };
        if (reading.DueUtc is not { } due || since > due || nowUtc <= since)
        {
            return running;
        }

        return reading.Time.Unit switch
        {
            TimeUnit.WorkingMinutes or TimeUnit.WorkingHours =>
                running with { DueUtc = calendar.AddOpenTime(due, calendar.OpenTimeBetween(since, nowUtc)) },
            TimeUnit.WorkingDays => running with { DueUtc = MoveWorkingDays(calendar, due, since, nowUtc) },
            TimeUnit.CalendarDays => running with { DueUtc = MoveCalendarDays(calendar, due, since, nowUtc) },
            TimeUnit.CalendarHours => running with { DueUtc = due + (nowUtc - since) },
            _ => running,
        };
    }

    /// <summary>"Sisa 9 menit", "Lewat 4 menit", "Jeda 26 menit": minutes under an hour, hours under a day, else days.</summary>
    public static string Text(WorkCalendar calendar, ClockReading reading, DateTime nowUtc)
    {
        if (reading.StartedUtc is null)
        {
            return "Jam belum berjalan";
        }

        if (reading.DueUtc is not { } due)
        {
            return reading.EndedUtc is null ? "Menyesuaikan kebutuhan" : "Selesai";
        }

        var unit = reading.Time.Unit;
        var at = StandsAt(reading, nowUtc);
        if (at > due)
        {
            return "Lewat " + Amount(calendar, unit, due, at);
        }

        if (reading.EndedUtc is not null)
        {
            return "Tepat waktu";
        }

        return reading.PausedSinceUtc is { } since
            ? "Jeda " + Amount(calendar, unit, since, nowUtc)
            : "Sisa " + Amount(calendar, unit, at, due);
    }

    private static string Word(ClockState state, ClockReading reading) => state switch
    {
        ClockState.Green => "Aman",
        ClockState.Yellow => "Segera",
        ClockState.Red => "Lewat",
        ClockState.Paused => "Jeda",
        ClockState.Done => "Selesai",
        _ => reading.StartedUtc is null ? "Belum berjalan" : "Tanpa batas",
    };

    /// <summary>The moment the clock shows: now while it runs, else when it was ended or paused. Late clocks run on.</summary>
    private static DateTime StandsAt(ClockReading reading, DateTime nowUtc)
    {
        if (reading.EndedUtc is { } ended)
        {
            return ended;
        }

        return reading.PausedSinceUtc is { } since && !(since > reading.DueUtc) ? since : nowUtc;
    }

    private static TimeSpan Span(WorkCalendar calendar, TimeUnit unit, DateTime from, DateTime to) =>
        unit.IsWorkingTime() ? calendar.OpenTimeBetween(from, to) : to - from;

    private static DateTime MoveWorkingDays(WorkCalendar calendar, DateTime due, DateTime since, DateTime now)
    {
        var ended = 0;
        var last = calendar.DateOf(now);
        for (var day = calendar.DateOf(since); day <= last; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day) && calendar.ClosingOf(day) is var closing && since < closing && closing <= now)
            {
                ended++;
            }
        }

        return ended == 0 ? due : calendar.ClosingOf(calendar.AddWorkingDays(calendar.DateOf(due), ended));
    }

    private static DateTime MoveCalendarDays(WorkCalendar calendar, DateTime due, DateTime since, DateTime now)
    {
        // The due time is midnight, which belongs to the day after it.
        var lastDay = calendar.DateOf(due).AddDays(-1);
        var ended = calendar.DateOf(now).DayNumber - calendar.DateOf(since).DayNumber;
        return calendar.MidnightAfter(lastDay.AddDays(ended));
    }

    private static string Amount(WorkCalendar calendar, TimeUnit unit, DateTime from, DateTime to)
    {
        var working = unit.IsWorkingTime();
        var span = Span(calendar, unit, from, to);
        if (span < TimeSpan.FromMinutes(1))
        {
            return "kurang dari 1 menit";
        }

        if (span < TimeSpan.FromHours(1))
        {
            return $"{(int)span.TotalMinutes} menit";
        }

        var days = working ? WholeWorkingDays(calendar, span, to) : span.Days;
        if (days == 0)
        {
            return $"{(int)span.TotalHours} jam";
        }

        return working ? $"{days} hari kerja" : $"{days} hari";
    }

    /// <summary>
    /// How many whole working days the open time holds, counted back from its end, so that a Ramadan day counts as a day
    /// though it is shorter.
    /// </summary>
    private static int WholeWorkingDays(WorkCalendar calendar, TimeSpan span, DateTime to)
    {
        var days = 0;
        for (var day = calendar.DateOf(to); ; day = day.AddDays(-1))
        {
            var open = calendar.OpenOn(day);
            if (open.Count == 0)
            {
                continue;
            }

            span -= TimeSpan.FromTicks(open.Sum(o => o.Length.Ticks));
            if (span < TimeSpan.Zero)
            {
                return days;
            }

            days++;
        }
    }
}
