using System.Globalization;
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

    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private RepatriationList? _list;
    private IReadOnlyList<VisitDue> _visits = [];
    private (RepatriationFilter, int)? _shown;
    private int _reading;

    [Inject]
    public required RepatriationQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

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

    private int PageAsked => int.TryParse(Hal, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    private string EmptyText => Filter switch
    {
        RepatriationFilter.Mine => "Anda belum ditugaskan dalam tim pengantar mana pun.",
        RepatriationFilter.Closed => "Belum ada pemulangan yang selesai.",
        _ => "Tidak ada pemulangan yang berjalan.",
    };

    protected override void OnInitialized() => _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != (Filter, PageAsked))
        {
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private static string Day(DateOnly? day) => day is { } known ? IndonesianDates.Short(known) : "–";

    private string HrefFor(int page) => new Uri(Navigation.GetUriWithQueryParameter("hal", page > 1 ? (int?)page : null)).PathAndQuery;

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
        var asked = (Filter, PageAsked);
        var list = await Queries.ListAsync(Actor, asked.Filter, asked.PageAsked, _gone.Token);
        var visits = await Queries.DueVisitsAsync(Actor, _gone.Token);
        if (reading == _reading)
        {
            (_list, _visits, _shown) = (list, visits, asked);
        }
    }
}
