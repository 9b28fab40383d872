using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>Everybody who can sign in. Filters and page stand in the address; what was typed does not, because it is a name.</summary>
public sealed partial class StaffListPage : IDisposable
{
    public const string Address = "/pengaturan/pegawai";
    private const string PageParameter = "halaman";

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private StaffPage? _page;
    private IReadOnlyList<Agency.Domain.Unit> _units = [];
    private TimeZoneInfo? _zone;
    private string? _text;
    private int _reading;

    [Inject]
    public required StaffQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? Peran { get; set; }

    [SupplyParameterFromQuery]
    public string? Unit { get; set; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Halaman { get; set; }

    private int PageNumber => int.TryParse(Halaman, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private string CountText => $"{_page!.Total.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))} orang";

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Accounts);

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
        var reading = ++_reading;
        var agency = await Agencies.GetAsync(_gone.Token);
        var filter = new StaffFilter(
            _text,
            string.IsNullOrEmpty(Peran) ? null : StaffRoles.FromCode(Peran),
            string.IsNullOrEmpty(Unit) ? null : Unit,
            StaffStates.FromCode(Keadaan));
        var page = await Queries.ListAsync(filter, PageNumber, _gone.Token);
        if (reading == _reading)
        {
            (_page, _units, _zone) = (page, agency.Units, agency.Zone);
        }
    }

    private Task SearchAsync()
    {
        if (PageNumber == 1)
        {
            return ReadAsync();
        }

        Go(PageParameter, null);
        return Task.CompletedTask;
    }

    private string HrefFor(int page) => Navigation.GetUriWithQueryParameter(PageParameter, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Goes to the same page with one filter changed; a changed filter begins at the first page.</summary>
    private void Go(string name, string? value) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        [name] = string.IsNullOrWhiteSpace(value) ? null : value,
        [PageParameter] = null,
    }));
}
