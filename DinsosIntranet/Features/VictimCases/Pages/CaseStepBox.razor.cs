using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The step of the case: what is missing before it can be left, or the ways out of it.</summary>
public sealed partial class CaseStepBox
{
    [Parameter, EditorRequired]
    public required CaseView View { get; set; }

    [Parameter, EditorRequired]
    public required CaseContent Content { get; set; }

    /// <summary>Raised with the code of the chosen outcome.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<string> OnLeave { get; set; }
}
