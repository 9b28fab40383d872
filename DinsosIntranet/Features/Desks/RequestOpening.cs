using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>Looking is an act as well: who opened which request, and who had a masked number shown, stands in the trail.</summary>
public sealed class RequestOpening(WriteRunner writes)
{
    public Task<Outcome> RecordAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("permohonan.buka", WorkFlow.RecordKind, requestId);
                if (!RequestAccess.MaySee(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                return await scope.Db.WorkItems.VisibleTo(scope.Actor).AnyAsync(w => w.Id == requestId, cancellationToken) ? Outcome.Ok() : Outcome.NotFound("Permohonan tidak ditemukan.");
            },
            cancellationToken);

    /// <summary>The full NIK of somebody who belongs to this request.</summary>
    public Task<Outcome<string>> RevealNikAsync(Guid requestId, Guid personId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<string>(
            act,
            async scope =>
            {
                scope.Audit("nik.buka", WorkFlow.RecordKind, requestId, new Audit.Domain.AuditText().Fact("orang", personId));
                if (!RequestAccess.MaySee(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var nik = await (from r in scope.Db.ServiceRequests.AsNoTracking()
                                 join w in scope.Db.WorkItems.VisibleTo(scope.Actor) on r.Id equals w.Id
                                 join p in scope.Db.Persons on personId equals p.Id
                                 where r.Id == requestId && !w.IsConfidential && (r.SubjectId == personId || r.ApplicantId == personId)
                                 select p.Nik).FirstOrDefaultAsync(cancellationToken);
                return nik is null ? Outcome.NotFound("NIK tidak tercatat.") : nik;
            },
            cancellationToken);
}
