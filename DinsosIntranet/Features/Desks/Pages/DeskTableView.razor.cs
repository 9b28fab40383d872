using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>What can be done with a row without opening it.</summary>
public enum DeskAct
{
    Claim,
    ClaimAndOpen,
    Release,
    Resume,
}

/// <summary>Waiting requests, most urgent first.</summary>
public sealed partial class DeskTableView
{
    /// <summary>The rows with, where an act on one failed, the reason in place of its buttons.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<(DeskRow Row, string? Message)> Rows { get; set; }

    [Parameter, EditorRequired] public required string LabelledBy { get; set; }

    /// <summary>The row whose first button takes the focus when it appears.</summary>
    [Parameter] public Guid? FocusId { get; set; }

    [Parameter, EditorRequired] public required EventCallback<(DeskRow Row, DeskAct Act)> OnAct { get; set; }

    private static string Address(DeskRow row) => $"/permohonan/{row.Id}";
}
