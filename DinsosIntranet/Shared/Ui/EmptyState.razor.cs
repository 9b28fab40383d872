using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>One sentence what is true, one what to do, at most one button.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
