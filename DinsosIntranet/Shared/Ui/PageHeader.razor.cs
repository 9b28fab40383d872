using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// The head of a page: parent link, the one h1, a line of context, actions at the right with the filled one last.
/// It also sets the title of the browser's tab; on confidential pages the title must therefore be the code.
/// </summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>Date, place, count.</summary>
    [Parameter]
    public string? Context { get; set; }

    /// <summary>In place of <see cref="Context"/>, where the line is more than text.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Parameter]
    public RenderFragment? Actions { get; set; }

    [Parameter]
    public string? ParentHref { get; set; }

    [Parameter]
    public string? ParentText { get; set; }

    /// <summary>Stays below the app bar while the page scrolls, as on request pages.</summary>
    [Parameter]
    public bool Sticky { get; set; }

    [CascadingParameter]
    public AgencyLabel? Agency { get; set; }

    private string TabTitle => $"{Title} – {(Agency ?? AgencyLabel.Unnamed).FullName}";
}
