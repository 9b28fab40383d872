using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>
/// The register of all requests. Filters live in the address, so that a list can be linked to; what is searched for does
/// not, because it names people.
/// </summary>
public sealed partial class RequestRegister
{
    private static readonly int[] PageSizes = [25, 50, 100];

    private static readonly (string Code, WorkStatus Status)[] Statuses =
    [
        ("menunggu-berkas", WorkStatus.WaitingForDocuments),
        ("berjalan", WorkStatus.Running),
        ("jeda", WorkStatus.Paused),
        ("selesai", WorkStatus.Done),
        ("ditolak", WorkStatus.Declined),
        ("dirujuk", WorkStatus.Referred),
        ("ditarik", WorkStatus.Withdrawn),
    ];

    private RadzenDataGrid<RequestRow>? _grid;
    private RequestPage? _page;
    private IReadOnlyList<ServiceStandard> _services = [];
    private string? _text;
    private string? _asked;
    private (WorkStatus?, string?, DateOnly?, DateOnly?) _shown;
    private int _reading;

    [Inject] public required RequestQueries Queries { get; init; }

    [Inject] public required StandardLibrary Standards { get; init; }

    [Inject] public required AgencyDirectory Agencies { get; init; }

    [Inject] public required QuickSearch QuickSearch { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [CascadingParameter] public Actor? Actor { get; set; }

    [SupplyParameterFromQuery] public string? Status { get; set; }

    [SupplyParameterFromQuery] public string? Layanan { get; set; }

    [SupplyParameterFromQuery] public string? Dari { get; set; }

    [SupplyParameterFromQuery] public string? Sampai { get; set; }

    private WorkStatus? StatusAsked => Statuses.Where(s => s.Code == Status).Select(s => (WorkStatus?)s.Status).FirstOrDefault();

    private string? ServiceAsked => string.IsNullOrEmpty(Layanan) ? null : Layanan;

    private DateOnly? From => AddressValues.Day(Dari);

    private DateOnly? Until => AddressValues.Day(Sampai);

    private bool IsNarrowed => _asked is not null || _shown != default;

    private string CountText => _page?.Count switch
    {
        null => "",
        0 => "Tidak ada permohonan",
        { } count when IsNarrowed => $"{IndonesianNumbers.Whole(count)} permohonan cocok",
        { } count => $"{IndonesianNumbers.Whole(count)} permohonan",
    };

    public void Dispose() => QuickSearch.Asked -= OnQuickSearch;

    protected override async Task OnInitializedAsync()
    {
        QuickSearch.Asked += OnQuickSearch;
        _text = _asked = QuickSearch.Take();
        var agency = await Agencies.GetAsync();
        _services = [.. (await Standards.ActiveOnAsync(agency.DateOf(Time.GetUtcNow().UtcDateTime))).Select(s => s.Standard)];
    }

    protected override async Task OnParametersSetAsync()
    {
        var asked = (StatusAsked, ServiceAsked, From, Until);
        if (asked == _shown)
        {
            return;
        }

        _shown = asked;
        await ReloadAsync();
    }

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return ReloadAsync();
    }

    private Task ShowAllAsync()
    {
        (_text, _asked) = (null, null);
        return Navigation.DropFilters() ? Task.CompletedTask : ReloadAsync();
    }

    private void OnQuickSearch(object? sender, EventArgs e) => _ = InvokeAsync(async () =>
    {
        try
        {
            _text = _asked = QuickSearch.Take();
            await ReloadAsync();
            StateHasChanged();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    /// <summary>From the first page, once the grid is there; before that it loads by itself.</summary>
    private Task ReloadAsync() => _grid?.FirstPage(forceReload: true) ?? Task.CompletedTask;

    private async Task LoadAsync(LoadDataArgs args)
    {
        var reading = ++_reading;
        var sort = args.Sorts?.FirstOrDefault();
        var filter = new RequestFilter
        {
            Text = _asked,
            Status = StatusAsked,
            StandardCode = ServiceAsked,
            From = From,
            Until = Until,
            Sort = sort?.Property == nameof(RequestRow.Number) ? RequestSort.Number : RequestSort.Received,
            Ascending = sort?.SortOrder == SortOrder.Ascending,
        };
        var page = await Queries.SearchAsync(filter, args.Skip ?? 0, args.Top ?? PageSizes[0], Actor!);
        if (reading == _reading)
        {
            _page = page;
        }
    }
}
