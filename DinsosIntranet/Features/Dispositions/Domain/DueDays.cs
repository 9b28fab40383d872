using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dispositions.Domain;

/// <summary>How a disposition that is not done stands to its day.</summary>
public enum DispositionDue
{
    None,
    /// <summary>From one working day before its day until the office closes on it.</summary>
    Near,
    Late,
}

/// <summary>
/// Which days are near and which have passed at one moment. A day has passed once the office has closed on it: what is
/// brought in the evening is late. <paramref name="LateBefore"/> is the first day not passed, <paramref name="NearUntil"/>
/// the last one that is near.
/// </summary>
public sealed record DueDays(DateOnly Today, DateOnly LateBefore, DateOnly NearUntil)
{
    public static DueDays At(WorkCalendar calendar, DateTime nowUtc)
    {
        var today = calendar.DateOf(nowUtc);
        var isOver = calendar.IsWorkingDay(today) && nowUtc >= calendar.ClosingOf(today);
        return new DueDays(today, isOver ? today.AddDays(1) : today, calendar.AddWorkingDays(today, 1));
    }

    public DispositionDue Of(Disposition disposition) =>
        disposition is { DoneAt: null, RecalledAt: null, DueOn: { } due } ? Of(due) : DispositionDue.None;

    public DispositionDue Of(DateOnly due) =>
        due < LateBefore ? DispositionDue.Late : due <= NearUntil ? DispositionDue.Near : DispositionDue.None;

    /// <summary>"Batas hari ini", "Batas besok", "Lewat batas 20/11/2026"; null where there is nothing to warn of.</summary>
    public string? Words(Disposition disposition) => Of(disposition) switch
    {
        DispositionDue.Late => "Lewat batas " + Day(disposition.DueOn!.Value),
        DispositionDue.Near => "Batas " + Day(disposition.DueOn!.Value),
        _ => null,
    };

    private string Day(DateOnly day) => (day.DayNumber - Today.DayNumber) switch
    {
        0 => "hari ini",
        1 => "besok",
        _ => IndonesianDates.Short(day),
    };
}
