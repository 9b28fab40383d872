using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.App;

/// <summary>Tells the menu how much waits for somebody behind its entries.</summary>
public abstract class WaitingCounter
{
    public abstract Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken);
}

internal sealed class StaffWaitingCounter(WaitingWork work) : WaitingCounter
{
    public override Task<WaitingCounts> CountAsync(Actor actor, CancellationToken cancellationToken) => work.CountAsync(actor, cancellationToken);
}
