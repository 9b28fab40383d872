using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>What the panels show without opening who the people are; <paramref name="Referral"/> is the letter to the other organisation on its way.</summary>
public sealed record RepatriationView(RepatriationFile File, InformationLetterState? Referral);

/// <summary>What the panels show of a journey. Whether the request is for the viewer was asked by the page that found it.</summary>
public sealed class RepatriationQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, LetterQueries letters)
{
    public async Task<RepatriationView?> FindAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (viewer.IsExcludedFrom(requestId))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.RepatriationFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == requestId, cancellationToken) is not { } file)
        {
            return null;
        }

        var letter = await RepatriationService.ReferralAsync(db, requestId, cancellationToken);
        var signing = letter is { Status: LetterStatus.AwaitingSignature } ? await letters.ForSigningBesideAsync(letter.Id, await agencies.GetAsync(cancellationToken), cancellationToken) : null;
        return new RepatriationView(file, letter is null ? null : new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing));
    }
}
