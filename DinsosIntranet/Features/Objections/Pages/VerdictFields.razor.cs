using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Objections.Pages;

/// <summary>The decision itself: accepted or not, why, and within how many days the information is given.</summary>
public sealed partial class VerdictFields
{
    [Parameter, EditorRequired]
    public required ObjectionVerdict Verdict { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }
}
