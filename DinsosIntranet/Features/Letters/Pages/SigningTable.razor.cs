using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Letters of the signing list, least time left first.</summary>
public sealed partial class SigningTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<SigningRow> Rows { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What the button of a row says.</summary>
    [Parameter, EditorRequired]
    public required string Act { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }
}
