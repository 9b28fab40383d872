using System.Collections.Frozen;
using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace DinsosIntranet.App;

/// <summary>
/// The frame of every signed-in page. It asks once per sign-in state who acts, and hands the <see cref="Actor"/> and the
/// <see cref="AgencyLabel"/> down as cascading values.
/// </summary>
public sealed partial class MainLayout : IDisposable
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);

    private Task<AuthenticationState>? _shownState;
    private Actor? _actor;
    private LiveRefresh? _live;
    private ITimer? _slowLook;
    private int _page;
    private bool _ready;
    private bool _isGone;
    private string? _searchText;
    private PageErrorBoundary? _boundary;

    [Inject]
    public required ActorAccessor Actors { get; init; }

    [Inject]
    public required AgencyAccessor Agency { get; init; }

    [Inject]
    public required QuickSearch QuickSearch { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Task<AuthenticationState>? SignInState { get; set; }

    private string OfficeHours => string.Join(' ', Agency.OfficeHoursToday.Select(h => $"{Utc(h.From)}/{Utc(h.To)}"));

    /// <summary>At the counter the screen can be read by the queue: names are masked there unless the device says otherwise.</summary>
    private string? MaskedByDefault => _actor?.Has(StaffRole.FrontOffice) == true ? "ya" : null;

    private string? NewRequestAddress => _actor is not null && NavItem.MayRegister(_actor) ? "/permohonan/baru" : null;

    protected override void OnInitialized()
    {
        Navigation.LocationChanged += OnLocationChanged;
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(RefreshActorAsync), id => id == _actor?.UserId || id == Guid.Empty, Topic.Accounts);

        // What another process changed is not announced here.
        _slowLook = Time.CreateTimer(_ => _ = InvokeAsync(RefreshActorAsync), null, SlowLook, SlowLook);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (SignInState is null || ReferenceEquals(SignInState, _shownState))
        {
            return;
        }

        _shownState = SignInState;
        var state = await SignInState;
        _actor = state.User.Identity?.IsAuthenticated == true ? await Actors.GetAsync() : null;
        _ready = true;
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _live?.Dispose();
        _slowLook?.Dispose();
        _isGone = true;
    }

    /// <summary>A role given, taken or exercised for somebody shows in bar and menu at once. Signing out is another's to notice.</summary>
    private async Task RefreshActorAsync()
    {
        if (!_isGone && await Actors.GetAsync() is { } actor && _actor is not null && !IsSame(actor, _actor))
        {
            if (!actor.ExcludedRequests.SetEquals(_actor.ExcludedRequests))
            {
                // What an open page read before may be nothing to them any more: it is made anew, not only asked to read again.
                _page++;
            }

            _actor = actor;
            StateHasChanged();
        }
    }

    private static bool IsSame(Actor one, Actor other) =>
        Plain(one) == Plain(other) && one.Roles.SequenceEqual(other.Roles) && one.ExcludedRequests.SetEquals(other.ExcludedRequests);

    private static Actor Plain(Actor actor) => actor with { Roles = [], ExcludedRequests = FrozenSet<Guid>.Empty };

    private static string Utc(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private void Search()
    {
        if (string.IsNullOrWhiteSpace(_searchText))
        {
            return;
        }

        QuickSearch.Ask(_searchText);
        _searchText = null;
        Navigation.NavigateTo("/permohonan");
    }

    private void TryAgain() => _boundary?.Recover();

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) => _boundary?.Recover();
}
