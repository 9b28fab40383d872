using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The month, with the teams and vehicles on the way.</summary>
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

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is null)
        {
            return;
        }

        _today = (await Agencies.GetAsync()).DateOf(Time.GetUtcNow().UtcDateTime);
        Month = MonthCalendar.Asked(Bulan, _today);
        if (_shown != Month)
        {
            _shown = Month;
            var days = MonthCalendar.DaysAround(Month);
            _entries = await Queries.CalendarAsync(Actor, days[0], days[^1]);
        }
    }

    private static string Address(DateOnly month) => "/pemulangan/kalender?bulan=" + MonthCalendar.Text(month);
}
