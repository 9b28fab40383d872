using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Standing dispositions that still send requests to a desk.</summary>
internal sealed class StandingDispositionUses : StructureUses
{
    public override async Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var holding = await db.StandingDispositions.AsNoTracking()
            .Where(d => d.RevokedAt == null && d.Until >= today)
            .GroupBy(d => d.ToDeskCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return holding.ConvertAll(d => new StructureUse(StructurePart.Desk, d.Key, $"{d.Count} disposisi tetap"));
    }
}
