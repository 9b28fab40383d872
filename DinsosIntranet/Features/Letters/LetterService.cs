using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed record ApproveLetter
{
    public required Guid LetterId { get; init; }

    public required SigningMode Mode { get; init; }

    /// <summary>The signer's password, asked again: an unattended desk must not sign.</summary>
    public required string Password { get; init; }
}

/// <summary>
/// The life of a letter: draft, approved (number and date), signed, issued; or voided with a reason. Wet: approval allots
/// the number and the uploaded scan issues it. Segel dinas: number, QR and the agency's signature in one transaction. TTE luar:
/// like wet, but the file is signed in the agency's e-sign tool and checked when it comes back.
/// </summary>
public sealed partial class LetterService(
    WriteRunner writes,
    WorkFlow flow,
    NumberService numbers,
    PaperArchive archive,
    FileVault vault,
    AccountService accounts,
    KeyRing keys,
    SealCertificate seal,
    IEnumerable<ILetterContent> contents,
    StandardLibrary standards,
    IDbContextFactory<DinsosDbContext> factory)
{
    public const string RecordKind = "surat";

    /// <summary>The outcome of a signing step that sends a letter back to whoever prepared it.</summary>
    public const string ReturnOutcome = "kembalikan";

    /// <summary>The line of the history when a signer sends a draft back.</summary>
    public const string ReturnedTitle = "Dikembalikan untuk diperbaiki";

    /// <summary>Who may bring in the scan of a letter signed in ink: the signer, or the desks it passes on its way out.</summary>
    public static bool MayUploadScan(Actor actor) =>
        actor.HasAny(StaffRole.DtksOperator, StaffRole.Secretariat, StaffRole.FrontOffice, StaffRole.HeadOfAgency, StaffRole.HeadOfDivision);

    /// <summary>A letter beside the steps passes the desk that prepares it and may be signed by the agency's secretary too.</summary>
    public static bool MayUploadScan(Actor actor, bool isBesideSteps) =>
        MayUploadScan(actor) || (isBesideSteps && actor.HasAny(StaffRole.PpidOfficer, StaffRole.ComplaintOfficer, StaffRole.AgencySecretary));

    /// <summary>A draft; a letter written from the agency's own words has a name and a classification of its own.</summary>
    public Letter CreateDraft(WriteScope scope, Guid requestId, string kind, Guid subjectId, string? purposeCode, string? title = null, string? classification = null)
    {
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(),
            RequestId = requestId,
            Kind = kind,
            Title = title ?? LetterKinds.Name(kind),
            Classification = classification,
            Status = LetterStatus.Draft,
            SubjectId = subjectId,
            PurposeCode = purposeCode,
            CreatedAt = scope.Now,
            CreatedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.Letters.Add(letter);
        return letter;
    }

    /// <summary>Approves at the signing step: refused unless the actor signs for this desk and gave the right password.</summary>
    public async Task<Outcome<Letter>> ApproveAsync(ApproveLetter command, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await accounts.ProveAsync(act, command.Password, "Kata sandi tidak cocok. Surat belum ditandatangani.", nameof(command.Password), cancellationToken) is { } wrong)
        {
            return Outcome.Refused([wrong]);
        }

        return await ApproveConfirmedAsync(command.LetterId, command.Mode, act, cancellationToken);
    }

    /// <summary>Sends a letter back from the signing step to whoever prepared it.</summary>
    public Task<Outcome> ReturnAsync(Guid letterId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.kembalikan", RecordKind, letterId);
                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
                if (letter is null)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                var loaded = await LoadForSigningAsync(scope, letter, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                if (letter.Status != LetterStatus.Draft)
                {
                    return Outcome.Refused("Surat ini sudah bernomor. Batalkan nomornya dulu.");
                }

                if (CheckReason(reason, "Isi apa yang perlu diperbaiki.") is { } refusal)
                {
                    return Outcome.Refused(refusal);
                }

                if (Content(letter.Kind).IsBesideSteps)
                {
                    // What it says stands in the request; whoever prepared it corrects that and submits it anew.
                    scope.Db.Letters.Remove(letter);
                    flow.AddHistory(scope, loaded.Value, ReturnedTitle, $"{letter.Title}: {reason.Trim()}");
                    scope.Publish(Topic.Work, letter.RequestId);
                    return Outcome.Ok();
                }

                var back = loaded.Value.Step.Outcomes.FirstOrDefault(o => o.Code == ReturnOutcome);
                if (back is null)
                {
                    return Outcome.Refused("Langkah ini tidak mengenal pengembalian.");
                }

                await flow.AdvanceAsync(scope, loaded.Value, new StepTaken(back.Code, ReturnedTitle, reason), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Gives up a numbered letter that was never signed: the number stays in the book with the reason, a fresh draft takes its place.</summary>
    public Task<Outcome> VoidAsync(Guid letterId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("surat.batalkan-nomor", RecordKind, letterId, new AuditText().Fact("alasan", reason));
                var letter = await scope.Db.Letters.VisibleTo(scope.Actor).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
                if (letter is null)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                if (!LetterRules.MayVoid(letter.SignerUserId, scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (letter.Status != LetterStatus.AwaitingSignature)
                {
                    return Outcome.Refused("Hanya surat yang menunggu tanda tangan yang nomornya dapat dibatalkan.");
                }

                if (CheckReason(reason, "Isi alasan pembatalan nomor.") is { } refusal)
                {
                    return Outcome.Refused(refusal);
                }

                var loaded = await flow.LoadAsync(scope, letter.RequestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return Outcome.NotFound("Surat tidak ditemukan.");
                }

                End(scope, letter, LetterStatus.Voided, reason.Trim(), scope.Actor.Signature);
                await CreateDraftAgainAsync(scope, letter, cancellationToken);
                flow.AddHistory(scope, loaded.Value, $"Nomor {letter.Number} dibatalkan", reason);
                scope.Publish(Topic.Work, letter.RequestId);
                return Outcome.Ok();
            },
            cancellationToken);

    private ILetterContent Content(string kind) => contents.First(c => c.Kind == kind);

    private static string ShortInitials(string name) =>
        new([.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Select(w => char.ToUpperInvariant(w[0])).Take(6)]);

    private static string PlaceAndDate(AgencyProfile agency, DateOnly date) => $"{agency.Seat}, {IndonesianDates.Letter(date)}";

    private static string CertifiedBy(AgencyProfile agency, RoleInUnit role) =>
        $"{(role.Role == StaffRole.HeadOfAgency && role.ActingTitle is { } acting ? acting[..5] : "")}Kepala {agency.Name} {agency.Regency}";

    private static IReadOnlyList<string> FooterLines(Letter letter, SigningMode mode) =>
    [
        $"Kode verifikasi {letter.VerificationCode}. Pindai kode ini atau tulis kodenya di halaman Verifikasi Surat untuk memastikan nomor, tanggal, dan isi pokok surat.",
        mode switch
        {
            SigningMode.AgencySeal => "Berkas PDF ini bersegel elektronik dinas: perubahan apa pun akan terlihat. Segel ini bukan tanda tangan elektronik tersertifikasi BSrE.",

            // What the signature is, only the signed file itself may say: this one goes out before it.
            SigningMode.External => "Kode ini dibuat sistem dinas dan terpisah dari tanda tangan elektronik pada berkas PDF-nya.",
            _ => "Kode ini bukan tanda tangan elektronik tersertifikasi.",
        },
    ];

    private static Refusal? CheckReason(string reason, string emptyMessage)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal(emptyMessage, nameof(reason));
        }

        return reason.Length > Letter.ReasonMaxLength ? new Refusal($"Alasan paling banyak {Letter.ReasonMaxLength} huruf.", nameof(reason)) : null;
    }
}
