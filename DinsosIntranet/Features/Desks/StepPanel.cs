using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// What the request page tells the panel of the present step. Where <paramref name="WhyNot"/> is set the viewer may only
/// look: the panel shows what there is to see and no buttons that act.
/// </summary>
public sealed record StepPanelContext(
    Guid RequestId,
    string Number,
    ServiceStandard Standard,
    StandardStep Step,
    AgencySnapshot Agency,
    Actor Viewer,
    string? WhyNot)
{
    public bool CanWork => WhyNot is null;
}

/// <summary>
/// The panel a capability shows on the request page at steps with its action. Registered with an
/// <see cref="ActionPanel"/>; a standard takes people in only when each of its actions has one.
/// </summary>
public abstract class StepPanel : LiveComponent
{
    [Parameter, EditorRequired]
    public required StepPanelContext Context { get; set; }

    /// <summary>Raised when the step was left or the request changed, with a sentence saying what happened; the page reads again.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnDone { get; set; }
}
