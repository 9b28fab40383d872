using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>When somebody is reminded of a limit, and which desk is above which.</summary>
public static class ReminderRules
{
    /// <summary>Reminders are made while the office is open: a limit near on Friday night is told on Monday.</summary>
    public static bool IsOfficeOpen(WorkCalendar calendar, DateTime now) =>
        calendar.OpenOn(calendar.DateOf(now)).Any(o => o.StartUtc <= now && now < o.EndUtc);

    /// <summary>
    /// The day from which so many working days are left; null where the whole limit is no longer than that, for then it
    /// would remind of what has only just come.
    /// </summary>
    public static DateOnly? DayOf(WorkCalendar calendar, DateTime started, DateTime due, int daysBefore)
    {
        // Midnight ends the day before it.
        var day = calendar.DateOf(due.AddTicks(-1));
        for (var left = daysBefore; left > 0;)
        {
            day = day.AddDays(-1);
            left -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day <= calendar.DateOf(started) ? null : day;
    }

    /// <summary>The nearest of the distances that has been reached; null while none is, and after the limit.</summary>
    public static int? Reached(WorkCalendar calendar, DateTime started, DateTime due, IEnumerable<int> daysBefore, DateTime now) =>
        now >= due ? null : daysBefore.Where(d => DayOf(calendar, started, due, d) is { } day && day <= calendar.DateOf(now)).Select(d => (int?)d).Min();

    /// <summary>
    /// The desk above: staff answer to the head of their division, or, outside divisions, to the secretary; both of those
    /// to the head of agency, who has nobody above here.
    /// </summary>
    public static string? SuperiorOf(string deskCode, IReadOnlyList<Desk> desks)
    {
        if (desks.FirstOrDefault(d => d.Code == deskCode) is not { } desk || desk.Members.Exists(m => m.Role == StaffRole.HeadOfAgency))
        {
            return null;
        }

        if (desk.Members.Exists(m => m.Role is StaffRole.HeadOfDivision or StaffRole.AgencySecretary))
        {
            return Narrowest(desks, StaffRole.HeadOfAgency, null);
        }

        var unit = desk.Members.Select(m => m.UnitCode).FirstOrDefault(u => u is not null);
        return (unit is null ? null : Narrowest(desks, StaffRole.HeadOfDivision, unit)) ?? Narrowest(desks, StaffRole.AgencySecretary, null);
    }

    private static string? Narrowest(IReadOnlyList<Desk> desks, StaffRole role, string? unit) => desks
        .Where(d => d.RetiredAt is null && d.Members.Exists(m => m.Role == role && (unit is null || m.UnitCode == unit)))
        .OrderBy(d => d.Members.Count)
        .ThenBy(d => d.SortOrder)
        .Select(d => d.Code)
        .FirstOrDefault();
}
