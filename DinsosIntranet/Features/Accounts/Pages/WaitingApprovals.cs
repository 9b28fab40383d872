using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Accounts.Pages;

/// <summary>Counts for the menu's entry of those who approve roles. Shows nothing itself.</summary>
public sealed class WaitingApprovals : LiveComponent
{
    [Inject]
    public required StaffQueries Queries { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Raised with the number waiting, first and after each change.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<int> OnCounted { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Accounts);
        await ReadAsync();
    }

    protected override async Task ReadAsync() => await OnCounted.InvokeAsync(await Queries.CountWaitingAsync(Actor));
}
