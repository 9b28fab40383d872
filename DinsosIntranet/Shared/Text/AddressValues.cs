using System.Globalization;

namespace DinsosIntranet.Shared.Text;

/// <summary>
/// Reads what a page's address carries. Addresses are kept, shortened and typed by people: what is not exactly a value
/// narrows nothing, it never fails the page.
/// </summary>
public static class AddressValues
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Beyond any list of this program, and small enough to be multiplied by the size of a page.</summary>
    private const int LastPage = 1_000_000;

    /// <summary>A day written yyyy-MM-dd, of a year this program may meet; null for anything else.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200 ? day : null;

    public static string? Of(DateOnly? day) => day is { } date && date != IndonesianDates.Unreadable ? date.ToString(DayForm, CultureInfo.InvariantCulture) : null;

    /// <summary>The number of a page, counted from 1; the first page for anything else.</summary>
    public static int Page(string? text) => Number(text) is { } page and > 0 ? (int)Math.Min(page, LastPage) : 1;

    /// <summary>A whole number in figures alone; null for anything else.</summary>
    public static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
