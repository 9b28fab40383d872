using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Standards.Pages.Composing;

/// <summary>A version that may be taken in, as it will be read: what to think of, what it changes, and the whole of it drawn.</summary>
public sealed partial class StandardPreview
{
    [Parameter, EditorRequired]
    public required VersionPreview Preview { get; set; }
}
