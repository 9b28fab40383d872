using System.Globalization;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Repatriation.Pages;

/// <summary>Inputs for a list of fields, writing into the values they are given.</summary>
public sealed partial class FieldInputs
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<MigrantField> Fields { get; set; }

    [Parameter, EditorRequired]
    public required Dictionary<string, string> Values { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    /// <summary>What stands before the code in the names of refused fields, "0.".</summary>
    [Parameter]
    public string Prefix { get; set; } = "";

    private string Value(MigrantField field) => Values.GetValueOrDefault(field.Code, "");

    private DateOnly? Day(MigrantField field) => DateOnly.TryParseExact(Value(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private void Set(MigrantField field, string? text) => Values[field.Code] = text ?? "";

    private void Set(MigrantField field, DateOnly? day) => Values[field.Code] = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
