using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>What the control inside a <see cref="Field"/> needs so that label, help and error are read with it.</summary>
public sealed record FieldContext(string Id, bool HasError, bool HasWarning, bool HasHelp)
{
    public string LabelId => $"{Id}-label";

    public string ErrorId => $"{Id}-salah";

    public string WarningId => $"{Id}-ingat";

    public string HelpId => $"{Id}-bantu";

    public string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { HasError ? ErrorId : null, HasWarning ? WarningId : null, HasHelp ? HelpId : null }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }

    /// <summary>To be spread on the control: <c>@attributes="f.Attributes"</c>, on plain inputs and Radzen's alike.</summary>
    public IReadOnlyDictionary<string, object> Attributes
    {
        get
        {
            var attributes = new Dictionary<string, object> { ["id"] = Id, ["aria-labelledby"] = LabelId };
            if (DescribedBy is { } describedBy)
            {
                attributes["aria-describedby"] = describedBy;
            }

            if (HasError)
            {
                attributes["aria-invalid"] = "true";
            }

            return attributes;
        }
    }
}

/// <summary>A labelled control: label above, then error, warning and help below it, all tied to the control.</summary>
public sealed partial class Field
{
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Help { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>Something odd that does not block.</summary>
    [Parameter]
    public string? Warning { get; set; }

    /// <summary>Most fields are required; those that may stay empty say so.</summary>
    [Parameter]
    public bool Optional { get; set; }

    /// <summary>The content is several controls (radio buttons, checkboxes): the label names the group.</summary>
    [Parameter]
    public bool Group { get; set; }

    [Parameter]
    public string? Class { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<FieldContext> ChildContent { get; set; }

    private bool HasError => !string.IsNullOrEmpty(Error);

    private FieldContext Context => new(Id, HasError, !string.IsNullOrEmpty(Warning), !string.IsNullOrEmpty(Help));

    private MarkupString OptionalMark => new(Optional ? " <span class=\"di-boleh\">(boleh kosong)</span>" : "");
}
