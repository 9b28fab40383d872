using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>
/// The agenda book. Filters and page stand in the address; what was typed does not, because somebody will type a name.
/// </summary>
public sealed partial class AgendaBookPage
{
    private AgendaPage? _page;
    private IReadOnlyList<int> _years = [];
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject]
    public required AgendaQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Tahun { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private int? YearAsked => AddressValues.Number(Tahun) is { } year and <= 9999 ? (int)year : null;

    private AgendaFilter Filter => new(_asked, YearAsked, AgendaStates.FromCode(Keadaan), AddressValues.Day(Dari), AddressValues.Day(Sampai));

    private bool IsFiltered => Filter != new AgendaFilter();

    private string CountText => $"{IndonesianNumbers.Whole(_page!.Total)} surat";

    protected override void OnInitialized() => Follow(Topic.Dispositions);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var page = await Queries.BookAsync(Filter, PageAsked, Actor, Gone);
        var years = await Queries.YearsAsync(Gone);
        if (reading == _reading)
        {
            (_page, _years) = (page, years);
        }
    }

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
    }
}
