using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A date typed as day, month, year. The browser's own date field follows the language of the browser, so that 03/08 may
/// mean March to it and August to the person typing; here it is always the third of August. Digits alone will do.
/// </summary>
public sealed partial class DateBox
{
    private string _text = "";
    private DateOnly? _shown;
    private DateOnly? _given;

    [Parameter]
    public DateOnly? Value { get; set; }

    /// <summary>
    /// The date, null where the field was emptied. Text that is no date stays in the field with a message below it, and
    /// <see cref="IndonesianDates.Unreadable"/> is passed on: a date no rule accepts, so nothing is saved without it.
    /// </summary>
    [Parameter]
    public EventCallback<DateOnly?> ValueChanged { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    private bool IsUnreadable => _shown == IndonesianDates.Unreadable;

    private string ProblemId => $"{Attributes?.GetValueOrDefault("id")}-tanggal";

    private Dictionary<string, object> All
    {
        get
        {
            var all = new Dictionary<string, object>(Attributes ?? new Dictionary<string, object>());
            all.TryAdd("class", "rz-textbox");
            if (IsUnreadable)
            {
                all["aria-invalid"] = "true";
                all["aria-describedby"] = all.TryGetValue("aria-describedby", out var others) ? $"{others} {ProblemId}" : ProblemId;
            }

            return all;
        }
    }

    protected override void OnParametersSet()
    {
        // What was typed stays as it was typed until a date comes from elsewhere. A filter takes no text that is no date: then
        // the old value is only given again.
        var isOld = IsUnreadable && Value == _given;
        _given = Value;
        if (Value != _shown && !isOld)
        {
            (_shown, _text) = (Value, Value is { } date && date != IndonesianDates.Unreadable ? IndonesianDates.Short(date) : "");
        }
    }

    private Task ChangeAsync(ChangeEventArgs change)
    {
        var text = (change.Value as string ?? "").Trim();
        _shown = text.Length == 0 ? null : IndonesianDates.Read(text) ?? IndonesianDates.Unreadable;
        _text = _shown is { } date && !IsUnreadable ? IndonesianDates.Short(date) : text;
        return ValueChanged.InvokeAsync(_shown);
    }
}
