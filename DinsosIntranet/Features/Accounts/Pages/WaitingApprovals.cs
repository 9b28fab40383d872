using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>Counts for the menu's entry of those who approve roles. Shows nothing itself.</summary>
public sealed class WaitingApprovals : ComponentBase, IDisposable
{
    private LiveRefresh? _live;
    private bool _isGone;

    [Inject]
    public required StaffQueries Queries { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Raised with the number waiting, first and after each change.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<int> OnCounted { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(CountAsync), _ => true, Topic.Accounts);
        await CountAsync();
    }

    public void Dispose()
    {
        _isGone = true;
        _live?.Dispose();
    }

    private async Task CountAsync()
    {
        if (!_isGone)
        {
            await OnCounted.InvokeAsync(await Queries.CountWaitingAsync(Actor));
        }
    }
}
