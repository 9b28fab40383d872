using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App.Setup;

/// <summary>The fields of the first step.</summary>
public sealed partial class SetupAgencyFields
{
    [Inject]
    public required RegionCatalog Regions { get; init; }

    [Parameter, EditorRequired]
    public required SetupAgencyInput Input { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<FieldError> Errors { get; set; }

    private string? ErrorOf(string field) => Errors.FirstOrDefault(e => e.FieldId == field)?.Message;
}
