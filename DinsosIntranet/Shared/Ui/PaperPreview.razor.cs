using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// The paper inside a page, as the picture of its pages: phones show no PDF inside one, and the picture is read back from
/// the PDF. The link opens the PDF itself.
/// </summary>
public sealed partial class PaperPreview
{
    [Parameter, EditorRequired]
    public required string Address { get; set; }

    /// <summary>Address of the picture of all pages.</summary>
    [Parameter, EditorRequired]
    public required string Picture { get; set; }

    [Parameter, EditorRequired]
    public required string Title { get; set; }
}
