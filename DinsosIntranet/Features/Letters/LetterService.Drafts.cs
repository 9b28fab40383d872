using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterService
{
    /// <summary>
    /// Puts a new draft in the place of each draft of the request, because what it is made from was corrected. A signer who
    /// has the old one open cannot sign what they have not seen.
    /// </summary>
    public async Task RenewDraftsAsync(WriteScope scope, Guid requestId, Guid subjectId, string? purposeCode, CancellationToken cancellationToken)
    {
        foreach (var draft in await DraftsAsync(scope, requestId, cancellationToken))
        {
            scope.Db.Letters.Remove(draft);
            scope.Publish(Topic.Letters, draft.Id);
            scope.Publish(Topic.Letters, CreateDraft(scope, requestId, draft.Kind, subjectId, purposeCode, draft.Title, draft.Classification).Id);
        }

        await scope.Db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the drafts of a request away: what they said has to be found out again.</summary>
    public async Task DropDraftsAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken)
    {
        foreach (var draft in await DraftsAsync(scope, requestId, cancellationToken))
        {
            scope.Db.Letters.Remove(draft);
            scope.Publish(Topic.Letters, draft.Id);
        }
    }

    /// <summary>
    /// What becomes of the letters of a request that is taken back: drafts go, an allotted number is voided, an issued letter
    /// revoked, each with <paramref name="reason"/>. Whether the actor may do that was asked before.
    /// </summary>
    public async Task EndAllAsync(WriteScope scope, WorkInHand work, string reason, CancellationToken cancellationToken)
    {
        var requestId = work.Item.Id;
        await DropDraftsAsync(scope, requestId, cancellationToken);
        var letters = await scope.Db.Letters.Where(l => l.RequestId == requestId).Where(Letter.IsNumbered).OrderBy(l => l.Id).ToListAsync(cancellationToken);
        foreach (var letter in letters)
        {
            var isIssued = letter.Status == LetterStatus.Issued;
            End(scope, letter, isIssued ? LetterStatus.Revoked : LetterStatus.Voided, reason, scope.Actor.Signature);
            scope.Audit(isIssued ? "surat.cabut" : "surat.batalkan-nomor", RecordKind, letter.Id, new AuditText().Fact("alasan", reason));
            flow.AddHistory(scope, work, isIssued ? $"Surat {letter.Number} dicabut" : $"Nomor {letter.Number} dibatalkan", reason);
        }
    }

    private static void End(WriteScope scope, Letter letter, LetterStatus status, string reason, string byText)
    {
        (letter.Status, letter.EndedAt, letter.EndedReason, letter.EndedByText) = (status, scope.Now, reason, byText);
        scope.Publish(Topic.Letters, letter.Id);
    }

    /// <summary>A new draft in the place of a letter that will not go out, for the person and purpose the request has now.</summary>
    private async Task<Letter> CreateDraftAgainAsync(WriteScope scope, Letter earlier, CancellationToken cancellationToken)
    {
        var request = await scope.Db.ServiceRequests.AsNoTracking()
            .Where(r => r.Id == earlier.RequestId)
            .Select(r => new { r.SubjectId, r.PurposeCode })
            .FirstAsync(cancellationToken);
        return CreateDraft(scope, earlier.RequestId, earlier.Kind, request.SubjectId, request.PurposeCode, earlier.Title, earlier.Classification);
    }

    private static Task<List<Letter>> DraftsAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken) =>
        scope.Db.Letters.Where(l => l.RequestId == requestId && l.Status == LetterStatus.Draft).ToListAsync(cancellationToken);
}
