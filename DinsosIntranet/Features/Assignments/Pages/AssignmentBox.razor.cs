using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Assignments.Pages;

/// <summary>An assignment as it stands: who, what, where, until when, and its letter on its way.</summary>
public sealed partial class AssignmentBox
{
    [Parameter, EditorRequired]
    public required AssignmentView View { get; set; }

    [Parameter, EditorRequired]
    public required Actor Viewer { get; set; }

    /// <summary>Whether the viewer may take the draft back.</summary>
    [Parameter]
    public bool CanWork { get; set; }

    [Parameter]
    public EventCallback OnRecall { get; set; }

    [Parameter]
    public EventCallback<string> OnIssued { get; set; }
}
