using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>Pages of a table as links, so that the page number lives in the address.</summary>
public sealed partial class Pager
{
    /// <summary>The current page, from 1.</summary>
    [Parameter, EditorRequired]
    public required int Page { get; set; }

    [Parameter]
    public int PageSize { get; set; } = 25;

    [Parameter, EditorRequired]
    public required int Total { get; set; }

    /// <summary>The address of a page, with the filters that are set.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> HrefFor { get; set; }

    private int First => Math.Min((Page - 1) * PageSize + 1, Total);

    private int Last => Math.Min(Page * PageSize, Total);
}
