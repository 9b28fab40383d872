using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.App;

/// <summary>The way into the settings: every section the person may open, with what it holds.</summary>
public sealed partial class SettingsIndex
{
    [Inject]
    public required IEnumerable<SettingsSection> Sections { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }
}
