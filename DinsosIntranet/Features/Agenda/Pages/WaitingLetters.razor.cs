using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>The incoming letters the head has not disposed yet; for anybody else nothing.</summary>
public sealed partial class WaitingLetters
{
    private DispositionList<WaitingLetter>? _list;
    private (Guid User, int Version, string? Search)? _read;

    [Inject]
    public required AgendaQueries Queries { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>What was searched for; null where nothing was.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>Rises when something changed and the list is to be read again.</summary>
    [Parameter]
    public int Version { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read != (Actor.UserId, Version, Search))
        {
            _read = (Actor.UserId, Version, Search);
            _list = await Queries.WaitingAsync(Actor, Search);
        }
    }
}
