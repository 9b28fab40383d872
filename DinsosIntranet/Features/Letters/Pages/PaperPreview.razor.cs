using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>
/// The paper inside a page: the picture of its pages where there is one, so that it can be read on a phone too, or the
/// browser's own viewer. The link opens the PDF itself.
/// </summary>
public sealed partial class PaperPreview
{
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Address of the picture of all pages.</summary>
    [Parameter]
    public string? Picture { get; set; }
}
