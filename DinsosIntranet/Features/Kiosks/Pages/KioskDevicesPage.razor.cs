using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace DinsosIntranet.Features.Kiosks.Pages;

/// <summary>The screens on the wall; one form is open at a time, and a code is shown once.</summary>
public sealed partial class KioskDevicesPage
{
    public const string Address = "/pengaturan/papan-tv";

    private KiosksView? _view;
    private IssuedPairing? _issued;
    private (NoticeKind Kind, string Text)? _notice;
    private Guid? _editing;
    private bool _isAdding;
    private bool _typed;

    [Inject]
    public required KioskQueries Queries { get; init; }

    [Inject]
    public required KioskService Kiosks { get; init; }

    [Inject]
    public required ActingUser Acting { get; init; }

    [Inject]
    public required DialogService Dialogs { get; init; }

    protected override async Task OnInitializedAsync()
    {
        Follow(Topic.Kiosks);
        await ReadAsync();
    }

    private static string StateText(KioskState state) => state switch
    {
        KioskState.Connected => "Terhubung",
        KioskState.Away => "Tidak terhubung",
        KioskState.AwaitsCode => "Belum dipasangkan",
        _ => "Dicabut",
    };

    private string Shows(KioskLine device)
    {
        var service = _view!.Options.Services.FirstOrDefault(s => s.Code == device.ServiceCode)?.Name ?? device.ServiceCode;
        var unit = _view.Options.Units.FirstOrDefault(u => u.Code == device.UnitCode)?.Name ?? device.UnitCode;
        return string.Join(" · ", new[] { service, unit }.OfType<string>()) is { Length: > 0 } chosen ? chosen : "Semua layanan";
    }

    private string Seen(KioskLine device) => device switch
    {
        { RevokedAt: { } revoked } => IndonesianDates.ShortWithTime(revoked, _view!.Zone),
        { State: KioskState.Away, LastSeenAt: { } seen } => "terlihat " + IndonesianDates.ShortWithTime(seen, _view!.Zone),
        { CodeUntil: { } until } when until >= Time.GetUtcNow().UtcDateTime => "kode berlaku sampai " + IndonesianDates.Time(until, _view!.Zone),
        _ => "",
    };

    private void Open(KioskLine? device) => (_isAdding, _editing, _notice) = (device is null, device?.Id, null);

    private void Close() => (_isAdding, _editing, _typed) = (false, null, false);

    protected override async Task ReadAsync() => _view = await Queries.ReadAsync();

    protected override async Task RefreshAsync()
    {
        await ReadAsync();
        if (_issued is { } issued && _view!.Devices.FirstOrDefault(d => d.Id == issued.DeviceId) is { CodeUntil: null, State: not KioskState.Revoked })
        {
            (_issued, _notice) = (null, (NoticeKind.Done, $"{issued.Name} sudah terpasang."));
        }
    }

    private async Task RegisteredAsync(IssuedPairing issued)
    {
        Close();
        (_issued, _notice) = (issued, null);
        await ReadAsync();
    }

    private async Task ChangedAsync(string name)
    {
        Close();
        _notice = (NoticeKind.Done, $"{name} disimpan; layarnya sudah mengikuti.");
        await ReadAsync();
    }

    private async Task RenewCodeAsync(KioskLine device)
    {
        var outcome = await Kiosks.RenewCodeAsync(device.Id, await Acting.ActAsync());
        _issued = outcome.IsOk ? outcome.Value : null;
        _notice = outcome.IsOk ? null : (NoticeKind.Warning, outcome.Message);
        await ReadAsync();
    }

    private async Task RevokeAsync(KioskLine device)
    {
        if (!await Dialogs.AskAsync($"Cabut {device.Name}?", "Cabut", "Layarnya berhenti menampilkan papan seketika. Untuk memakainya lagi, daftarkan sebagai layar baru.", keep: "Biarkan terpasang"))
        {
            return;
        }

        var outcome = await Kiosks.RevokeAsync(device.Id, await Acting.ActAsync());
        _issued = _issued?.DeviceId == device.Id ? null : _issued;
        _notice = outcome.IsOk ? (NoticeKind.Done, $"{device.Name} dicabut.") : (NoticeKind.Warning, outcome.Message);
        await ReadAsync();
    }
}
