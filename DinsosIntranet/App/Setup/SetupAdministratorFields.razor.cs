using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App.Setup;

/// <summary>The fields of the second step.</summary>
public sealed partial class SetupAdministratorFields
{
    [Parameter, EditorRequired]
    public required SetupAdministratorInput Input { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FieldError> Errors { get; set; }

    /// <summary>A password was saved before and stays unless another is typed.</summary>
    [Parameter]
    public bool HasPassword { get; set; }

    private string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.FieldId == field)?.Message;
}
