using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Dispositions.Pages;

/// <summary>
/// Everything about dispositions for one person: what waits, what was given to them, what went out in their name, what
/// they disposed in advance. The part shown stands in the address; every part reads again when something changed.
/// </summary>
public sealed partial class DispositionsPage
{
    private const string Waiting = "menunggu";
    private const string Received = "untuk-saya";
    internal const string Sent = "terkirim";
    private const string Reviews = "ditinjau";
    private const string Standing = "tetap";

    /// <summary>What the parts say when nothing was found.</summary>
    internal const string SearchHint = "Periksa yang dicari. Yang rahasia ditemukan dari nomornya saja.";

    private List<Part> _parts = [];
    private DispositionCounts _counts = new(0, 0, 0);
    private Guid? _shownFor;
    private bool _ready;
    private bool _reading;
    private bool _readAgain;
    private int _version;
    private string? _text;
    private string? _asked;

    [Inject]
    public required DispositionQueries Queries { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "lihat")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "saring")]
    public string? Filter { get; set; }

    [SupplyParameterFromQuery(Name = "hal")]
    public string? PageFromAddress { get; set; }

    private int PageNumber => AddressValues.Page(PageFromAddress);

    private string? Shown => (_parts.Find(p => p.Key == View) ?? _parts.Find(_ => true))?.Key;

    private string HeaderText => !_ready ? "" : _parts[0].Key == Received
        ? _counts.Received == 0 ? "Tidak ada yang perlu tindak lanjut" : $"{_counts.Received} perlu tindak lanjut"
        : _counts.Waiting == 0 ? "Tidak ada yang menunggu" : $"{_counts.Waiting} menunggu Anda";

    protected override void OnInitialized() => Follow(Topic.Dispositions, Topic.Work);

    protected override async Task OnParametersSetAsync()
    {
        if (Actor is not null && _shownFor != Actor.UserId)
        {
            _shownFor = Actor.UserId;
            await ReadAsync();
        }
    }

    /// <summary>What is searched for stays out of the address: somebody will type a name.</summary>
    private void Search()
    {
        _asked = string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();
        Navigation.GoToFirstPage();
    }

    private void ShowAll()
    {
        _text = null;
        Search();
    }

    /// <summary>Changes that come while one reading is under way are answered by one more, not by one each.</summary>
    protected override async Task ReadAsync()
    {
        if (_reading || Actor is null)
        {
            _readAgain = true;
            return;
        }

        _reading = true;
        try
        {
            do
            {
                _readAgain = false;
                _counts = await Queries.CountAsync(Actor);
                var serves = await Queries.ServesAsync(Actor);
                var mayStand = serves && (await Queries.StandingPlacesAsync(Actor)).Count > 0;
                _parts = Parts(serves, mayStand);
                _version++;
                _ready = true;
                StateHasChanged();
            }
            while (_readAgain);
        }
        finally
        {
            _reading = false;
        }
    }

    private List<Part> Parts(bool serves, bool mayStand)
    {
        var parts = new List<Part>();
        if (serves)
        {
            parts.Add(new Part(Waiting, "Menunggu", "/disposisi", _counts.Waiting));
        }

        parts.Add(new Part(Received, "Untuk saya", "/disposisi?lihat=" + Received, _counts.Received));
        if (mayStand || _counts.HasSent)
        {
            parts.Add(new Part(Sent, "Terkirim", "/disposisi?lihat=" + Sent, _counts.Late));
        }

        if (mayStand)
        {
            parts.Add(new Part(Reviews, "Untuk ditinjau", "/disposisi?lihat=" + Reviews, _counts.ToReview));
            parts.Add(new Part(Standing, "Disposisi tetap", "/disposisi?lihat=" + Standing, 0));
        }

        return parts;
    }

    private sealed record Part(string Key, string Text, string Href, int Count);
}
