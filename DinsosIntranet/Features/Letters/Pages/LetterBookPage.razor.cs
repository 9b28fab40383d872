using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// The letter book. Filters and page stand in the address; what was typed does not, because somebody will type a name.
/// </summary>
public sealed partial class LetterBookPage
{
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
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Jenis { get; set; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Tahun { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private int? YearAsked => AddressValues.Number(Tahun) is { } year and <= int.MaxValue ? (int)year : null;

    private bool IsFiltered => new[] { _text, Jenis, Keadaan, Tahun }.Any(v => !string.IsNullOrWhiteSpace(v));

    private string CountText => _page is null ? "" : $"{IndonesianNumbers.Whole(_page.Total)} surat";

    protected override void OnInitialized() => Follow(Topic.Letters);

    protected override Task OnParametersSetAsync() => ReadAsync();

    private static string StandingText(LetterRow row) =>
        row is { Standing: LetterStanding.Valid, ValidUntil: null } ? "Terbit" : row.Standing.Name();

    private static string? Validity(LetterRow row) => row switch
    {
        { EndedReason: { } reason } => reason,
        { ValidUntil: { } until } => "sampai " + IndonesianDates.Letter(until),
        _ => null,
    };

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var agency = await Agencies.GetAsync(Gone);
        var filter = new LetterFilter(
            _text,
            string.IsNullOrEmpty(Jenis) ? null : Jenis,
            LetterStandings.FromCode(Keadaan),
            YearAsked);
        var page = await Queries.BookAsync(filter, PageAsked, agency.DateOf(Time.GetUtcNow().UtcDateTime), Actor, Gone);
        var (kinds, years) = await Queries.BookChoicesAsync(Gone);
        if (reading == _reading)
        {
            (_page, _kinds, _years) = (page, kinds, years);
        }
    }

    private Task SearchAsync() => Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
}
