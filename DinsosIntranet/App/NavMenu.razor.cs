using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DinsosIntranet.App;

/// <summary>The menu of the person's roles, with a count where work waits; for heads also the bottom bar of the phone.</summary>
public sealed partial class NavMenu
{
    private static readonly (string Href, string Text, string Icon)[] BottomBar =
    [
        ("/", "Meja", "table_rows"),
        ("/disposisi", "Disposisi", "inbox"),
        ("/tanda-tangan", "Tanda tangan", "draw"),
    ];

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required NavCounts Counts { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    private IEnumerable<IGrouping<string, NavItem>> Groups => NavItem.All.Where(i => i.IsFor(Actor)).GroupBy(i => i.Group);

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Counts.Changed += OnCountsChanged;
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        Counts.Changed -= OnCountsChanged;
    }

    private bool IsCurrent(NavItem item) => item.Covers(Path);

    private bool IsCurrentAddress(string href) => NavItem.All.Any(i => i.Href == href && i.Covers(Path));

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => StateHasChanged();

    private void OnCountsChanged(object? sender, EventArgs e) => _ = InvokeAsync(StateHasChanged);
}
