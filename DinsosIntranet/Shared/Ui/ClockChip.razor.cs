using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A clock: shape, word and figure. The server renders state and text; js/jam.js counts on once a minute, and only when
/// <see cref="DueUtc"/> is given and falls within today's office hours. A paused clock must not give it.
/// </summary>
public sealed partial class ClockChip
{
    /// <summary>hijau, kuning, merah, jeda, or none where no clock runs yet.</summary>
    [Parameter, EditorRequired]
    public required string State { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <summary>The due time in full, for the pointer.</summary>
    [Parameter]
    public string? Title { get; set; }

    [Parameter]
    public DateTime? DueUtc { get; set; }

    /// <summary>From when on the clock is yellow; without it the browser turns it red only.</summary>
    [Parameter]
    public DateTime? WarnUtc { get; set; }

    private string? DueText => Utc(DueUtc);

    private string? WarnText => Utc(WarnUtc);

    private static string? Utc(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
