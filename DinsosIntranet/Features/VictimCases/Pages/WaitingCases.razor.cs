using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The cases that wait for the viewer: decisions, reviews and revisions, on "Meja saya" also victims to be met and what is due soon. Codes only.</summary>
public sealed partial class WaitingCases
{
    private IReadOnlyList<WaitingCase> _rows = [];
    private Guid? _read;

    [Inject]
    public required CaseQueries Cases { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Also victims nobody has met yet, and what is late or due within three days; the list of cases shows that by itself.</summary>
    [Parameter]
    public bool ShowsDue { get; set; }

    protected override void OnInitialized()
    {
        Follow(Topic.Cases, Topic.Work);
        FollowTheClock();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Actor.UserId)
        {
            _read = Actor.UserId;
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync() =>
        _rows = ShowsDue ? await Cases.WaitingAndDueAsync(Actor, Gone) : await Cases.WaitingAsync(Actor, Gone);
}
