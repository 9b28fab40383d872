using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Cases in the trail, by their code.</summary>
internal sealed class CaseNames : AuditNames
{
    public override string RecordKind => CaseService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        (from c in db.VictimCases.AsNoTracking()
         join w in db.WorkItems on c.Id equals w.Id
         where ids.Contains(c.Id)
         select new { c.Id, w.Number }).ToDictionaryAsync(c => c.Id, c => c.Number, cancellationToken);

    public override Task<Guid?> FindAsync(DinsosDbContext db, string number, CancellationToken cancellationToken) =>
        (from c in db.VictimCases.AsNoTracking()
         join w in db.WorkItems on c.Id equals w.Id
         where w.Number == number
         select (Guid?)c.Id).FirstOrDefaultAsync(cancellationToken);
}
