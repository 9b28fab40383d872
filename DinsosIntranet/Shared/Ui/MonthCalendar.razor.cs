using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A month in whole weeks from Monday. What stands on a day is the page's, as blocks of class "acara"; days without any are
/// left out on a phone.
/// </summary>
public sealed partial class MonthCalendar
{
    /// <summary>The first day of the month shown.</summary>
    [Parameter, EditorRequired]
    public required DateOnly Month { get; set; }

    [Parameter, EditorRequired]
    public required DateOnly Today { get; set; }

    [Parameter, EditorRequired]
    public required Func<DateOnly, bool> HasEntries { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<DateOnly> ChildContent { get; set; }

    /// <summary>The days shown with a month: from the Monday before its first day to the Sunday after its last.</summary>
    public static IReadOnlyList<DateOnly> DaysAround(DateOnly month)
    {
        var first = month.AddDays(-(((int)month.DayOfWeek + 6) % 7));
        var last = month.AddMonths(1).AddDays(-1);
        var end = last.AddDays((7 - (int)last.DayOfWeek) % 7);
        return [.. Enumerable.Range(0, end.DayNumber - first.DayNumber + 1).Select(first.AddDays)];
    }

    /// <summary>The month asked for in an address as "2026-11"; that of today where it is none.</summary>
    public static DateOnly Asked(string? month, DateOnly today) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100
            ? asked
            : new DateOnly(today.Year, today.Month, 1);

    /// <summary>A month as an address asks for it.</summary>
    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
