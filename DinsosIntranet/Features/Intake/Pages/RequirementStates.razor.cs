using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>What has been brought and what has not, for those who only look.</summary>
public sealed partial class RequirementStates
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChecklistLine> Lines { get; set; }
}
