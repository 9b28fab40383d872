using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Journeys by code, and the visits that are due after them.</summary>
public sealed partial class RepatriationListPage
{
    private static readonly (RepatriationFilter Filter, string Text, string Address)[] Filters =
        [(RepatriationFilter.Running, "Berjalan", "/pemulangan"), (RepatriationFilter.Mine, "Tim saya", "/pemulangan?lihat=tim"), (RepatriationFilter.Closed, "Selesai", "/pemulangan?lihat=selesai")];

    private RepatriationList? _list;
    private IReadOnlyList<VisitDue> _visits = [];
    private (RepatriationFilter, int)? _shown;
    private int _reading;

    [Inject]
    public required RepatriationQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery]
    public string? Lihat { get; set; }

    [SupplyParameterFromQuery]
    public string? Hal { get; set; }

    private RepatriationFilter Filter => Lihat switch
    {
        "tim" => RepatriationFilter.Mine,
        "selesai" => RepatriationFilter.Closed,
        _ => RepatriationFilter.Running,
    };

    private int PageAsked => AddressValues.Page(Hal);

    private string EmptyText => Filter switch
    {
        RepatriationFilter.Mine => "Anda belum ditugaskan dalam tim pengantar mana pun.",
        RepatriationFilter.Closed => "Belum ada pemulangan yang selesai.",
        _ => "Tidak ada pemulangan yang berjalan.",
    };

    protected override void OnInitialized() => Follow(Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Filter, PageAsked))
        {
            await ReadAsync();
        }
    }

    private static string Day(DateOnly? day) => day is { } known ? IndonesianDates.Short(known) : "–";

    protected override async Task ReadAsync()
    {
        if (Actor is null)
        {
            return;
        }

        var reading = ++_reading;
        var asked = (Filter, PageAsked);
        var list = await Queries.ListAsync(Actor, asked.Filter, asked.PageAsked, Gone);
        var visits = await Queries.DueVisitsAsync(Actor, Gone);
        if (reading == _reading)
        {
            (_list, _visits, _shown) = (list, visits, asked);
        }
    }
}
