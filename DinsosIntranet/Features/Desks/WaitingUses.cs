using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>Requests that lie at a desk.</summary>
internal sealed class WaitingUses : StructureUses
{
    public override async Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var waiting = await db.WorkItems.AsNoTracking()
            .Where(w => w.ClosedAt == null)
            .GroupBy(w => w.DeskCode)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return waiting.ConvertAll(w => new StructureUse(StructurePart.Desk, w.Key, $"{w.Count} permohonan menunggu", w.Count));
    }
}
