using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Kiosks;

public enum KioskState
{
    Connected,
    /// <summary>Paired, but not on or not reachable.</summary>
    Away,
    AwaitsCode,
    Revoked,
}

public sealed record KioskLine(
    Guid Id, string Name, string? Place, string? ServiceCode, string? UnitCode, int PageSeconds, KioskTheme Theme, KioskState State, DateTime? LastSeenAt, DateTime? RevokedAt, DateTime? CodeUntil);

public sealed record KioskOption(string Code, string Name);

/// <summary>What a screen may be limited to: the services that take requests in, and the units that answer for them.</summary>
public sealed record KioskOptions(IReadOnlyList<KioskOption> Services, IReadOnlyList<KioskOption> Units);

public sealed record KiosksView(TimeZoneInfo Zone, IReadOnlyList<KioskLine> Devices, KioskOptions Options);

/// <summary>Everything the page of screens shows, read together.</summary>
public sealed class KioskQueries(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, ActionRegistry actions, KioskPresence presence, TimeProvider time)
{
    private const int MostLines = 200;

    public async Task<KiosksView> ReadAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var devices = await db.KioskDevices.AsNoTracking()
            .OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.RevokedAt).ThenBy(k => k.Name)
            .Take(MostLines)
            .Select(k => new { k.Id, k.Name, k.Place, k.ServiceCode, k.UnitCode, k.PageSeconds, k.Theme, IsPaired = k.TokenHash != null, k.LastSeenAt, k.RevokedAt, k.CodeUntil })
            .ToListAsync(cancellationToken);
        return new KiosksView(
            agency.Zone,
            [
                .. devices.Select(k => new KioskLine(
                    k.Id, k.Name, k.Place, k.ServiceCode, k.UnitCode, k.PageSeconds, k.Theme, StateOf(k.Id, k.RevokedAt is not null, k.IsPaired), k.LastSeenAt, k.RevokedAt, k.CodeUntil)),
            ],
            await OptionsAsync(cancellationToken));
    }

    public async Task<KioskOptions> OptionsAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var active = (await standards.ActiveOnAsync(agency.DateOf(time.GetUtcNow().UtcDateTime), cancellationToken)).Select(s => s.Standard).Where(actions.TakesIn).ToList();
        return new KioskOptions(
            [.. active.Select(s => new KioskOption(s.Code, s.ShortTitle)).OrderBy(s => s.Name, StringComparer.Ordinal)],
            [.. agency.Units.Where(u => active.Any(s => s.Unit == u.Code)).Select(u => new KioskOption(u.Code, u.ShortName))]);
    }

    private KioskState StateOf(Guid id, bool isRevoked, bool isPaired) => (isRevoked, isPaired) switch
    {
        (true, _) => KioskState.Revoked,
        (_, false) => KioskState.AwaitsCode,
        _ => presence.IsConnected(id) ? KioskState.Connected : KioskState.Away,
    };
}
