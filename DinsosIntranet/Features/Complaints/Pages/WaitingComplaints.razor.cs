using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>On "Meja saya": complaints whose limit is near, for who holds them and the desk above, and those the person's team examines.</summary>
public sealed partial class WaitingComplaints : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<WaitingComplaint> _rows = [];
    private LiveRefresh? _live;
    private Guid? _read;

    [Inject]
    public required InvestigationQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), _ => true, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Actor.UserId)
        {
            _read = Actor.UserId;
            _rows = await Queries.WaitingAsync(Actor, _gone.Token);
        }
    }

    private async Task RefreshAsync()
    {
        try
        {
            if (!_gone.IsCancellationRequested)
            {
                _rows = await Queries.WaitingAsync(Actor, _gone.Token);
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The desk was left.
        }
    }
}
