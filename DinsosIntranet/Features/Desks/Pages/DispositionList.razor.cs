using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Dispositions addressed to the person that they have not marked as read.</summary>
public sealed partial class DispositionList
{
    [Parameter, EditorRequired] public required Listing<DispositionRow> List { get; set; }

    [Parameter] public string? Problem { get; set; }

    [Parameter, EditorRequired] public required EventCallback<DispositionRow> OnRead { get; set; }
}
