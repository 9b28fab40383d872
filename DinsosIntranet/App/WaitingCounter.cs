using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App;

/// <summary>Tells the menu how much waits for somebody behind its entries.</summary>
public abstract class WaitingCounter
{
    public abstract Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken);
}

internal sealed class StaffWaitingCounter(WaitingWork work, CaseQueries cases, ConflictQueries conflicts, RetentionQueries retention) : WaitingCounter
{
    public override async Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken) =>
        await work.CountAsync(actor, cancellationToken) with
        {
            CaseReviews = await cases.CountWaitingAsync(actor, cancellationToken) + (await conflicts.WaitingAsync(actor, cancellationToken)).Count,
            Destructions = await retention.WaitingAsync(actor, cancellationToken),
        };
}
