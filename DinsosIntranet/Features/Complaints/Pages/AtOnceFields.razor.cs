using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>An answer given at once by an official who was there: by whom, what, and how it was taken.</summary>
public sealed partial class AtOnceFields
{
    /// <summary>What stands before the names of the fields where one is refused.</summary>
    private const string Prefix = "Answer";

    private readonly string _group = "r" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired]
    public required AtOnceAnswer Answer { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<StaffChoice> Officials { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private Task ChooseAsync(ChangeEventArgs change)
    {
        Answer.ById = Guid.TryParse(change.Value as string, out var id) ? id : null;
        return ChangedAsync();
    }

    private Task ReactAsync(Reaction reaction)
    {
        Answer.Reaction = reaction;
        return ChangedAsync();
    }

    private Task ChangedAsync() => OnChanged.InvokeAsync();
}
