using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>On the desk of those who answer objections and those who follow the answer: what is open, the nearest limit first.</summary>
public sealed partial class WaitingObjections : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private WaitingObjectionList? _list;
    private Guid? _read;

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Work, Topic.Letters);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Actor.UserId)
        {
            _read = Actor.UserId;
            _list = await Queries.WaitingAsync(Actor, _gone.Token);
        }
    }

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
                _list = await Queries.WaitingAsync(Actor, _gone.Token);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The desk was left.
        }
    }
}
