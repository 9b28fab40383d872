using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DinsosIntranet.Shared.Text;

/// <summary>
/// Dates and times as Indonesian papers and screens write them. Month and day names are our own: they must not change with
/// the ICU version of the machine a letter is printed on.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "Long and short forms of a date are meant, not the types.")]
public static class IndonesianDates
{
    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    private static readonly string[] RomanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>How a date may be typed; a date copied from elsewhere may have the year first.</summary>
    private static readonly string[] Typed = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "ddMMyyyy", "yyyy-MM-dd"];

    private static readonly string[] TypedWithTime = ["d/M/yyyy H.mm", "d/M/yyyy H:mm"];

    /// <summary>Stands for text that was meant as a date and is none: before everything, so that no rule lets it pass.</summary>
    public static DateOnly Unreadable => DateOnly.MinValue;

    /// <summary>In the order of <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    public static string MonthName(int month) => Months[month - 1];

    public static string DayName(DayOfWeek day) => Days[(int)day];

    /// <summary>"XI" for November, as letter numbers carry it.</summary>
    public static string RomanMonth(int month) => RomanMonths[month - 1];

    /// <summary>"Minggu, 22 November 2026".</summary>
    public static string Long(DateOnly date) => $"{DayName(date.DayOfWeek)}, {Letter(date)}";

    /// <summary>"22 November 2026".</summary>
    public static string Letter(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MonthName(date.Month)} {date.Year}");

    /// <summary>"22/11/2026".</summary>
    public static string Short(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"22/11/2026 13.30" as typed on the agency's wall, in UTC; null where the text is no date and time.</summary>
    public static DateTime? ReadWithTime(string? text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, TypedWithTime, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone)
            : null;

    /// <summary>A date as people type it, day first; null where the text is none.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text.Replace(" ", "", StringComparison.Ordinal), Typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date != Unreadable ? date : null;

    /// <summary>"13.30".</summary>
    public static string Time(TimeOnly time) => time.ToString("HH'.'mm", CultureInfo.InvariantCulture);

    /// <summary>"13.30" on the agency's wall.</summary>
    public static string Time(DateTime utc, TimeZoneInfo zone) => Time(TimeOnly.FromDateTime(Local(utc, zone)));

    /// <summary>"13.30 WIB".</summary>
    public static string TimeWithZone(DateTime utc, TimeZoneInfo zone) => $"{Time(utc, zone)} {ZoneName(zone)}";

    /// <summary>"22/11/2026 13.30", for lists.</summary>
    public static string ShortWithTime(DateTime utc, TimeZoneInfo zone) => $"{Short(DateOnly.FromDateTime(Local(utc, zone)))} {Time(utc, zone)}";

    /// <summary>"Minggu, 22 November 2026 pukul 13.30 WIB".</summary>
    public static string LongWithTime(DateTime utc, TimeZoneInfo zone) => $"{Long(DateOnly.FromDateTime(Local(utc, zone)))} pukul {TimeWithZone(utc, zone)}";

    /// <summary>WIB, WITA or WIT; Indonesia has no summer time, so the offset alone tells.</summary>
    public static string ZoneName(TimeZoneInfo zone) => zone.BaseUtcOffset.TotalHours switch
    {
        7 => "WIB",
        8 => "WITA",
        9 => "WIT",
        _ => throw new ArgumentException($"'{zone.Id}' is no Indonesian time zone.", nameof(zone)),
    };

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) => utc.Kind == DateTimeKind.Utc
        ? TimeZoneInfo.ConvertTimeFromUtc(utc, zone)
        : throw new ArgumentException("The moment must be in UTC.", nameof(utc));
}
