using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>The objections against the requests.</summary>
internal sealed class ObjectionRecords : SecludedRecords
{
    public override async Task<IReadOnlyList<Guid>> IdsAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requests, CancellationToken cancellationToken) =>
        await db.Objections.Where(o => requests.Contains(o.RequestId)).Select(o => o.Id).ToListAsync(cancellationToken);
}
