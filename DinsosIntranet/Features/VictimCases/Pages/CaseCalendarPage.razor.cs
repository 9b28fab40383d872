using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The court calendar: the month, with who accompanies in which case. Codes only.</summary>
public sealed partial class CaseCalendarPage
{
    private const string Path = "/kasus/jadwal";

    private IReadOnlyList<HearingEntry>? _entries;
    private DateOnly _today;
    private DateOnly? _shown;

    [Inject]
    public required CaseQueries Cases { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>"2026-11".</summary>
    [SupplyParameterFromQuery]
    public string? Bulan { get; set; }

    private DateOnly Month { get; set; } = new(2026, 1, 1);

    protected override void OnInitialized() => Follow(Topic.Cases);

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
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync()
    {
        if (Actor is not null && _shown is { } month)
        {
            var days = MonthCalendar.DaysAround(month);
            _entries = await Cases.CalendarAsync(Actor, days[0], days[^1], Gone);
        }
    }

    private static string Address(DateOnly month) => $"{Path}?bulan={MonthCalendar.Text(month)}";
}
