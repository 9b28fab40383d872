using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The month, with the teams and vehicles on the way. Days without any are left out on a phone.</summary>
public sealed partial class RepatriationCalendarPage
{
    private IReadOnlyList<CalendarEntry>? _entries;
    private DateOnly _today;
    private DateOnly? _shown;

    [Inject]
    public required RepatriationQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>"2026-11".</summary>
    [SupplyParameterFromQuery]
    public string? Bulan { get; set; }

    private DateOnly Month { get; set; } = new(2026, 1, 1);

    /// <summary>Whole weeks, from Monday.</summary>
    private IEnumerable<DateOnly> Days
    {
        get
        {
            var first = Month.AddDays(-(((int)Month.DayOfWeek + 6) % 7));
            var last = Month.AddMonths(1).AddDays(-1);
            var end = last.AddDays((7 - (int)last.DayOfWeek) % 7);
            return Enumerable.Range(0, end.DayNumber - first.DayNumber + 1).Select(first.AddDays);
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null)
        {
            return;
        }

        _today = (await Agencies.GetAsync()).DateOf(Time.GetUtcNow().UtcDateTime);
        Month = DateOnly.TryParseExact(Bulan + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) && asked.Year is > 2000 and < 2100
            ? asked
            : new DateOnly(_today.Year, _today.Month, 1);
        if (_shown != Month)
        {
            _shown = Month;
            var days = Days.ToList();
            _entries = await Queries.CalendarAsync(Actor, days[0], days[^1]);
        }
    }

    private static string Address(DateOnly month) => "/pemulangan/kalender?bulan=" + month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
