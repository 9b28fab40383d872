using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>An issued paper of a request that is meant for the applicant.</summary>
public sealed record ApplicantPaper(Guid LetterId, string Title, string? Number, int TimesPrinted);

/// <summary>The papers to give to the applicant at a step where they are told the result.</summary>
public sealed class ApplicantPapers(IDbContextFactory<DinsosDbContext> factory)
{
    /// <summary>Slips given at other moments, and what stays in the house.</summary>
    internal static readonly string[] OtherKinds = [LetterKinds.RequestReceipt, LetterKinds.HandOverReceipt, LetterKinds.DispositionSheet];

    public async Task<IReadOnlyList<ApplicantPaper>> ListAsync(Guid requestId, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(actor, requestId))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Status == LetterStatus.Issued && !OtherKinds.Contains(l.Kind))
            .Where(l => !db.WorkItems.Any(w => w.Id == l.RequestId && w.IsConfidential))
            .OrderByDescending(l => l.IssuedAt)
            .Select(l => new ApplicantPaper(l.Id, l.Title, l.Number, db.PrintRecords.Count(p => p.RecordId == l.Id && p.Copy != null)))
            .ToListAsync(cancellationToken);
    }
}
