using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>One choice among several, large enough for a thumb; chosen it wears a tick, not only a colour.</summary>
public sealed partial class Chip
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string? Detail { get; set; }

    [Parameter]
    public bool Pressed { get; set; }

    [Parameter]
    public bool Disabled { get; set; }

    [Parameter]
    public EventCallback OnPress { get; set; }
}
