using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>The register of every print, download and preview. All filters stand in the address: none of them is a name.</summary>
public sealed partial class PrintRegisterPage
{
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
    public required NavigationManager Navigation { get; init; }

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
    public string? Hal { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private Guid? LetterId => Guid.TryParse(Surat, out var id) ? id : null;

    private bool IsFiltered => new[] { Jenis, Cara, Oleh, Dari, Sampai, Surat }.Any(v => !string.IsNullOrWhiteSpace(v));

    private string CountText => _page is null ? "" : $"{IndonesianNumbers.Whole(_page.Total)} catatan";

    protected override void OnInitialized() => Follow(Topic.Letters);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var agency = await Agencies.GetAsync(Gone);
        var filter = new PrintFilter(
            string.IsNullOrEmpty(Jenis) ? null : Jenis,
            PrintWays.FromCode(Cara),
            Guid.TryParse(Oleh, out var by) ? by : null,
            Midnight(Dari, 0, agency.Zone),
            Midnight(Sampai, 1, agency.Zone),
            LetterId);
        var page = await Queries.PrintsAsync(filter, PageAsked, Actor, Gone);
        var (kinds, people) = await Queries.PrintChoicesAsync(Gone);
        if (reading == _reading)
        {
            (_page, _zone, _kinds, _people) = (page, agency.Zone, kinds, people);
        }
    }

    /// <summary>When the day of the address, or the one some days later, begins in the agency's zone.</summary>
    private static DateTime? Midnight(string? day, int later, TimeZoneInfo zone) =>
        AddressValues.Day(day) is { } date ? WorkCalendar.StartOf(date.AddDays(later), zone) : null;
}
