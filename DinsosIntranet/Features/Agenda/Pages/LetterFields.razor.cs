using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agenda.Pages;

/// <summary>What is typed of an incoming letter, when it is registered and when it is corrected.</summary>
public sealed partial class LetterFields
{
    [Parameter, EditorRequired]
    public required LetterInput Input { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }
}
