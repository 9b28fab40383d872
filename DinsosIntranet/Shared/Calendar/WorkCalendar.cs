using System.Collections.Concurrent;

namespace DinsosIntranet.Shared.Calendar;

/// <summary>
/// When a time ends. <paramref name="Utc"/> is null where there is no limit; <paramref name="CalendarDecided"/> is false
/// where the span touches a year no decree on holidays exists for, so that only weekends were left out.
/// </summary>
public sealed record DueTime(DateTime? Utc, bool CalendarDecided)
{
    /// <summary>The sentence to show beside a due time that is not certain: "Kalender 2028 belum ditetapkan."</summary>
    public string? Notice { get; init; }
}

/// <summary>
/// Working days and office hours of the agency. Never changes once made: a change of the calendar makes a new one, and
/// running requests keep their due times. All moments are UTC; dates are those of the agency's zone.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>A search that finds no open time for so many years is caught in a calendar without office hours.</summary>
    private const int FarthestYears = 20;

    private readonly Dictionary<DateOnly, IReadOnlyList<CalendarDay>> _days;
    private readonly HashSet<int> _decidedYears;
    private readonly ConcurrentDictionary<int, CalendarYear> _years = new();

    public WorkCalendar(TimeZoneInfo zone, IReadOnlyList<OfficeHoursProfile> profiles, IReadOnlyList<CalendarDay> days)
    {
        if (!profiles.Any(p => p.From is null && p.To is null))
        {
            throw new ArgumentException("One office hours profile must hold without dates.", nameof(profiles));
        }

        var twice = profiles.GroupBy(p => p.From).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException($"Office hours '{twice.First().Name}' and '{twice.Last().Name}' begin on the same day.", nameof(profiles));
        }

        Zone = zone;
        Profiles = [.. profiles.OrderByDescending(p => p.From ?? DateOnly.MinValue)];
        Days = [.. days.OrderBy(d => d.Date)];
        _days = Days.GroupBy(d => d.Date).ToDictionary(g => g.Key, IReadOnlyList<CalendarDay> (g) => [.. g]);
        _decidedYears = [.. Days.Where(d => d.Kind == CalendarDayKind.NationalHoliday).Select(d => d.Date.Year)];
    }

    public TimeZoneInfo Zone { get; }

    /// <summary>Latest beginning first, which is the order of precedence.</summary>
    public IReadOnlyList<OfficeHoursProfile> Profiles { get; }

    public IReadOnlyList<CalendarDay> Days { get; }

    /// <summary>The date on the agency's wall at that moment.</summary>
    public DateOnly DateOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(RequireUtc(utc), Zone));

    public IReadOnlyList<CalendarDay> EntriesOn(DateOnly date) => _days.TryGetValue(date, out var entries) ? entries : [];

    /// <summary>Whether the holidays of the year are known, which is when it has at least one national holiday.</summary>
    public bool IsDecided(int year) => _decidedYears.Contains(year);

    public bool IsWorkingDay(DateOnly date) => OpenOn(date).Count > 0;

    public OfficeHoursProfile ProfileOn(DateOnly date) => Profiles.First(p => p.Covers(date));

    /// <summary>The open stretches of the day in order, none on a free day.</summary>
    public IReadOnlyList<OpenInterval> OpenOn(DateOnly date) => Year(date.Year).On(date.DayOfYear - 1);

    /// <summary>Open time between two moments; nothing when the second is not later.</summary>
    public TimeSpan OpenTimeBetween(DateTime fromUtc, DateTime toUtc)
    {
        if (RequireUtc(toUtc) <= RequireUtc(fromUtc))
        {
            return TimeSpan.Zero;
        }

        var from = DateOf(fromUtc);
        var to = DateOf(toUtc);
        var ticks = Year(to.Year).Until(to.DayOfYear - 1, toUtc) - Year(from.Year).Until(from.DayOfYear - 1, fromUtc);
        for (var year = from.Year; year < to.Year; year++)
        {
            ticks += Year(year).Total;
        }

        return TimeSpan.FromTicks(ticks);
    }

    /// <summary>Whole working minutes between two moments, begun ones not counted.</summary>
    public int WorkingMinutesBetween(DateTime fromUtc, DateTime toUtc) => (int)(OpenTimeBetween(fromUtc, toUtc).Ticks / TimeSpan.TicksPerMinute);

    /// <summary>
    /// The moment after so much open time; outside office hours the count begins at the next opening. A time that is used
    /// up exactly at closing ends there and not at the next opening. Adding nothing moves nothing.
    /// </summary>
    public DateTime AddOpenTime(DateTime fromUtc, TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        if (time == TimeSpan.Zero)
        {
            return RequireUtc(fromUtc);
        }

        var from = DateOf(fromUtc);
        var left = Year(from.Year).Until(from.DayOfYear - 1, fromUtc) + time.Ticks;
        for (var year = from.Year; ; year++)
        {
            var open = Year(year);
            if (left <= open.Total)
            {
                return open.Reach(left);
            }

            left -= open.Total;
            ThrowIfEndless(from.Year, year);
        }
    }

    public DateTime AddWorkingMinutes(DateTime fromUtc, int minutes) => AddOpenTime(fromUtc, TimeSpan.FromMinutes(minutes));

    /// <summary>The n-th working day after the day of receipt, which is day 0 whatever the hour and whether worked or not.</summary>
    public DateOnly AddWorkingDays(DateOnly received, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var day = received;
        while (n > 0)
        {
            day = day.AddDays(1);
            ThrowIfEndless(received.Year, day.Year);
            if (IsWorkingDay(day))
            {
                n--;
            }
        }

        return day;
    }

    /// <summary>Working days from the first to the last date, both included.</summary>
    public int CountWorkingDays(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    /// <summary>End of office hours of a working day, UTC.</summary>
    public DateTime ClosingOf(DateOnly workingDay)
    {
        var open = OpenOn(workingDay);
        return open.Count > 0 ? open[^1].EndUtc : throw new ArgumentException("The office is closed on that day.", nameof(workingDay));
    }

    /// <summary>24.00 local time of the date, UTC.</summary>
    public DateTime MidnightAfter(DateOnly date) => ToUtc(date.AddDays(1), TimeOnly.MinValue);

    /// <summary>When the time is up that began at the given moment.</summary>
    public DueTime Due(ServiceTime time, DateTime startUtc)
    {
        var received = DateOf(startUtc);
        DateTime? due = time.Unit switch
        {
            TimeUnit.WorkingMinutes => AddWorkingMinutes(startUtc, time.Most),
            TimeUnit.WorkingHours => AddOpenTime(startUtc, TimeSpan.FromHours(time.Most)),
            TimeUnit.WorkingDays => ClosingOf(AddWorkingDays(received, time.Most)),
            TimeUnit.CalendarDays => MidnightAfter(received.AddDays(time.Most)),
            TimeUnit.CalendarHours => startUtc.AddHours(time.Most),
            _ => null,
        };
        return due is { } utc && time.Unit.IsWorkingTime() ? Certainty(startUtc, utc) : new DueTime(due, CalendarDecided: true);
    }

    /// <summary>A due time with the word whether the calendar is decided all the way to it.</summary>
    public DueTime Certainty(DateTime startUtc, DateTime dueUtc)
    {
        for (var year = DateOf(startUtc).Year; year <= DateOf(dueUtc).Year; year++)
        {
            if (!IsDecided(year))
            {
                return new DueTime(dueUtc, CalendarDecided: false) { Notice = FormattableString.Invariant($"Kalender {year} belum ditetapkan.") };
            }
        }

        return new DueTime(dueUtc, CalendarDecided: true);
    }

    private static DateTime RequireUtc(DateTime moment) => moment.Kind == DateTimeKind.Utc
        ? moment
        : throw new ArgumentException("The calendar takes moments in UTC.", nameof(moment));

    private static void ThrowIfEndless(int firstYear, int year)
    {
        if (year - firstYear > FarthestYears)
        {
            throw new InvalidOperationException("No open time found: the office hours are empty.");
        }
    }

    private CalendarYear Year(int year) => _years.GetOrAdd(year, static (y, calendar) => new CalendarYear(y, calendar.FindOpen), this);

    private IReadOnlyList<OpenInterval> FindOpen(DateOnly date)
    {
        var entries = EntriesOn(date);
        var called = entries.Any(e => e.Kind == CalendarDayKind.SpecialWorkingDay);
        if (entries.Count > 0 && !called)
        {
            return [];
        }

        var profile = ProfileOn(date);
        var ranges = profile.On(date.DayOfWeek);
        if (called && ranges.Count == 0)
        {
            // A Saturday that is worked keeps the hours of an ordinary day.
            ranges = profile.On(DayOfWeek.Monday);
        }

        return [.. ranges.Select(r => new OpenInterval(ToUtc(date, r.From), ToUtc(date, r.To)))];
    }

    /// <summary>When a day begins in a zone, UTC.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), zone);

    private DateTime ToUtc(DateOnly date, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(time), Zone);
}
