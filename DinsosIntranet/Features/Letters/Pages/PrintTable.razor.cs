using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Letters.Pages;

/// <summary>Lines of the register of prints, newest first.</summary>
public sealed partial class PrintTable
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<PrintLine> Rows { get; set; }

    [Parameter, EditorRequired]
    public required TimeZoneInfo Zone { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether each line names its paper; the page of one letter does not.</summary>
    [Parameter]
    public bool ShowsPaper { get; set; } = true;

    private static string? HrefOf(PrintLine row) =>
        row.LetterId is { } letter ? $"/surat/{letter}" : row.RequestId is { } request ? $"/permohonan/{request}" : null;
}
