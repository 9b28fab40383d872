using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>On the desk of those who answer objections and those who follow the answer: what is open, the nearest limit first.</summary>
public sealed partial class WaitingObjections
{
    private WaitingObjectionList? _list;
    private Guid? _read;

    [Inject]
    public required ObjectionQueries Queries { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    protected override void OnInitialized() => Follow(Topic.Work, Topic.Letters);

    protected override async Task OnParametersSetAsync()
    {
        if (_read != Actor.UserId)
        {
            _read = Actor.UserId;
            await ReadAsync();
        }
    }

    protected override async Task ReadAsync() => _list = await Queries.WaitingAsync(Actor, Gone);
}
