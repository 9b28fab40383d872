namespace DinsosIntranet.Shared.Calendar;

/// <summary>Why a date differs from the ordinary week.</summary>
public enum CalendarDayKind
{
    NationalHoliday,
    /// <summary>Collective leave: free for civil servants, though it is no public holiday.</summary>
    CollectiveLeave,
    /// <summary>Free in this regency only, by the regent's decision.</summary>
    LocalHoliday,
    /// <summary>Worked although the week or a holiday would make it free; stronger than any other entry of the date.</summary>
    SpecialWorkingDay,
}

/// <summary>Codes of the day kinds for data files, and their names on screen.</summary>
public static class CalendarDayKinds
{
    public static IReadOnlyList<CalendarDayKind> All { get; } = Enum.GetValues<CalendarDayKind>();

    public static string Code(this CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.NationalHoliday => "libur-nasional",
        CalendarDayKind.CollectiveLeave => "cuti-bersama",
        CalendarDayKind.LocalHoliday => "libur-daerah",
        CalendarDayKind.SpecialWorkingDay => "hari-kerja-khusus",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Name(this CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.NationalHoliday => "Libur nasional",
        CalendarDayKind.CollectiveLeave => "Cuti bersama",
        CalendarDayKind.LocalHoliday => "Libur daerah",
        CalendarDayKind.SpecialWorkingDay => "Hari kerja khusus",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static CalendarDayKind? FromCode(string code)
    {
        foreach (var kind in All)
        {
            if (kind.Code() == code)
            {
                return kind;
            }
        }

        return null;
    }
}

/// <summary>
/// One entry of the calendar with the decree it comes from. <paramref name="Provisional"/> marks dates that follow the moon
/// and may still be moved by the minister.
/// </summary>
public sealed record CalendarDay(DateOnly Date, string Name, CalendarDayKind Kind, string Source, bool Provisional = false);
