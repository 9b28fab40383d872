using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

/// <summary>What objections rest on, read from the request they object to; the same inside a write and outside.</summary>
internal static class ObjectionFacts
{
    private static readonly string[] Answers = [LetterKinds.InformationNotice, LetterKinds.InformationRefusal];

    /// <summary>What became of the request so far; null where it is none for information, was withdrawn, or is rahasia.</summary>
    public static async Task<AnsweredSoFar?> AnsweredAsync(DinsosDbContext db, Guid requestId, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var found = await (from i in db.InformationRequests.AsNoTracking()
                           join w in db.WorkItems.AsNoTracking() on i.Id equals w.Id
                           where i.Id == requestId && !w.IsConfidential && w.Status != WorkStatus.Withdrawn
                           select new
                           {
                               i.Decision,
                               i.NoticeGivenAt,
                               i.PreparationDays,
                               LimitAt = db.WorkClocks.Where(c => c.WorkItemId == w.Id && c.Kind == ClockKind.LegalLimit).Select(c => c.DueAt).FirstOrDefault(),
                               GivenAt = db.InformationHandOvers.Where(h => h.RequestId == i.Id && h.CompletedAt != null).Select(h => h.CompletedAt).FirstOrDefault(),
                           }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        DateOnly? notice = found.NoticeGivenAt is { } at ? agency.DateOf(at) : null;
        var isGranted = found.Decision is InformationDecision.Granted or InformationDecision.GrantedInPart;
        return new AnsweredSoFar(
            found.NoticeGivenAt is null ? null : found.Decision,
            notice,
            found.LimitAt is { } limit ? agency.DateOf(limit) : null,
            isGranted && notice is { } told ? agency.Calendar.AddWorkingDays(told, found.PreparationDays ?? 0) : null,
            found.GivenAt is { } given ? agency.DateOf(given) : null);
    }

    /// <summary>Who decided the request, and who signed what was answered: they do not decide the objection.</summary>
    public static async Task<IReadOnlyList<Guid>> DecidersAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var decider = await db.InformationRequests.Where(i => i.Id == requestId).Select(i => i.DecidedById).FirstOrDefaultAsync(cancellationToken);
        var signers = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && Answers.Contains(l.Kind) && l.SignerUserId != null && l.Status != LetterStatus.Voided)
            .Select(l => l.SignerUserId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        return decider is { } id ? [id, .. signers] : signers;
    }

    /// <summary>The open objection against a request, tracked for a write.</summary>
    public static Task<Objection?> OpenAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.Objections.FirstOrDefaultAsync(o => o.RequestId == requestId && o.ClosedAt == null, cancellationToken);

    /// <summary>
    /// The answer to an objection: the one handed over, or, while it is open, the newest made since it was decided that was
    /// neither voided nor revoked.
    /// </summary>
    public static Task<Letter?> AnswerAsync(DinsosDbContext db, Objection objection, CancellationToken cancellationToken)
    {
        var letters = db.Letters.AsNoTracking().Where(l => l.RequestId == objection.RequestId && l.Kind == LetterKinds.ObjectionAnswer);
        letters = objection.AnswerLetterId is { } id
            ? letters.Where(l => l.Id == id)
            : letters.Where(l => l.CreatedAt >= objection.DecidedAt && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked);
        return objection.DecidedAt is null ? Task.FromResult<Letter?>(null) : letters.OrderByDescending(l => l.CreatedAt).FirstOrDefaultAsync(cancellationToken);
    }
}
