using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// What was refused of one form: the sentence beside each field and the links of the summary. The id of a field is the
/// form's prefix and the field's name, so that two forms of one page do not meet.
/// </summary>
public sealed class FormErrors(string prefix)
{
    private IReadOnlyList<Refusal> _refusals = [];

    public IReadOnlyList<FieldError> All { get; private set; } = [];

    public string Id(string field) => $"{prefix}-{field.ToLowerInvariant()}";

    public string? Of(string field) => _refusals.FirstOrDefault(r => r.Field == field)?.Message;

    /// <summary>The refusals of a new attempt; the summary takes the focus again.</summary>
    public void Set(IReadOnlyList<Refusal> refusals)
    {
        _refusals = refusals;
        All = [.. refusals.Select(r => new FieldError(r.Field is null ? null : Id(r.Field), r.Message))];
    }

    public void Clear() => Set([]);
}
