using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The complaint book. Filters and page live in the address; it is searched by number only, so nothing there names people.</summary>
public sealed partial class BookPage
{
    private const int ShownLetters = 140;

    private AgencySnapshot? _agency;

    [Inject]
    public required ComplaintBook Book { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [SupplyParameterFromQuery]
    public string? Golongan { get; set; }

    [SupplyParameterFromQuery]
    public string? Saluran { get; set; }

    [SupplyParameterFromQuery]
    public string? Dari { get; set; }

    [SupplyParameterFromQuery]
    public string? Sampai { get; set; }

    protected override BookFilter Filter => BookAddress.Filter(Reference, Status, Golongan, Saluran, Dari, Sampai) with { Text = Searched };

    private string CountText => IndonesianNumbers.Counted(Page?.Count, "pengaduan");

    /// <summary>The file holds what the filters of the address admit.</summary>
    private string ExportHref => ComplaintEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        _agency ??= await Agencies.GetAsync(Gone);
        await base.OnParametersSetAsync();
    }

    /// <summary>Who leads, and how many more there are; the file names them all.</summary>
    private static string TeamText(string team)
    {
        var members = team.Split("; ");
        return members.Length == 1 ? $"Tim: {members[0]}" : $"Tim: {members[0]} dan {members.Length - 1} orang";
    }

    private string Received(BookRow row) => _agency is { } agency ? IndonesianDates.Short(agency.DateOf(row.ReceivedAt)) : "";

    protected override Task<BookPart> FindAsync(BookFilter filter, int page, Actor actor) => Book.PageAsync(filter, page, actor, Gone);
}
