using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The examination of one complaint, for its team wherever they work, and for those who handle complaints.</summary>
public sealed partial class TeamPage
{
    private InvestigationView? _view;
    private (Guid Id, Guid User)? _read;
    private string? _done;
    private bool _missing;

    [Inject]
    public required InvestigationQueries Queries { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override void OnInitialized() => Follow(id => id == Id, Topic.Work);

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

    protected override async Task ReadAsync()
    {
        _view = Actor is { } actor ? await Queries.FindAsync(Id, actor, Gone) : null;
        _missing = _view is null;
    }
}
