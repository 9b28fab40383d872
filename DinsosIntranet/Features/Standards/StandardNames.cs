using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>Standards in the trail, by title and version.</summary>
internal sealed class StandardNames : AuditNames
{
    public override string RecordKind => StandardImportService.RecordKind;

    public override async Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken) =>
        (await db.StandardVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Title, v.VersionNumber }).ToListAsync(cancellationToken))
            .ToDictionary(v => v.Id, v => $"{v.Title}, versi {v.VersionNumber}");
}
