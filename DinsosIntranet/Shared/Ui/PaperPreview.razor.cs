using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>The paper itself in the browser's own viewer, not a drawing of it. Phones have no such viewer inside a page: there the link opens it.</summary>
public sealed partial class PaperPreview
{
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }
}
