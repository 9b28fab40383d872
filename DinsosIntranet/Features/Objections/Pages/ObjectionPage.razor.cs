using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>One objection: what it says, what may be done with it now, and its answer.</summary>
public sealed partial class ObjectionPage
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private ObjectionView? _view;
    private TimeZoneInfo? _zone;
    private Guid? _shown;
    private string? _done;
    private string? _problem;
    private bool _missing;

    [Inject]
    public required ObjectionService Service { get; init; }

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), id => id == Id || id == _view?.Objection.RequestId || id == _view?.Answer?.Id, Topic.Work, Topic.Letters);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shown != Id)
        {
            (_shown, _done, _problem) = (Id, null, null);
            await ReadAsync();
        }
    }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task DoneAsync(string done)
    {
        (_done, _problem) = (done, null);
        await ReadAsync();
    }

    private async Task ConflictAsync(string problem)
    {
        (_done, _problem) = (null, problem);
        await ReadAsync();
    }

    private async Task RecallAsync()
    {
        var outcome = await Service.RecallAsync(Id, await Acting.ActAsync());
        await (outcome.IsOk ? DoneAsync("Konsep tanggapan ditarik. Putusannya dapat diubah.") : ConflictAsync(outcome.Message));
    }

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested && Actor is not null)
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
        var id = Id;
        _zone = (await Agencies.GetAsync(_gone.Token)).Zone;
        var view = await Queries.FindAsync(id, Actor!, _gone.Token);
        if (id == Id)
        {
            (_view, _missing) = (view, view is null);
        }
    }
}
