using System.Globalization;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>
/// The board on the wall. It filters the picture <see cref="BoardFeed"/> makes for all viewers and keeps only the last, so a
/// screen that hangs there for months costs what it cost on the first day. A paired screen looks as its administrator said;
/// staff see it as their address says. Its browser's side is js/papan-tv.js.
/// </summary>
public sealed partial class WallBoardPage : IDisposable
{
    public const string Address = "/papan/tv";

    /// <summary>As many rows as stand in 1080 lines at a size read from across the room.</summary>
    public const int DesksPerPage = 11;

    /// <summary>The feed makes a picture every minute; the browser loads the page again after as long (js/papan-tv.js).</summary>
    private static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>Covers a revocation by another process.</summary>
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(5);

    /// <summary>Those who listen hear the counts no more often than this.</summary>
    private static readonly TimeSpan SpeakEvery = TimeSpan.FromSeconds(30);

    private (Guid DeviceId, string TokenHash)? _claims;
    private Kiosk? _kiosk;
    private IDisposable? _pictures;
    private IDisposable? _changes;
    private ITimer? _timer;
    private BoardSnapshot? _snapshot;
    private WallView? _view;
    private string _agencyName = AgencyLabel.Unnamed.FullName;
    private string _date = "";
    private string _clock = "";
    private string _pictureAt = "";
    private string _spoken = "";
    private string? _sentAt;
    private string? _zoneMinutes;
    private string? _zoneName;
    private string? _staleSince;
    private DateTime _spokenAt;
    private DateTime _turnedAt;
    private DateTime _lookedAt;
    private DateTime _notedAt;
    private int _page;
    private bool _isPaused;
    private bool _isGone;

    [Inject]
    public required BoardFeed Feed { get; init; }

    [Inject]
    public required ChangeFeed Changes { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    [Inject]
    public required KioskDirectory Kiosks { get; init; }

    [Inject]
    public required KioskService Service { get; init; }

    [Inject]
    public required KioskConnection Connection { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public Task<AuthenticationState>? SignInState { get; set; }

    [SupplyParameterFromQuery(Name = "layanan")]
    public string? ServiceCode { get; set; }

    [SupplyParameterFromQuery(Name = "bidang")]
    public string? UnitCode { get; set; }

    private BoardFilter Filter => _kiosk?.Filter ?? new BoardFilter(ServiceCode, UnitCode);

    private int PageSeconds => _kiosk?.PageSeconds ?? KioskDevice.UsualPageSeconds;

    private string? ThemeName => _kiosk?.Theme switch
    {
        KioskTheme.Light => "terang",
        KioskTheme.Dark => "gelap",
        KioskTheme.System => "sistem",
        _ => null,
    };

    private int PageCount => _view is null ? 1 : Math.Max(1, (_view.Desks.Count + DesksPerPage - 1) / DesksPerPage);

    private IEnumerable<WallDesk> Shown => _view!.Desks.Skip(_page * DesksPerPage).Take(DesksPerPage);

    private DateTime Now => Time.GetUtcNow().UtcDateTime;

    protected override async Task OnInitializedAsync()
    {
        _turnedAt = _lookedAt = _notedAt = Now;
        await TakeDeviceAsync();
        var agency = await Agencies.GetAsync();
        _agencyName = new AgencyLabel(agency.Profile.Name, agency.Profile.Regency, "").FullName;
        _clock = IndonesianDates.TimeWithZone(Now, agency.Zone);
        if (_isGone)
        {
            // Left while it was still being read.
            _changes?.Dispose();
            return;
        }

        _pictures = Feed.Subscribe(() => _ = InvokeAsync(Refresh), wall: true);
        Take(Feed.Current);
        _timer = Time.CreateTimer(_ => _ = InvokeAsync(TickAsync), null, Second, Second);
    }

    public void Dispose()
    {
        _isGone = true;
        _timer?.Dispose();
        _pictures?.Dispose();
        _changes?.Dispose();
    }

    /// <summary>A count with its shape; a dot where there is none, so that what there is stands out.</summary>
    private static MarkupString Shape(string css, int count) =>
        new(count == 0 ? "<span class=\"nol\">·</span>" : string.Create(CultureInfo.InvariantCulture, $"<span class=\"bentuk {css}\">{count}</span>"));

    private static string Css(BoardTone tone) => tone switch
    {
        BoardTone.Late => "merah",
        BoardTone.Soon => "kuning",
        _ => "hijau",
    };

    private void Refresh()
    {
        if (!_isGone && Feed.Current is { } current && current != _snapshot)
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

        _snapshot = snapshot;
        _view = snapshot.Wall(Filter);
        _page = Math.Min(_page, PageCount - 1);
        var local = TimeZoneInfo.ConvertTimeFromUtc(snapshot.At, snapshot.Zone);
        _date = IndonesianDates.Long(DateOnly.FromDateTime(local));
        _clock = IndonesianDates.TimeWithZone(snapshot.At, snapshot.Zone);
        _pictureAt = local.ToString("HH'.'mm'.'ss", CultureInfo.InvariantCulture);
        _sentAt = snapshot.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        _zoneMinutes = snapshot.Zone.BaseUtcOffset.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        _zoneName = IndonesianDates.ZoneName(snapshot.Zone);
        _staleSince = StaleSince();
        if (snapshot.At - _spokenAt >= SpeakEvery)
        {
            (_spoken, _spokenAt) = (_view.Counts.Spoken, snapshot.At);
        }
    }

    private string? StaleSince() => _snapshot is { } snapshot && Now - snapshot.At > StaleAfter ? IndonesianDates.Time(snapshot.At, snapshot.Zone) : null;

    /// <summary>Once a second; renders only when something is to be seen of it.</summary>
    private async Task TickAsync()
    {
        if (_isGone)
        {
            return;
        }

        var now = Now;
        var stale = StaleSince();
        var isDue = !_isPaused && PageCount > 1 && now - _turnedAt >= TimeSpan.FromSeconds(PageSeconds);
        if (isDue)
        {
            Turn();
        }

        if (isDue || stale != _staleSince)
        {
            _staleSince = stale;
            StateHasChanged();
        }

        if (_kiosk is not null && now - _lookedAt >= SlowLook)
        {
            _lookedAt = now;
            await LookAsync();
            if (_kiosk is not null && now - _notedAt >= NoteEvery)
            {
                _notedAt = now;
                await Service.SeenAsync(_kiosk.Id);
            }
        }
    }

    private void Turn() => (_page, _turnedAt) = ((_page + 1) % PageCount, Now);

    private void Pause() => (_isPaused, _turnedAt) = (!_isPaused, Now);
}
