using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>Office hours and holidays. What a change means is shown before it is saved; running clocks are another page.</summary>
public sealed partial class CalendarPage
{
    public const string Address = "/pengaturan/kalender";

    private CalendarSettings? _calendar;
    private List<(string Href, string Text)> _offers = [];
    private string? _done;
    private bool _stale;
    private bool _hoursDirty;
    private bool _daysDirty;
    private bool _importDirty;

    [Inject]
    public required CalendarQueries Queries { get; init; }

    [Inject]
    public required IEnumerable<CalendarFollowUp> FollowUps { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    /// <summary>The year whose holidays are shown; this year where none is named.</summary>
    [SupplyParameterFromQuery(Name = "tahun")]
    public string? YearAsked { get; set; }

    private bool IsDirty => _hoursDirty || _daysDirty || _importDirty;

    private int Year => AddressValues.Number(YearAsked) is { } year and >= 2000 and <= 2100 ? (int)year : _calendar?.Today.Year ?? 0;

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Agency);
        await ReadAsync();
    }

    protected override async Task ReadAsync()
    {
        _calendar = await Queries.ReadAsync();
        _stale = false;
        _offers = [];
        foreach (var followUp in FollowUps)
        {
            if (Actor is not null && await followUp.OfferAsync(Actor) is { } text)
            {
                _offers.Add((followUp.Href, text));
            }
        }
    }

    private async Task SavedAsync(string sentence)
    {
        _done = sentence;
        await ReadAsync();
    }

    private async Task ReloadAsync()
    {
        _done = null;
        await ReadAsync();
    }

    /// <summary>Another administrator saved: read again, but never under somebody's typing.</summary>
    protected override async Task RefreshAsync()
    {
        var now = await Queries.ReadAsync();
        if (now.Version == _calendar?.Version)
        {
            return;
        }

        if (IsDirty)
        {
            _stale = true;
        }
        else
        {
            await ReadAsync();
        }
    }
}
