using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>
/// Marks the dispositions of a request as done when the work they asked for was, or the request ended: a step that only passes
/// the request on does not end what was asked before.
/// </summary>
public sealed class DoneDispositions : IStepFollower
{
    public async Task LeftAsync(WriteScope scope, Guid requestId, StandardStep step, bool hasEnded, CancellationToken cancellationToken)
    {
        if (hasEnded || step.Action is not (StepActions.Forward or StepActions.Dispose or StepActions.Assign or StepActions.Receive))
        {
            await scope.Db.Dispositions
                .Where(d => d.RequestId == requestId && d.DoneAt == null && d.RecalledAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.DoneAt, scope.Now), cancellationToken);
        }
    }
}
