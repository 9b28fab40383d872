using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>Beside what is to be done: what the objection says, who objects, its scans.</summary>
public sealed partial class ObjectionRail
{
    [Parameter, EditorRequired]
    public required ObjectionView View { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required bool CanUpload { get; set; }
}
