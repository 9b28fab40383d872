using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The openings in an emergency, and their review.</summary>
public sealed partial class CaseEmergencies
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<EmergencyLine> Lines { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<(Guid EmergencyId, bool WasJustified)> OnReview { get; set; }
}
