using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>Everybody who can sign in. Filters and page stand in the address; what was typed does not, because it is a name.</summary>
public sealed partial class StaffListPage
{
    public const string Address = "/pengaturan/pegawai";
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
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? Peran { get; set; }

    [SupplyParameterFromQuery]
    public string? Unit { get; set; }

    [SupplyParameterFromQuery]
    public string? Keadaan { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private string CountText => $"{IndonesianNumbers.Whole(_page!.Total)} orang";

    protected override void OnInitialized() => Follow(Topic.Accounts);

    protected override Task OnParametersSetAsync() => ReadAsync();

    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        var agency = await Agencies.GetAsync(Gone);
        var filter = new StaffFilter(
            _text,
            string.IsNullOrEmpty(Peran) ? null : StaffRoles.FromCode(Peran),
            string.IsNullOrEmpty(Unit) ? null : Unit,
            StaffStates.FromCode(Keadaan));
        var page = await Queries.ListAsync(filter, PageAsked, Gone);
        if (reading == _reading)
        {
            (_page, _units, _zone) = (page, agency.Units, agency.Zone);
        }
    }

    private Task SearchAsync() => Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
}
