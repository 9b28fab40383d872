using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Intake;

/// <summary>What a correction did to a request. <paramref name="IsOpen"/> is false where the request had ended before.</summary>
public sealed record CorrectedRequest(ServiceRequest Request, bool HasAnotherIdentity, bool IsOpen);

/// <summary>
/// A capability that found something out under a request's data. When the data are corrected it says whether that still
/// holds, and brings along what follows from them.
/// </summary>
public interface ICorrectionFollower
{
    /// <summary>The action of the step where the request must begin again, or null where what was found still holds.</summary>
    Task<string?> FollowAsync(WriteScope scope, CorrectedRequest corrected, CancellationToken cancellationToken);
}
