using System.Globalization;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Desks.Pages;

/// <summary>
/// Where everything stands, live. The page asks nothing of the database: it filters the picture that
/// <see cref="BoardFeed"/> makes for all viewers.
/// </summary>
public sealed partial class Board : IDisposable
{
    /// <summary>Those who listen hear the counts no more often than this.</summary>
    private static readonly TimeSpan SpeakEvery = TimeSpan.FromSeconds(30);

    private IDisposable? _subscription;
    private BoardSnapshot? _snapshot;
    private BoardView _view = new(BoardCounts.Of([]), []);
    private string _today = "";
    private string _updatedAt = "";
    private string _spoken = "";
    private DateTime _spokenAt;

    [Inject]
    public required BoardFeed Feed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "layanan")]
    public string? Service { get; set; }

    [SupplyParameterFromQuery(Name = "bidang")]
    public string? Unit { get; set; }

    private BoardFilter Filter => new(Service, Unit);

    /// <summary>The same choice as for a screen on the wall. It starts anew there: that page looks after its connection in another way.</summary>
    private string ScreenAddress => "/papan/tv" + new Uri(Navigation.Uri).Query;

    protected override void OnInitialized()
    {
        _subscription = Feed.Subscribe(() => _ = InvokeAsync(Refresh));
        Take(Feed.Current);
    }

    protected override void OnParametersSet() => Take(_snapshot);

    public void Dispose() => _subscription?.Dispose();

    private void Refresh()
    {
        // Pictures may arrive out of order; the feed's own is never older than what is shown.
        if (Feed.Current is { } current && current != _snapshot)
        {
            Take(current);
            StateHasChanged();
        }
    }

    private void Take(BoardSnapshot? snapshot)
    {
        if (snapshot is null)
        {
            return;
        }

        var isFilterChange = ReferenceEquals(snapshot, _snapshot);
        _snapshot = snapshot;
        _view = Actor is null ? snapshot.View(Filter) : snapshot.View(Filter, Actor.ExcludedRequests);
        _today = IndonesianDates.LongWithTime(snapshot.At, snapshot.Zone);
        _updatedAt = TimeZoneInfo.ConvertTimeFromUtc(snapshot.At, snapshot.Zone).ToString("HH'.'mm'.'ss", CultureInfo.InvariantCulture);
        if (isFilterChange || snapshot.At - _spokenAt >= SpeakEvery)
        {
            (_spoken, _spokenAt) = (_view.Counts.Spoken, snapshot.At);
        }
    }

    private void ChooseService(ChangeEventArgs change) => Choose("layanan", change.Value as string);

    private void ChooseUnit(ChangeEventArgs change) => Choose("bidang", change.Value as string);

    private void Choose(string name, string? value) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(name, string.IsNullOrEmpty(value) ? null : value), replace: true);
}
