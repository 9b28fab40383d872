using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>The register of every print, download and preview. All filters stand in the address: none of them is a name.</summary>
public sealed partial class PrintRegisterPage : IDisposable
{
    private const string PageParameter = "halaman";

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private PrintPage? _page;
    private TimeZoneInfo? _zone;
    private IReadOnlyList<string> _kinds = [];
    private IReadOnlyList<(Guid Id, string Name)> _people = [];
    private int _reading;

    [Inject]
    public required LetterQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Jenis { get; set; }

    [SupplyParameterFromQuery]
    public string? Cara { get; set; }

    [SupplyParameterFromQuery]
    public string? Oleh { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    [SupplyParameterFromQuery]
    public string? Surat { get; set; }

    [SupplyParameterFromQuery]
    public string? Halaman { get; set; }

    private int PageNumber => int.TryParse(Halaman, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page : 1;

    private Guid? LetterId => Guid.TryParse(Surat, out var id) ? id : null;

    private bool IsFiltered => new[] { Jenis, Cara, Oleh, Dari, Sampai, Surat }.Any(v => !string.IsNullOrWhiteSpace(v));

    private string CountText => _page is null ? "" : $"{_page.Total.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))} catatan";

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Letters);

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
        var agency = await Agencies.GetAsync(_gone.Token);
        var filter = new PrintFilter(
            string.IsNullOrEmpty(Jenis) ? null : Jenis,
            PrintWays.FromCode(Cara),
            Guid.TryParse(Oleh, out var by) ? by : null,
            Midnight(Dari, 0, agency.Zone),
            Midnight(Sampai, 1, agency.Zone),
            LetterId);
        var page = await Queries.PrintsAsync(filter, PageNumber, Actor, _gone.Token);
        var (kinds, people) = await Queries.PrintChoicesAsync(_gone.Token);
        if (reading == _reading)
        {
            (_page, _zone, _kinds, _people) = (page, agency.Zone, kinds, people);
        }
    }

    /// <summary>When the day of the address, or the one some days later, begins in the agency's zone.</summary>
    private static DateTime? Midnight(string? day, int later, TimeZoneInfo zone) =>
        AddressValues.Day(day) is { } date
            ? TimeZoneInfo.ConvertTimeToUtc(date.AddDays(later).ToDateTime(TimeOnly.MinValue), zone)
            : null;

    private string HrefFor(int page) => Navigation.GetUriWithQueryParameter(PageParameter, page == 1 ? null : page.ToString(CultureInfo.InvariantCulture));

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
