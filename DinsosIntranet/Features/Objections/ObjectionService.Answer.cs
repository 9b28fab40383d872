using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Objections;

public sealed partial class ObjectionService
{
    /// <summary>What the scan of an answer signed outside the agency is uploaded for.</summary>
    public const string OutsideScan = "tanggapan-atasan";

    /// <summary>The head of the agency decides, which drafts the answer. Decided anew, the draft is made anew.</summary>
    public Task<Outcome> DecideAsync(Guid objectionId, ObjectionVerdict verdict, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            objectionId,
            act,
            "keberatan.putuskan",
            new AuditText().Fact("putusan", verdict.Decision?.ToString() ?? "-"),
            actor => actor.Has(StaffRole.HeadOfAgency),
            async (scope, open) =>
            {
                var objection = open.Objection;
                if (AgendaAccess.HeadMembership(open.Agency, scope.Actor) is not { } role)
                {
                    return Outcome.Forbidden();
                }

                if (ObjectionRules.WhyNotDecide(await ObjectionFacts.DecidersAsync(scope.Db, objection.RequestId, cancellationToken), scope.Actor) is { } whyNot)
                {
                    return Outcome.Refused(whyNot);
                }

                if (await WhyDecidedAsync(scope, open, cancellationToken) is { } decided)
                {
                    return Outcome.Conflict(decided);
                }

                var refusals = verdict.Check();
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                objection.Decide(verdict, scope.Actor.UserId, scope.Actor.SignatureAs(role.ActingTitle), isOutside: false, scope.Now);
                var applicant = await ApplicantAsync(scope, objection.RequestId, cancellationToken);
                var letter = letters.CreateDraft(scope, objection.RequestId, LetterKinds.ObjectionAnswer, applicant, null);
                flow.AddHistory(scope, open.Work, $"Keberatan {objection.Number} diputus: {objection.Decision!.Value.Name().ToLowerInvariant()}", "Tanggapan disusun, menunggu tanda tangan.");
                scope.Publish(Topic.Letters, letter.Id);
                Publish(scope, objection);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes the unsigned answer back, so that the decision can be made anew.</summary>
    public Task<Outcome> RecallAsync(Guid objectionId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            objectionId,
            act,
            "keberatan.tarik-konsep",
            null,
            actor => actor.Has(StaffRole.HeadOfAgency),
            async (scope, open) =>
            {
                if (AgendaAccess.HeadMembership(open.Agency, scope.Actor) is null)
                {
                    return Outcome.Forbidden();
                }

                var letter = await ObjectionFacts.AnswerAsync(scope.Db, open.Objection, cancellationToken);
                if (letter is not { Status: LetterStatus.Draft })
                {
                    return Outcome.Conflict(letter is null ? "Konsep tanggapan ini sudah tidak ada." : $"Tanggapan sudah bernomor {letter.Number}, jadi tidak dapat ditarik.");
                }

                await DropDraftAsync(scope, letter, cancellationToken);
                flow.AddHistory(scope, open.Work, $"Konsep tanggapan keberatan {open.Objection.Number} ditarik untuk diperbaiki", null);
                Publish(scope, open.Objection);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// Records what a superior outside the agency decided and signed. The scan of the answer is uploaded first and becomes
    /// the letter; whoever decided the request does not record it.
    /// </summary>
    public Task<Outcome> RecordOutsideAsync(Guid objectionId, OutsideAnswerInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            objectionId,
            act,
            "keberatan.catat-tanggapan",
            new AuditText().Fact("putusan", input.Verdict.Decision?.ToString() ?? "-"),
            ObjectionRules.MayRecordOutside,
            async (scope, open) =>
            {
                var objection = open.Objection;
                if (ObjectionRules.WhyNotDecide(await ObjectionFacts.DecidersAsync(scope.Db, objection.RequestId, cancellationToken), scope.Actor) is not null)
                {
                    return Outcome.Refused("Anda memutus atau menandatangani jawaban permohonan ini. Minta rekan lain mencatat tanggapan atasannya.");
                }

                if (await WhyDecidedAsync(scope, open, cancellationToken) is { } decided)
                {
                    return Outcome.Conflict(decided);
                }

                List<Refusal> refusals = [.. input.Check(open.Agency.DateOf(objection.ReceivedAt), open.Agency.DateOf(scope.Now))];
                var scan = await scope.Db.Attachments.AsNoTracking()
                    .Where(a => a.OwnerId == objectionId && a.Purpose == OutsideScan && a.RemovedAt == null)
                    .OrderByDescending(a => a.UploadedAt)
                    .Select(a => new { a.FileId, Sha256 = scope.Db.StoredFiles.Where(f => f.Id == a.FileId).Select(f => f.Sha256).First() })
                    .FirstOrDefaultAsync(cancellationToken);
                if (scan is null)
                {
                    refusals.Add(new Refusal("Unggah pindaian surat tanggapan yang sudah ditandatangani."));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var superior = $"{input.SuperiorName.Trim()}, {input.SuperiorTitle.Trim()}";
                objection.Decide(input.Verdict, scope.Actor.UserId, superior, isOutside: true, scope.Now);
                var letter = letters.CreateDraft(scope, objection.RequestId, LetterKinds.ObjectionAnswer, await ApplicantAsync(scope, objection.RequestId, cancellationToken), null);
                (letter.Status, letter.Number, letter.DatedOn, letter.SignerText) = (LetterStatus.Issued, input.LetterNumber.Trim(), input.LetterDate, superior);
                (letter.IssuedFileId, letter.IssuedSha256, letter.IssuedAt) = (scan!.FileId, scan.Sha256, scope.Now);
                flow.AddHistory(scope, open.Work, $"Keberatan {objection.Number} diputus {superior}: {objection.Decision!.Value.Name().ToLowerInvariant()}", $"Surat tanggapan nomor {letter.Number}.");
                scope.Publish(Topic.Letters, letter.Id);
                Publish(scope, objection);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>
    /// The answer reached the applicant: the clock ends, and what was won is given, by the request itself where it is still
    /// open, else by one opened for it.
    /// </summary>
    public Task<Outcome> ConveyAsync(Guid objectionId, DeliveryWay? way, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            objectionId,
            act,
            "keberatan.sampaikan",
            new AuditText().Fact("cara", way?.ToString() ?? "-"),
            ObjectionRules.MayHandle,
            async (scope, open) =>
            {
                var objection = open.Objection;
                var letter = await ObjectionFacts.AnswerAsync(scope.Db, objection, cancellationToken);
                if (letter is not { Status: LetterStatus.Issued })
                {
                    return Outcome.Refused("Tanggapan belum terbit. Tunggu sampai ditandatangani.");
                }

                if (way is null)
                {
                    return Outcome.Refused("Pilih cara tanggapan disampaikan kepada pemohon.", nameof(way));
                }

                DateOnly? provideBy = objection.ProvideDays is { } days ? open.Agency.Calendar.AddWorkingDays(open.Agency.DateOf(scope.Now), days) : null;
                objection.Convey(letter.Id, way.Value, provideBy, scope.Now);
                flow.AddHistory(
                    scope,
                    open.Work,
                    $"Tanggapan keberatan {objection.Number}, nomor {letter.Number}, disampaikan: {way.Value.Name().ToLowerInvariant()}",
                    provideBy is { } last ? $"Informasi diberikan paling lambat {IndonesianDates.Letter(last)}." : null);
                if (objection.IsWon && !open.Work.Item.IsOpen)
                {
                    await ReopenAsync(scope, open, cancellationToken);
                }

                Publish(scope, objection);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task ReopenAsync(WriteScope scope, Open open, CancellationToken cancellationToken)
    {
        var objection = open.Objection;
        var won = new WonObjection(objection.RequestId, objection.Number, objection.Decision == ObjectionDecision.AcceptedInPart, objection.DecidedById!.Value, objection.SuperiorText!);
        if (await reopening.OpenAsync(scope, won, cancellationToken) is not { } following)
        {
            flow.AddHistory(scope, open.Work, $"Keberatan {objection.Number} diterima, tetapi layanan ini tidak dibuka lagi", "Daftarkan permohonan baru untuk memberikan informasinya.");
            return;
        }

        objection.FollowRequestId = following.Id;
        flow.AddHistory(scope, open.Work, $"Permohonan {following.Number} dibuka untuk memberikan yang dikabulkan", null);
    }

    /// <summary>Who decided it already, while an answer to that exists; null where it may be decided.</summary>
    private static async Task<string?> WhyDecidedAsync(WriteScope scope, Open open, CancellationToken cancellationToken) =>
        await ObjectionFacts.AnswerAsync(scope.Db, open.Objection, cancellationToken) is null
            ? null
            : $"Keberatan ini sudah diputus {open.Objection.SuperiorText} pada {IndonesianDates.ShortWithTime(open.Objection.DecidedAt!.Value, open.Agency.Zone)}: {open.Objection.Decision!.Value.Name().ToLowerInvariant()}.";

    private static Task<Guid> ApplicantAsync(WriteScope scope, Guid requestId, CancellationToken cancellationToken) =>
        scope.Db.ServiceRequests.Where(r => r.Id == requestId).Select(r => r.ApplicantId).FirstAsync(cancellationToken);
}
