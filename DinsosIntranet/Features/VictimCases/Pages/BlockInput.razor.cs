using System.Globalization;
using DinsosIntranet.Features.VictimCases.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.VictimCases.Pages;

/// <summary>The control of one field of a block.</summary>
public sealed partial class BlockInput
{
    [Inject]
    public required CaseReference Reference { get; init; }

    [Parameter, EditorRequired]
    public required BlockField Field { get; set; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, object> Attributes { get; set; }

    /// <summary>The answer as it is stored.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter, EditorRequired]
    public required EventCallback<string> OnChanged { get; set; }

    /// <summary>The victims of the case the field is of.</summary>
    [CascadingParameter]
    public IReadOnlyList<VictimChoice>? Victims { get; set; }

    private bool IsFigures => Field.Kind is FieldKind.Number or FieldKind.Nik or FieldKind.FamilyCard or FieldKind.Phone;

    private string[] Chosen => Value.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private Dictionary<string, object> AttributesOf => new(Attributes);

    /// <summary>"9.5", "0905" and "09:05" all mean five past nine; what is no time stays as it was typed, to be refused.</summary>
    private static string Clock(string typed) =>
        TimeOnly.TryParseExact(typed.Trim().Replace('.', ':'), ["H:m", "HH:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm", CultureInfo.InvariantCulture)
            : typed;

    private static string Code(VictimChoice victim) => victim.Ordinal.ToString(CultureInfo.InvariantCulture);

    private Task ToggleAsync(IEnumerable<string> all, string code, bool isTicked) =>
        OnChanged.InvokeAsync(string.Join(',', all.Where(c => c == code ? isTicked : Chosen.Contains(c))));
}
