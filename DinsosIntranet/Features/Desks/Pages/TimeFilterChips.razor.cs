using DinsosIntranet.Features.Desks.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>Narrows "Meja saya" to one state of the clock; the choice is part of the address.</summary>
public sealed partial class TimeFilterChips
{
    private static readonly (TimeFilter Filter, string Word, string? Shape)[] All =
    [
        (TimeFilter.All, "Semua", null),
        (TimeFilter.Late, "Lewat", "merah"),
        (TimeFilter.Soon, "Segera", "kuning"),
        (TimeFilter.Safe, "Aman", "hijau"),
        (TimeFilter.NotRunning, "Belum berjalan", null),
        (TimeFilter.Paused, "Jeda", "jeda"),
    ];

    [Parameter, EditorRequired] public required DeskCounts Counts { get; set; }

    [Parameter, EditorRequired] public required TimeFilter Current { get; set; }

    // Requests whose clock has not begun are rare; their chip would only take room.
    private IEnumerable<(TimeFilter Filter, string Word, string? Shape)> Shown =>
        All.Where(f => f.Filter != TimeFilter.NotRunning || Counts.NotRunning > 0 || Current == TimeFilter.NotRunning);

    private static string HrefOf(TimeFilter filter) => filter.Code() is { } code ? $"/?waktu={code}" : "/";
}
