using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dtks.Domain;

/// <summary>The time of a check as the operator types it: "23/11/2026 09.40" on the agency's wall.</summary>
public static class CheckTime
{
    public static string Format(DateTime utc, TimeZoneInfo zone) => IndonesianDates.ShortWithTime(utc, zone);

    /// <summary>The moment in UTC; null where the text is no date and time.</summary>
    public static DateTime? Parse(string? text, TimeZoneInfo zone) => IndonesianDates.ReadWithTime(text, zone);
}
