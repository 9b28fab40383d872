using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dtks;

/// <summary>
/// What SIKS-NG said was said of one NIK. With another one the check no longer holds and is made again; another purpose is
/// only written over, for the register does not know it.
/// </summary>
internal sealed class DtksCorrectionFollower : ICorrectionFollower
{
    public async Task<string?> FollowAsync(WriteScope scope, CorrectedRequest corrected, CancellationToken cancellationToken)
    {
        var check = await scope.Db.DtksChecks.FirstOrDefaultAsync(c => c.RequestId == corrected.Request.Id && c.ReplacedAt == null, cancellationToken);
        if (check is null)
        {
            return null;
        }

        if (corrected.HasAnotherIdentity)
        {
            check.ReplacedAt = scope.Now;
            return DtksService.CheckAction;
        }

        // Of a request that has ended the check shows what its letter was made for.
        if (corrected is { IsOpen: true, Request.PurposeCode: { } purpose })
        {
            check.PurposeCode = purpose;
        }

        return null;
    }
}
