using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agenda;

/// <summary>Letters of the book in the trail, by their agenda number.</summary>
internal sealed class AgendaNames : AuditNames
{
    public override string RecordKind => AgendaService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.AgendaEntries.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Year }).ToDictionaryAsync(a => a.Id, a => $"Agenda {a.Number}/{a.Year}", cancellationToken);
}
