using System.Security.Cryptography;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Signing;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterService
{
    private Task<Outcome> IssueSignedAsync(Guid letterId, StoredFileInfo stored, SignedFile signed, ActionContext act, CancellationToken cancellationToken) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.terbit", RecordKind, letterId, new AuditText().Fact("sha256", stored.Sha256));
                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
                if (!MayUploadScan(scope.Actor, letter is not null && Content(letter.Kind).IsBesideSteps))
                {
                    return Outcome.Forbidden();
                }

                if (letter is null)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                if (letter.Status != LetterStatus.AwaitingSignature)
                {
                    return Outcome.Conflict(letter.Status == LetterStatus.Issued ? "Surat bertanda tangan ini sudah diunggah." : "Surat ini tidak sedang menunggu tanda tangan.");
                }

                if (letter.ApprovedFileId != signed.ApprovedFileId)
                {
                    // It was given up and approved anew while the file was being checked against the earlier paper.
                    return Outcome.Conflict("Surat ini berubah selama diunggah. Muat ulang halaman.");
                }

                var loaded = await flow.LoadAsync(scope, letter.RequestId, cancellationToken);
                if (!loaded.IsOk || !loaded.Value.Item.IsOpen || (!Content(letter.Kind).IsBesideSteps && (loaded.Value.Step.Action != StepActions.Sign || loaded.Value.Item.IsPaused)))
                {
                    return Outcome.Refused("Permohonan surat ini tidak sedang di langkah tanda tangan, atau jamnya dijeda.");
                }

                var file = StoredFile.From(stored, scope.Now);
                scope.Db.StoredFiles.Add(file);
                letter.SignedNames = signed.Names is { Length: > Letter.SignedNamesMaxLength } names ? names[..Letter.SignedNamesMaxLength] : signed.Names;
                var title = letter.SigningMode == SigningMode.External ? "PDF bertanda tangan elektronik diunggah" : "Surat bertanda tangan diunggah";
                await IssueAsync(scope, loaded.Value, letter, file, $"{title}, nomor {letter.Number}", cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    private async Task<Outcome> ApproveAsync(
        WriteScope scope, WorkInHand work, Letter letter, SigningMode mode, SignatureBlock signature, RoleInUnit role, DateOnly today, CancellationToken cancellationToken)
    {
        var agency = work.Agency.Profile;
        var content = Content(letter.Kind);
        var replaced = await ReplacedLetter.OfAsync(scope.Db, letter.RequestId, cancellationToken);
        if (replaced is { Kind: ReplacementKind.Correction, Status: LetterStatus.Issued } && !LetterRules.MayRevoke(replaced.SignerUserId, scope.Actor))
        {
            return Outcome.Refused($"Surat ini mencabut surat nomor {replaced.Number} yang ditandatangani {replaced.SignerText}. Yang dapat menandatanganinya hanya beliau atau {StaffRole.HeadOfAgency.Title()}.");
        }

        var allotted = await numbers.AllotAsync(scope, letter, agency, work.Item.IsConfidential, today, cancellationToken);
        if (!allotted.IsOk)
        {
            return allotted;
        }

        var date = letter.DatedOn!.Value;
        if (await content.CheckApprovalAsync(scope.Db, letter, date, cancellationToken) is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        letter.ReplacesLetterId = replaced?.Id;
        letter.ValidUntil = await content.ValidUntilAsync(scope.Db, letter, date, cancellationToken);
        letter.SigningMode = mode;
        letter.SignerUserId = scope.Actor.UserId;
        letter.SignerText = work.Signature(scope.Actor);
        letter.ApprovedAt = scope.Now;
        await AddVerificationAsync(scope, letter, date, cancellationToken);

        var dated = signature with { PlaceAndDate = PlaceAndDate(agency, date) };
        var particulars = new LetterParticulars(letter, dated, CertifiedBy(agency, role), letter.VerificationText, FooterLines(letter, mode), IsDraft: false, replaced);
        var pdf = await content.RenderAsync(scope.Db, agency, particulars, cancellationToken);
        scope.Publish(Topic.Letters, letter.Id);
        if (mode == SigningMode.AgencySeal)
        {
            var file = await archive.StoreAsync(scope, PdfSeal.Seal(pdf, seal.Get(SealName(agency)), agency.Seat), cancellationToken);
            letter.ApprovedFileId = file.Id;
            await IssueAsync(scope, work, letter, file, $"Ditandatangani dengan segel dinas, nomor {letter.Number}", cancellationToken);
            return Outcome.Ok();
        }

        letter.ApprovedFileId = (await archive.StoreAsync(scope, pdf, cancellationToken)).Id;
        letter.Status = LetterStatus.AwaitingSignature;
        flow.AddHistory(scope, work, $"Disetujui dengan nomor {letter.Number}, menunggu {(mode == SigningMode.External ? "tanda tangan elektronik" : "tanda tangan")}", letter.NumberReason);
        scope.Publish(Topic.Work, letter.RequestId);
        return Outcome.Ok();
    }

    /// <summary>The name on the agency's seal certificate.</summary>
    internal static string SealName(AgencyProfile agency) => $"{agency.Name} {agency.Regency}";

    private async Task IssueAsync(WriteScope scope, WorkInHand work, Letter letter, StoredFile file, string title, CancellationToken cancellationToken)
    {
        letter.IssuedFileId = file.Id;
        letter.IssuedSha256 = file.Sha256;
        letter.Status = LetterStatus.Issued;
        letter.IssuedAt = scope.Now;
        scope.Publish(Topic.Letters, letter.Id);
        await RevokeReplacedAsync(scope, letter, cancellationToken);
        var content = Content(letter.Kind);
        if (content.IsBesideSteps)
        {
            flow.AddHistory(scope, work, $"{letter.Title}: {char.ToLowerInvariant(title[0])}{title[1..]}", null);
            scope.Publish(Topic.Work, letter.RequestId);
        }
        else
        {
            await flow.AdvanceAsync(scope, work, new StepTaken(work.Step.MainOutcome.Code, title), cancellationToken);
        }

        await content.IssuedAsync(scope, work, letter, cancellationToken);
    }

    private async Task AddVerificationAsync(WriteScope scope, Letter letter, DateOnly today, CancellationToken cancellationToken)
    {
        var holder = await scope.Db.Persons.AsNoTracking()
            .Where(p => p.Id == letter.SubjectId)
            .Select(p => new { p.Name, p.Nik })
            .FirstAsync(cancellationToken);
        letter.HolderInitials = ShortInitials(holder.Name);
        letter.NikLastFour = holder.Nik?[^4..] ?? "";
        letter.VerificationCode = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"VRF-{today:yyyyMM}-{RandomNumberGenerator.GetString("23456789ABCDEFGHJKMNPQRSTVWXYZ", 8)}");
        using var key = keys.OpenSigningKey();
        var payload = new VerificationPayload(
            letter.Number!, letter.Kind, today, letter.HolderInitials, letter.NikLastFour, letter.ValidUntil, VerificationKeys.ShortId(keys.Current(KeyPurpose.Verification).Id));
        letter.VerificationText = payload.Encode(key);
    }
}
