using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>One figure of the recap, or the sign that it is not said.</summary>
public sealed partial class RecapFigure
{
    [Parameter, EditorRequired]
    public required int? Count { get; set; }

    /// <summary>The month a running figure reaches to, where it is not the month shown.</summary>
    [Parameter]
    public string? Until { get; set; }
}
