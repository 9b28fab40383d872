using System.Globalization;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Dtks.Domain;

/// <summary>The data periods a check may be about, newest first: DTSEN is published by the quarter, DTKS was by the month.</summary>
public static class DataPeriods
{
    public const int Quarters = 6;
    public const int Months = 12;

    private static readonly string[] QuarterNames = ["I", "II", "III", "IV"];

    public static IReadOnlyList<string> For(RegisterSource source, DateOnly today) => source == RegisterSource.Dtsen
        ? [.. Enumerable.Range(0, Quarters).Select(back => Quarter(today.AddMonths(-3 * back)))]
        : [.. Enumerable.Range(0, Months).Select(back => Month(today.AddMonths(-back)))];

    private static string Quarter(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"Triwulan {QuarterNames[(day.Month - 1) / 3]} {day.Year}");

    private static string Month(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{IndonesianDates.MonthName(day.Month)} {day.Year}");
}
