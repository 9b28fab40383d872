using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>Facts, conclusion and recommendation of an examination.</summary>
public sealed partial class FindingFields
{
    [Parameter, EditorRequired]
    public required FindingInput Input { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }
}
