using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Shared.Ui;

/// <summary>Asked only before what cannot be undone. Open it with <see cref="ConfirmDialogs.AskAsync"/>.</summary>
public sealed partial class ConfirmDialog
{
    [Inject]
    public required DialogService Dialogs { get; init; }

    [Parameter]
    public string? Detail { get; set; }

    [Parameter, EditorRequired]
    public required string Verb { get; set; }

    [Parameter, EditorRequired]
    public required string KeepText { get; set; }

    private void Keep() => Dialogs.Close(false);

    private void Confirm() => Dialogs.Close(true);
}
