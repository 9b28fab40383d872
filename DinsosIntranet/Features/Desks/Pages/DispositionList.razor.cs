using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Dispositions addressed to the person that they have not read, or not done though their day is near.</summary>
public sealed partial class DispositionList
{
    [Parameter, EditorRequired] public required Listing<DispositionRow> List { get; set; }

    [Parameter] public string? Problem { get; set; }

    [Parameter, EditorRequired] public required EventCallback<DispositionRow> OnRead { get; set; }
}
