using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>A desk with how many people may work at it now and how many requests wait there.</summary>
public sealed record DeskLine(Desk Desk, int Staff, int Waiting);

/// <summary>Units and desks as their settings page shows them, those in use first.</summary>
public sealed record UnitSettings(IReadOnlyList<Unit> Units, IReadOnlyList<DeskLine> Desks, SettingsRevision? Revision, TimeZoneInfo Zone)
{
    public Guid? Version => Revision?.Version;

    public IEnumerable<Unit> UsedUnits => Units.Where(u => u.RetiredAt is null);

    public string UnitName(string code) => Units.FirstOrDefault(u => u.Code == code)?.ShortName ?? code;
}

public sealed class UnitQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies)
{
    public async Task<UnitSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Desks, cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
        var desks = await db.Desks.AsNoTracking().Include(d => d.Members).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
        var held = await db.RoleAssignments.AsNoTracking()
            .Where(r => db.Users.Any(u => u.Id == r.UserId && u.DisabledAt == null && u.PasswordHash != null))
            .Select(r => new { r.UserId, r.Role, r.UnitCode })
            .ToListAsync(cancellationToken);
        var waiting = await db.WorkItems.AsNoTracking()
            .Where(w => w.ClosedAt == null)
            .GroupBy(w => w.DeskCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new UnitSettings(
            [.. units.OrderBy(u => u.RetiredAt is not null)],
            [
                .. desks.OrderBy(d => d.RetiredAt is not null).Select(d => new DeskLine(
                    d,
                    held.Where(h => DeskSeats.Of(d).Any(s => s.Admits(h.Role, h.UnitCode))).Select(h => h.UserId).Distinct().Count(),
                    waiting.GetValueOrDefault(d.Code))),
            ],
            revision,
            (await agencies.GetAsync(cancellationToken)).Zone);
    }
}
