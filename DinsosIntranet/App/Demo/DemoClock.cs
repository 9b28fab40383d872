using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.App.Demo;

/// <summary>
/// Moments of the demonstration, counted back in working minutes from now, or from the last closing where the office is
/// closed: so its clocks show every state whenever the program is first started.
/// </summary>
internal sealed class DemoClock
{
    private const int DaysBack = 21;

    /// <summary>The guest book of the demonstration begins within this time before now.</summary>
    private static readonly TimeSpan GuestTime = TimeSpan.FromHours(1);

    private readonly WorkCalendar _calendar;
    private readonly DateTime _now;
    private readonly bool _hasHours;

    public DemoClock(WorkCalendar calendar, DateTime nowUtc)
    {
        _calendar = calendar;
        _now = ActionContext.CutToMilliseconds(nowUtc);
        _hasHours = Intervals().Any();
    }

    public DateOnly DateOf(DateTime utc) => _calendar.DateOf(utc);

    /// <summary>Whether so many working days after the first moment were over at the second, both counted back from now.</summary>
    public bool HasPassed(double since, int workingDays, double at) =>
        _hasHours && DateOf(MinutesAgo(at)) > _calendar.AddWorkingDays(DateOf(MinutesAgo(since)), workingDays);

    public DateTime MinutesAgo(double minutes)
    {
        var left = TimeSpan.FromMinutes(minutes);
        if (!_hasHours)
        {
            return ActionContext.CutToMilliseconds(_now - left);
        }

        foreach (var (start, end) in Intervals())
        {
            if (end - start >= left)
            {
                return ActionContext.CutToMilliseconds(end - left);
            }

            left -= end - start;
        }

        return ActionContext.CutToMilliseconds(_now - left);
    }

    /// <summary>At most <see cref="GuestTime"/> ago, counted on the wall, but never before today began: the guest book is one of the day.</summary>
    public DateTime MinutesAgoToday(double minutes)
    {
        var midnight = _calendar.MidnightAfter(_calendar.DateOf(_now).AddDays(-1));
        var since = _now - midnight;

        // Shortly after midnight the whole hour is pressed together, in the same order.
        return ActionContext.CutToMilliseconds(_now - (TimeSpan.FromMinutes(minutes) * Math.Min(1, since / GuestTime)));
    }

    /// <summary>Open intervals from now backwards, the present one only up to now.</summary>
    private IEnumerable<(DateTime Start, DateTime End)> Intervals()
    {
        var today = _calendar.DateOf(_now);
        for (var back = 0; back < DaysBack; back++)
        {
            foreach (var interval in _calendar.OpenOn(today.AddDays(-back)).Reverse().Where(i => i.StartUtc < _now))
            {
                yield return (interval.StartUtc, interval.EndUtc < _now ? interval.EndUtc : _now);
            }
        }
    }
}
