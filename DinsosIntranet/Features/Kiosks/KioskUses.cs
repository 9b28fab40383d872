using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>Screens on the wall that show the services of one unit only.</summary>
internal sealed class KioskUses : StructureUses
{
    public override async Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var screens = await db.KioskDevices.AsNoTracking()
            .Where(k => k.RevokedAt == null && k.UnitCode != null)
            .GroupBy(k => k.UnitCode!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return screens.ConvertAll(k => new StructureUse(StructurePart.Unit, k.Key, $"{k.Count} papan TV"));
    }
}
