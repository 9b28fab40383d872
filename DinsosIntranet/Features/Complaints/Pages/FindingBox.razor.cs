using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>The written result of an examination, as it was submitted.</summary>
public sealed partial class FindingBox
{
    [Parameter, EditorRequired]
    public required FindingView View { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }
}
