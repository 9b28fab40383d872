using System.Globalization;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Shared.Calendar;

/// <summary>The calendar of the data folder, and local times written as "2026-11-26 11.45".</summary>
internal static class TestCalendars
{
    public static TimeZoneInfo Wib { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta");

    public static TimeZoneInfo Wita { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Makassar");

    public static WorkCalendar Lebak { get; } = WorkCalendarFiles.Read(RepositoryRoot.Data("calendar"), Wib);

    public static DateTime At(string local, TimeZoneInfo? zone = null) => TimeZoneInfo.ConvertTimeToUtc(
        DateTime.ParseExact(local, "yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture), zone ?? Wib);

    public static string Local(DateTime? utc, TimeZoneInfo? zone = null) => utc is { } moment
        ? TimeZoneInfo.ConvertTimeFromUtc(moment, zone ?? Wib).ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture)
        : "-";

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
