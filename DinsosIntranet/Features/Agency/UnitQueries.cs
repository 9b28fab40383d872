using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>A unit, how deep it stands below others, and what relies on it.</summary>
public sealed record UnitLine(Unit Unit, int Depth, IReadOnlyList<string> Uses);

/// <summary>A desk, who can work at it now, how many requests lie there and what relies on it.</summary>
public sealed record DeskLine(Desk Desk, IReadOnlyList<string> Staff, int Waiting, IReadOnlyList<string> Uses);

/// <summary>Units and desks as their settings page shows them, those in use first.</summary>
public sealed record UnitSettings(
    IReadOnlyList<UnitLine> Units, IReadOnlyList<DeskLine> Desks, IReadOnlyList<SeatHolder> Holders, SettingsRevision? Revision, DateOnly Today, TimeZoneInfo Zone)
{
    public Guid? Version => Revision?.Version;

    public IEnumerable<UnitLine> UsedUnits => Units.Where(u => u.Unit.RetiredAt is null);

    public string UnitName(string code) => Units.FirstOrDefault(u => u.Unit.Code == code)?.Unit.ShortName ?? code;

    /// <summary>The names of those who could work at a desk with these seats today.</summary>
    public IReadOnlyList<string> StaffAt(IReadOnlyCollection<DeskSeat> seats) => Admitted(Holders, seats);

    internal static IReadOnlyList<string> Admitted(IEnumerable<SeatHolder> holders, IReadOnlyCollection<DeskSeat> seats) =>
        [.. holders.Where(h => seats.Any(s => s.Admits(h.Role, h.UnitCode))).DistinctBy(h => h.UserId).Select(h => h.Name).Order(StringComparer.CurrentCulture)];
}

public sealed class UnitQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, IEnumerable<StructureUses> sources, TimeProvider time)
{
    public async Task<UnitSettings> ReadAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revision = await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Desks, cancellationToken);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
        var desks = await db.Desks.AsNoTracking().Include(d => d.Members).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
        var holders = await SeatHolders.ReadAsync(db, today, cancellationToken);
        var uses = new List<StructureUse>();
        foreach (var source in sources)
        {
            uses.AddRange(await source.ReadAsync(db, today, cancellationToken));
        }

        var ofDesks = uses.Where(u => u.Part == StructurePart.Desk).ToLookup(u => u.Code);
        var ofUnits = uses.Where(u => u.Part == StructurePart.Unit).ToLookup(u => u.Code, u => u.Text);
        return new UnitSettings(
            [
                .. UnitRules.InTreeOrder(units.FindAll(u => u.RetiredAt is null)).Select(u => new UnitLine(u.Unit, u.Depth, [.. ofUnits[u.Unit.Code]])),
                .. units.Where(u => u.RetiredAt is not null).Select(u => new UnitLine(u, 0, [.. ofUnits[u.Code]])),
            ],
            [
                .. desks.OrderBy(d => d.RetiredAt is not null).Select(d => new DeskLine(
                    d, UnitSettings.Admitted(holders, [.. DeskSeats.Of(d)]), ofDesks[d.Code].Sum(u => u.Waiting), [.. ofDesks[d.Code].Select(u => u.Text)])),
            ],
            holders,
            revision,
            today,
            agency.Zone);
    }
}
