using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The examination of one complaint, for its team wherever they work, and for those who handle complaints.</summary>
public sealed partial class TeamPage
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private InvestigationView? _view;
    private (Guid Id, Guid User)? _read;
    private string? _done;
    private bool _missing;

    [Inject]
    public required InvestigationQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    public void Dispose()
    {
        _live?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized() =>
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshAsync), id => id == Id, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is { } actor && _read != (Id, actor.UserId))
        {
            _read = (Id, actor.UserId);
            await ReadAsync();
        }
    }

    private async Task DoneAsync(string done)
    {
        _done = done;
        await ReadAsync();
    }

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
        _view = Actor is { } actor ? await Queries.FindAsync(Id, actor, _gone.Token) : null;
        _missing = _view is null;
    }
}
