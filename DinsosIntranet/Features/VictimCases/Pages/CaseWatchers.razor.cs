using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>For those who work on the case: who looked at it, when, and why.</summary>
public sealed partial class CaseWatchers
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<SightingLine> Lines { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }
}
