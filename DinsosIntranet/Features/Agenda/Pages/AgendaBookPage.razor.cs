using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>
/// The agenda book. Filters and page stand in the address; what was typed does not, because somebody will type a name.
/// </summary>
public sealed partial class AgendaBookPage
{
    private const string PageParameter = "hal";

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private AgendaPage? _page;
    private IReadOnlyList<int> _years = [];
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject]
    public required AgendaQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

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

    private int PageNumber => AddressValues.Page(Hal);

    private int? YearAsked => AddressValues.Number(Tahun) is { } year and <= 9999 ? (int)year : null;

    private AgendaFilter Filter => new(_asked, YearAsked, AgendaStates.FromCode(Keadaan), AddressValues.Day(Dari), AddressValues.Day(Sampai));

    private bool IsFiltered => Filter != new AgendaFilter();

    private string CountText => $"{_page!.Total.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))} surat";

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Dispositions);

    protected override Task OnParametersSetAsync() => ReadAsync();

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var page = await Queries.BookAsync(Filter, PageNumber, Actor, _gone.Token);
        var years = await Queries.YearsAsync(_gone.Token);
        if (reading == _reading)
        {
            (_page, _years) = (page, years);
        }
    }

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        if (PageNumber == 1)
        {
            return ReadAsync();
        }

        Go(PageParameter, null);
        return Task.CompletedTask;
    }

    private string HrefFor(int page) => Navigation.GetUriWithQueryParameter(PageParameter, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Text that is no date says so in its field and narrows nothing.</summary>
    private void GoDay(string name, DateOnly? day)
    {
        if (day != IndonesianDates.Unreadable)
        {
            Go(name, AddressValues.Of(day));
        }
    }

    /// <summary>Goes to the same page with one filter changed; a changed filter begins at the first page.</summary>
    private void Go(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [name] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
        [PageParameter] = null,
    }));
}
