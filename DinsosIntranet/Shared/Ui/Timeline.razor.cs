using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// One event of a history. <paramref name="Time"/> is what the list shows ("09.38"), <paramref name="FullTime"/> the full
/// date for the pointer, <paramref name="DateTime"/> the machine's form (ISO 8601).
/// </summary>
public sealed record TimelineItem(string Time, string Title, string? Detail = null, bool IsCurrent = false, string? FullTime = null, string? DateTime = null);

/// <summary>A history, newest first.</summary>
public sealed partial class Timeline
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<TimelineItem> Items { get; set; }

    /// <summary>Wider first column, for events of several days.</summary>
    [Parameter]
    public bool WithDates { get; set; }

    [Parameter]
    public string Label { get; set; } = "Riwayat";
}
