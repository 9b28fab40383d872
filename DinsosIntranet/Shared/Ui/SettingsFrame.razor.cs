using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A settings page: at the left the index of all sections the person may open, at the right the page's own forms. Below
/// 1024 px the index stands above, as a row that scrolls sideways.
/// </summary>
public sealed partial class SettingsFrame
{
    [Inject]
    public required IEnumerable<SettingsSection> Sections { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private string Path => new Uri(Navigation.Uri).AbsolutePath;
}
