using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// The letter book. Filters and page stand in the address; what was typed does not, because somebody will type a name.
/// </summary>
public sealed partial class LetterBookPage : IDisposable
{
    private const string PageParameter = "halaman";

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private LetterPage? _page;
    private IReadOnlyList<string> _kinds = [];
    private IReadOnlyList<int> _years = [];
    private int _reading;
    private string? _text;

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
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Tahun { get; set; }

    [SupplyParameterFromQuery]
    public string? Halaman { get; set; }

    private int PageNumber => AddressValues.Page(Halaman);

    private int? YearAsked => AddressValues.Number(Tahun) is { } year and <= int.MaxValue ? (int)year : null;

    private bool IsFiltered => new[] { _text, Jenis, Keadaan, Tahun }.Any(v => !string.IsNullOrWhiteSpace(v));

    private string CountText => _page is null ? "" : $"{_page.Total.ToString("N0", CultureInfo.GetCultureInfo("id-ID"))} surat";

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Letters);

    protected override Task OnParametersSetAsync() => ReadAsync();

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private static string StandingText(LetterRow row) =>
        row is { Standing: LetterStanding.Valid, ValidUntil: null } ? "Terbit" : row.Standing.Name();

    private static string? Validity(LetterRow row) => row switch
    {
        { EndedReason: { } reason } => reason,
        { ValidUntil: { } until } => "sampai " + IndonesianDates.Letter(until),
        _ => null,
    };

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
        var filter = new LetterFilter(
            _text,
            string.IsNullOrEmpty(Jenis) ? null : Jenis,
            LetterStandings.FromCode(Keadaan),
            YearAsked);
        var page = await Queries.BookAsync(filter, PageNumber, agency.DateOf(Time.GetUtcNow().UtcDateTime), Actor, _gone.Token);
        var (kinds, years) = await Queries.BookChoicesAsync(_gone.Token);
        if (reading == _reading)
        {
            (_page, _kinds, _years) = (page, kinds, years);
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
        [name] = string.IsNullOrWhiteSpace(value) ? null : value.Trim(),
        [PageParameter] = null,
    }));
}
