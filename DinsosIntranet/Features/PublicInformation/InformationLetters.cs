using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>
/// What the letters of public information have in common: they go out beside the steps, hold for ever, and are never
/// replaced by a request of their own. Each renders what stands in the request when it is approved.
/// </summary>
public abstract class InformationLetter : ILetterContent
{
    public abstract string Kind { get; }

    public bool IsBesideSteps => true;

    public bool IsReplaceable => false;

    public Task<DateOnly?> ValidUntilAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<DateOnly?>(null);

    public async Task<SignerBrief> BriefAsync(DinsosDbContext db, Letter letter, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var information = await db.InformationRequests.AsNoTracking().FirstAsync(i => i.Id == letter.RequestId, cancellationToken);
        var lines = new List<BriefLine> { new("Diminta", information.Detail), new("Tujuan", information.Purpose) };
        lines.AddRange(await LinesAsync(db, information, agency, cancellationToken));
        string?[] warnings =
        [
            information.IsFlagged ? $"Ditandai kemungkinan dikecualikan: memuat kata {string.Join(", ", information.FlaggedWords)}." : null,
            information.IsFlagged && information.DecisionReason is { } reason ? $"Alasan tetap diberikan: {reason}" : null,
        ];
        return new SignerBrief(lines, [.. warnings.OfType<string>()], null);
    }

    public Task<CarriedOver> CarryOverAsync(WriteScope scope, Letter earlier, Guid requestId, ReplacementKind kind, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("Letters of public information are not replaced by a request of their own.");

    public virtual Task<string?> CheckApprovalAsync(DinsosDbContext db, Letter letter, DateOnly datedOn, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public virtual Task IssuedAsync(WriteScope scope, Desks.WorkInHand work, Letter letter, CancellationToken cancellationToken) => Task.CompletedTask;

    public abstract Task<byte[]> RenderAsync(DinsosDbContext db, AgencyProfile agency, LetterParticulars particulars, CancellationToken cancellationToken);

    /// <summary>What the signer reads besides what was asked for.</summary>
    protected abstract Task<IReadOnlyList<BriefLine>> LinesAsync(DinsosDbContext db, InformationRequest information, AgencySnapshot agency, CancellationToken cancellationToken);
}
