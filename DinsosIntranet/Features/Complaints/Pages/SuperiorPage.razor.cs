using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Complaints.Pages;

/// <summary>Who decides about a complaint that concerns the head of agency.</summary>
public sealed partial class SuperiorPage
{
    public const string Address = "/pengaturan/pengaduan";

    private readonly FormErrors _errors = new("atasan");
    private LiveRefresh? _live;
    private SuperiorSettings? _settings;
    private string _office = "";
    private string _place = "";
    private string? _done;
    private bool _dirty;
    private bool _stale;

    [Inject]
    public required ComplaintSettings Service { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public void Dispose() => _live?.Dispose();

    protected override Task OnInitializedAsync()
    {
        _live = new LiveRefresh(Feed, Time, () => InvokeAsync(ChangedElsewhereAsync), _ => true, Topic.Agency);
        return ReadAsync();
    }

    private void Typed() => (_dirty, _done) = (true, null);

    private async Task ReadAsync()
    {
        _settings = await Service.ReadAsync();
        (_office, _place, _dirty, _stale) = (_settings.Office, _settings.Place, false, false);
    }

    private Task ReloadAsync()
    {
        _done = null;
        _errors.Clear();
        return ReadAsync();
    }

    /// <summary>Another administrator saved: read again, but never under somebody's typing.</summary>
    private async Task ChangedElsewhereAsync()
    {
        if ((await Service.ReadAsync()).Revision?.Version == _settings?.Revision?.Version)
        {
            return;
        }

        _stale = _dirty;
        if (!_stale)
        {
            await ReadAsync();
        }

        StateHasChanged();
    }

    private async Task SaveAsync()
    {
        var outcome = await Service.SaveAsync(new SaveSuperior { Seen = _settings!.Revision?.Version, Office = _office, Place = _place }, await Acting.ActAsync());
        _errors.Set(outcome.Refusals);
        if (outcome.IsOk)
        {
            await ReadAsync();
            _done = "Atasan Kepala Dinas tersimpan.";
        }
    }
}
