namespace DinsosIntranet.Shared.Calendar;

/// <summary>What a service time counts. "Kerja" units count open office time only, calendar units run day and night.</summary>
public enum TimeUnit
{
    WorkingMinutes,
    WorkingHours,
    WorkingDays,
    CalendarDays,
    CalendarHours,
    /// <summary>The standard promises no time ("menyesuaikan kebutuhan").</summary>
    None,
}

/// <summary>Codes of the units for data files, and their names on screen.</summary>
public static class TimeUnits
{
    public static IReadOnlyList<TimeUnit> All { get; } = Enum.GetValues<TimeUnit>();

    public static string Code(this TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingMinutes => "menit-kerja",
        TimeUnit.WorkingHours => "jam-kerja",
        TimeUnit.WorkingDays => "hari-kerja",
        TimeUnit.CalendarDays => "hari-kalender",
        TimeUnit.CalendarHours => "jam-kalender",
        TimeUnit.None => "tanpa-batas",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static string Name(this TimeUnit unit) => unit switch
    {
        TimeUnit.WorkingMinutes => "menit kerja",
        TimeUnit.WorkingHours => "jam kerja",
        TimeUnit.WorkingDays => "hari kerja",
        TimeUnit.CalendarDays => "hari kalender",
        TimeUnit.CalendarHours => "jam kalender",
        TimeUnit.None => "tanpa batas",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static bool IsWorkingTime(this TimeUnit unit) =>
        unit is TimeUnit.WorkingMinutes or TimeUnit.WorkingHours or TimeUnit.WorkingDays;

    public static TimeUnit? FromCode(string code)
    {
        foreach (var unit in All)
        {
            if (unit.Code() == code)
            {
                return unit;
            }
        }

        return null;
    }
}

/// <summary>
/// A promise or a limit: at least, at most, of one unit. Only <see cref="Most"/> makes a due time; <see cref="Least"/> is
/// shown where a standard publishes a range. Both are 0 where there is no limit.
/// </summary>
public sealed record ServiceTime
{
    public ServiceTime(int least, int most, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        if (unit != TimeUnit.None)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        }

        Least = least;
        Most = most;
        Unit = unit;
    }

    public static ServiceTime Unlimited { get; } = new(0, 0, TimeUnit.None);

    public int Least { get; }

    public int Most { get; }

    public TimeUnit Unit { get; }

    /// <summary>As a sentence shows it: "15 menit kerja", "3–5 hari kerja", "menyesuaikan kebutuhan".</summary>
    public string Text
    {
        get
        {
            if (Unit == TimeUnit.None)
            {
                return "menyesuaikan kebutuhan";
            }

            return Least == 0 || Least == Most ? $"{Most} {Unit.Name()}" : $"{Least}–{Most} {Unit.Name()}";
        }
    }

    public override string ToString() => Text;
}
