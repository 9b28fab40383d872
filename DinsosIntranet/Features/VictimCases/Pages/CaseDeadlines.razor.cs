using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>What is due, the late first: of one case, or of all the viewer works on.</summary>
public sealed partial class CaseDeadlines
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<DeadlineRow> Lines { get; set; }

    /// <summary>Lines of several cases name theirs.</summary>
    [Parameter]
    public bool ShowsCase { get; set; }
}
