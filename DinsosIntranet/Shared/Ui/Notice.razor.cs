using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

public enum NoticeKind
{
    Info,
    /// <summary>Something to think about; it never blocks.</summary>
    Warning,
    Done,
}

/// <summary>A message in the place it is about. What is wrong with a form belongs to <see cref="ErrorSummary"/>.</summary>
public sealed partial class Notice
{
    [Parameter]
    public NoticeKind Kind { get; set; }

    [Parameter]
    public string? Heading { get; set; }

    /// <summary>A Material Symbols name; the warning brings its own.</summary>
    [Parameter]
    public string? IconName { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string? Icon => IconName ?? (Kind == NoticeKind.Warning ? "warning" : null);

    private string KindClass => Kind switch
    {
        NoticeKind.Warning => "ingat",
        NoticeKind.Done => "ok",
        _ => "info",
    };
}
