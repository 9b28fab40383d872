using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>The branch Tidak: a letter to another organisation, and its return slip.</summary>
public sealed partial class RepatriationService
{
    public Task<Outcome> SubmitReferralAsync(Guid requestId, string body, string address, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.ajukan-rujukan", [ReferAction], async (scope, work, file) =>
        {
            if (await ReferralAsync(scope.Db, requestId, cancellationToken) is not null)
            {
                return Outcome.Conflict("Surat rujukan sudah diajukan.");
            }

            var refusals = new List<Refusal>();
            Require(refusals, body.Trim().Length is > 0 and <= RepatriationFile.BodyMaxLength, "Isi nama organisasi atau lembaga.", nameof(body));
            Require(refusals, address.Trim().Length is > 0 and <= RepatriationFile.AddressMaxLength, "Isi alamatnya.", nameof(address));
            if (refusals.Count > 0)
            {
                return Outcome.Refused(refusals);
            }

            (file.ReferralBody, file.ReferralAddress) = (body.Trim(), address.Trim());
            file.Changed(scope.Actor.NameAndPosition, scope.Now);
            var subject = await scope.Db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.SubjectId).FirstAsync(cancellationToken);
            var letter = letters.CreateDraft(scope, requestId, LetterKinds.RepatriationReferral, subject, null);
            flow.AddHistory(scope, work, "Surat rujukan diajukan untuk ditandatangani", null);
            scope.Publish(Topic.Letters, letter.Id);
            return Outcome.Ok();
        }, cancellationToken);

    public Task<Outcome> RecallReferralAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.tarik-rujukan", [ReferAction], async (scope, work, _) =>
        {
            var letter = await ReferralAsync(scope.Db, requestId, cancellationToken);
            if (letter is not { Status: LetterStatus.Draft })
            {
                return Outcome.Conflict("Surat ini tidak dapat ditarik lagi.");
            }

            scope.Db.Letters.Remove(letter);
            flow.AddHistory(scope, work, "Surat rujukan ditarik kembali untuk diperbaiki", null);
            scope.Publish(Topic.Letters, letter.Id);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>The return slip came back: the request ends as referred.</summary>
    public Task<Outcome> FinishReferralAsync(Guid requestId, DateOnly? slipReturnedOn, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.rujuk", [ReferAction], async (scope, work, file) =>
        {
            if (await ReferralAsync(scope.Db, requestId, cancellationToken) is not { Status: LetterStatus.Issued } letter)
            {
                return Outcome.Refused("Surat rujukan belum terbit.");
            }

            if (slipReturnedOn is not { } day || day > work.Agency.DateOf(scope.Now) || day < letter.DatedOn)
            {
                return Outcome.Refused("Isi tanggal lembar balik diterima, sejak tanggal surat sampai hari ini.", nameof(slipReturnedOn));
            }

            file.SlipReturnedOn = day;
            file.Changed(scope.Actor.NameAndPosition, scope.Now);
            await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, $"Dirujuk dengan surat nomor {letter.Number}, lembar balik diterima"), cancellationToken);
            return Outcome.Ok();
        }, cancellationToken);

    /// <summary>The letter that holds: not one that was voided or revoked.</summary>
    internal static Task<Letter?> ReferralAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken) =>
        db.Letters
            .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.RepatriationReferral && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked)
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
}
