using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>Requests in the trail, by their number.</summary>
internal sealed class WorkItemNames : AuditNames
{
    public override string RecordKind => WorkFlow.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.Number }).ToDictionaryAsync(w => w.Id, w => w.Number, cancellationToken);

    public override Task<Guid?> FindAsync(DinsosDbContext db, string number, CancellationToken cancellationToken) =>
        db.WorkItems.AsNoTracking().Where(w => w.Number == number).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(cancellationToken);
}
