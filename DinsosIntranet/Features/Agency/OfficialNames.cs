using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>Officials in the trail, by name and position.</summary>
internal sealed class OfficialNames : AuditNames
{
    public override string RecordKind => OfficialService.RecordKind;

    public override Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        db.Officials.AsNoTracking().Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, Name = o.NameWithTitles + ", " + o.PositionTitle }).ToDictionaryAsync(o => o.Id, o => o.Name, cancellationToken);
}
