using System.Globalization;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dtks.Domain;

/// <summary>The time of a check as the operator types it: "23/11/2026 09.40" on the agency's wall.</summary>
public static class CheckTime
{
    private static readonly string[] Forms = ["d/M/yyyy H.mm", "d/M/yyyy H:mm"];

    public static string Format(DateTime utc, TimeZoneInfo zone) => IndonesianDates.ShortWithTime(utc, zone);

    /// <summary>The moment in UTC; null where the text is no date and time.</summary>
    public static DateTime? Parse(string? text, TimeZoneInfo zone) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var local)
            ? TimeZoneInfo.ConvertTimeToUtc(local, zone)
            : null;
}
