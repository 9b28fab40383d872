using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Features.Objections;

/// <summary>With a request the applicant takes back, an open objection against it is taken back too.</summary>
internal sealed class ObjectionFollower : IStepFollower
{
    public async Task LeftAsync(WriteScope scope, Guid requestId, StandardStep step, bool hasEnded, CancellationToken cancellationToken)
    {
        if (!hasEnded
            || scope.Db.WorkItems.Local.FirstOrDefault(w => w.Id == requestId)?.Status != WorkStatus.Withdrawn
            || await ObjectionFacts.OpenAsync(scope.Db, requestId, cancellationToken) is not { } objection)
        {
            return;
        }

        objection.Withdraw("Permohonannya ditarik pemohon.", scope.Now);
        scope.Audit("keberatan.tarik", ObjectionService.RecordKind, objection.Id);
        scope.Publish(Topic.Work, objection.Id);
    }
}
