using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace DinsosIntranet.App;

/// <summary>
/// The menu of the person's roles, with a count where work waits; for heads also the bottom bar of the phone. The counts are
/// read when the menu opens and again when something moved, so they hold on every page.
/// </summary>
public sealed partial class NavMenu
{
    private static readonly (string Href, string Text, string Icon)[] BottomBar =
    [
        ("/", "Meja", "table_rows"),
        ("/disposisi", "Disposisi", "inbox"),
        ("/tanda-tangan", "Tanda tangan", "draw"),
    ];

    private WaitingCounts _counts = WaitingCounts.None;
    private Actor? _counted;
    private int _approvals;
    private int _reading;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required WaitingCounter Counter { get; init; }

    [Inject]
    public required ILogger<NavMenu> Logger { get; init; }

    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    private IEnumerable<IGrouping<string, NavItem>> Groups => NavItem.All.Where(i => i.IsFor(Actor)).GroupBy(i => i.Group);

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        Follow(Topic.Work, Topic.Dispositions, Topic.Letters, Topic.Agency, Topic.Cases);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_counted, Actor))
        {
            _counted = Actor;
            await ReadAsync();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        Navigation.LocationChanged -= OnLocationChanged;
    }

    /// <summary>Of entries that begin the path the longest one: "Retensi kasus" and not "Kasus" too.</summary>
    private bool IsCurrent(NavItem item) => item.Covers(Path) && !NavItem.All.Any(other => other.Href.Length > item.Href.Length && other.IsFor(Actor) && other.Covers(Path));

    private bool IsCurrentAddress(string href) => NavItem.All.Any(i => i.Href == href && i.Covers(Path));

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => StateHasChanged();

    private int CountOf(string href) => href switch
    {
        "/" => _counts.Desk,
        "/disposisi" => _counts.Dispositions,
        "/tanda-tangan" => _counts.Letters,
        "/siap-diserahkan" => _counts.Ready,
        "/kasus" => _counts.CaseReviews,
        "/kasus/retensi" => _counts.Destructions,
        RoleApprovalPage.Address => _approvals,
        _ => 0,
    };

    /// <summary>A menu whose counts cannot be read is still a menu: it keeps the last ones rather than ending the page.</summary>
    protected override async Task ReadAsync()
    {
        var reading = ++_reading;
        try
        {
            var counts = await Counter.CountAsync(Actor, Gone);
            if (reading == _reading)
            {
                _counts = counts;
            }
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // The person has left.
        }
        catch (Exception exception)
        {
            LogUnread(Logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The counts of the menu could not be read.")]
    private static partial void LogUnread(ILogger logger, Exception exception);
}
