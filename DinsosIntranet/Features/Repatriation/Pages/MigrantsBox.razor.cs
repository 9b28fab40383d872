using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>The people of a journey: covered until asked for, then to be written down.</summary>
public sealed partial class MigrantsBox
{
    [Parameter, EditorRequired]
    public required RepatriationView View { get; set; }

    /// <summary>What is typed; null while it is covered.</summary>
    [Parameter, EditorRequired]
    public required List<Migrant>? Typed { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    [Parameter]
    public string Contact { get; set; } = "";

    [Parameter]
    public bool CanEdit { get; set; }

    [Parameter]
    public EventCallback OnReveal { get; set; }

    [Parameter]
    public EventCallback OnSave { get; set; }
}
