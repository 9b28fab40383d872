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
            // One that passed the counter first has only now come to the desk it was given to.
            var (arrived, given) = hasEnded ? (null, scope.Now) : Arrived(scope, requestId);
            await scope.Db.Dispositions
                .Where(d => d.RequestId == requestId && d.DoneAt == null && d.RecalledAt == null && !(d.ToDeskCode == arrived && d.At == given))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.DoneAt, scope.Now), cancellationToken);
        }
    }

    /// <summary>The desk the request has just come to, and when it was disposed if that brought it to the desk it left now.</summary>
    private static (string? DeskCode, DateTime GivenAt) Arrived(WriteScope scope, Guid requestId)
    {
        var stays = scope.Db.DeskStays.Local.Where(s => s.WorkItemId == requestId).ToList();
        return stays.Find(s => s.LeftAt == scope.Now) is { } left && stays.Find(s => s.LeftAt is null) is { } now && now.DeskCode != left.DeskCode
            ? (now.DeskCode, left.EnteredAt)
            : (null, scope.Now);
    }
}
