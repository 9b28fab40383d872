using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Standing dispositions that still send requests to a desk.</summary>
internal sealed class StandingDispositionUses : StructureUses
{
    public override async Task<IReadOnlyList<string>> OfDeskAsync(DinsosDbContext db, string code, DateOnly today, CancellationToken cancellationToken) =>
        await db.StandingDispositions.AsNoTracking().AnyAsync(d => d.ToDeskCode == code && d.RevokedAt == null && d.Until >= today, cancellationToken)
            ? ["disposisi tetap yang masih berlaku"]
            : [];
}
