using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>One thing to correct, and the id of the field it is about where there is one.</summary>
public sealed record FieldError(string? FieldId, string Message)
{
    public static IReadOnlyList<FieldError> From(IEnumerable<Refusal> refusals) =>
        [.. refusals.Select(r => new FieldError(r.Field, r.Message))];
}

/// <summary>What is to be corrected, above the form, with links to the fields. It takes the focus when new errors arrive.</summary>
public sealed partial class ErrorSummary
{
    private ElementReference _box;
    private IReadOnlyList<FieldError>? _focused;
    private bool _takeFocus;

    [Parameter, EditorRequired]
    public required IReadOnlyList<FieldError> Errors { get; set; }

    /// <summary>What cannot be done until then: "disimpan", "dikirim".</summary>
    [Parameter]
    public string Before { get; set; } = "disimpan";

    private string Heading => $"{Errors.Count} isian perlu diperbaiki sebelum {Before}";

    protected override void OnParametersSet()
    {
        // A new list is a new attempt, even with the same words; an ordinary render brings the same list again.
        _takeFocus = Errors.Count > 0 && !ReferenceEquals(Errors, _focused);
        _focused = Errors;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_takeFocus)
        {
            _takeFocus = false;
            await _box.FocusAsync();
        }
    }
}
