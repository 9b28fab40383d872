using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>Letters in the trail, by their number; before they have one, by their title.</summary>
internal sealed class LetterNames : AuditNames
{
    public override string RecordKind => LetterService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.Number, l.Title }).ToDictionaryAsync(l => l.Id, l => l.Number ?? l.Title, cancellationToken);

    public override Task<Guid?> FindAsync(DinsosDbContext db, string number, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking().Where(l => l.Number == number).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(cancellationToken);
}
