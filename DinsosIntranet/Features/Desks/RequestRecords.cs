using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// The request itself, its letters, dispositions, agenda line and scans, and the people who stand in no other request: their
/// entry into the register would name them.
/// </summary>
internal sealed class RequestRecords : SecludedRecords
{
    public override async Task<IReadOnlyList<Guid>> IdsAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requests, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. requests];
        var letters = await db.Letters.Where(l => ids.Contains(l.RequestId)).Select(l => l.Id).ToListAsync(cancellationToken);
        var dispositions = await db.Dispositions.Where(d => d.RequestId != null && ids.Contains(d.RequestId.Value)).Select(d => d.Id).ToListAsync(cancellationToken);
        var agenda = await db.AgendaEntries.Where(a => a.RequestId != null && ids.Contains(a.RequestId.Value)).Select(a => a.Id).ToListAsync(cancellationToken);
        var scans = await db.Attachments.Where(a => ids.Contains(a.OwnerId)).Select(a => a.Id).ToListAsync(cancellationToken);
        var named = await db.ServiceRequests.Where(r => ids.Contains(r.Id)).Select(r => new { r.ApplicantId, r.SubjectId }).ToListAsync(cancellationToken);
        var candidates = named.SelectMany(r => new[] { r.ApplicantId, r.SubjectId }).Distinct().ToList();
        var people = await db.Persons
            .Where(p => candidates.Contains(p.Id) && !db.ServiceRequests.Any(r => !ids.Contains(r.Id) && (r.ApplicantId == p.Id || r.SubjectId == p.Id)))
            .Select(p => p.Id)
            .ToListAsync(cancellationToken);
        return [.. ids, .. letters, .. dispositions, .. agenda, .. scans, .. people];
    }
}
