using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The complaint book. Filters and page live in the address; it is searched by number only, so nothing there names people.</summary>
public sealed partial class BookPage
{
    private const int ShownLetters = 140;

    private AgencySnapshot? _agency;
    private BookPart? _page;
    private (BookFilter Filter, int Page)? _shown;
    private string? _text;
    private string? _asked;
    private int _reading;

    [Inject]
    public required ComplaintBook Book { get; init; }

    [Inject]
    public required ComplaintReference Reference { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

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

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private int PageAsked => AddressValues.Page(Hal);

    private BookFilter Asked => BookAddress.Filter(Reference, Status, Golongan, Saluran, Dari, Sampai) with { Text = _asked };

    private bool IsNarrowed => Asked != new BookFilter();

    private string CountText => _page?.Count switch
    {
        null => "",
        0 => "Tidak ada pengaduan",
        { } count => $"{IndonesianNumbers.Whole(count)} pengaduan",
    };

    /// <summary>The file holds what the filters of the address admit.</summary>
    private string ExportHref => ComplaintEndpoints.ExportPath + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        _agency ??= await Agencies.GetAsync(Gone);
        if (Actor is not null && _shown != (Asked, PageAsked))
        {
            await ReadAsync();
        }
    }

    /// <summary>Who leads, and how many more there are; the file names them all.</summary>
    private static string TeamText(string team)
    {
        var members = team.Split("; ");
        return members.Length == 1 ? $"Tim: {members[0]}" : $"Tim: {members[0]} dan {members.Length - 1} orang";
    }

    private string Received(BookRow row) => _agency is { } agency ? IndonesianDates.Short(agency.DateOf(row.ReceivedAt)) : "";

    private Task SearchAsync()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        return Navigation.GoToFirstPage() ? Task.CompletedTask : ReadAsync();
    }

    private Task ShowAllAsync()
    {
        (_text, _asked) = (null, null);
        return Navigation.DropFilters() ? Task.CompletedTask : ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Asked, PageAsked);
        var page = await Book.PageAsync(asked.Item1, asked.Item2, Actor, Gone);
        if (reading == _reading)
        {
            (_page, _shown) = (page, asked);
        }
    }
}
