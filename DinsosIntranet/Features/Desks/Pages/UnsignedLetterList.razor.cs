using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Approved letters whose signed scan has not come in yet.</summary>
public sealed partial class UnsignedLetterList
{
    [Parameter, EditorRequired] public required Listing<UnsignedLetterRow> List { get; set; }
}
