using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Told inside the same write that a request leaves a step or ends. For a capability that keeps something about requests
/// and wants to know when the work on them was done.
/// </summary>
public interface IStepFollower
{
    /// <summary>The request has left this step and goes on (<paramref name="hasEnded"/> false), or has ended there.</summary>
    Task LeftAsync(WriteScope scope, Guid requestId, StandardStep step, bool hasEnded, CancellationToken cancellationToken);
}
