using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Inputs for a list of fields, writing into the values they are given.</summary>
public sealed partial class FieldInputs
{
    [Inject]
    public required RepatriationReference Reference { get; init; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<MigrantField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Dictionary<string, string> Values { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    [Parameter, EditorRequired]
    public required AgencyProfile Agency { get; set; }

    /// <summary>What stands before the code in the names of refused fields, "0.".</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    /// <summary>What is odd about an answer while it is typed.</summary>
    [Parameter]
    public Func<MigrantField, string?>? Warn { get; set; }

    [Parameter]
    public EventCallback OnTyped { get; set; }

    private string Value(MigrantField field) => Values.GetValueOrDefault(field.Code, "");

    private DateOnly? Day(MigrantField field) => Migrant.Day(Values, field.Code);

    private Task Set(MigrantField field, string? text)
    {
        Values[field.Code] = text ?? "";
        return OnTyped.InvokeAsync();
    }

    private Task Set(MigrantField field, DateOnly? day) => Set(field, day is { } given ? Migrant.Day(given) : "");
}
