using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string PassedOn = "diteruskan";
    private const string HandedUp = "diserahkan";
    private const string GivenUp = "batal";

    private static readonly string[] Transferring = [PassOnAction, HandUpAction];

    /// <summary>Puts the letter that gives the complaint away before its signer. Who the head's superior is stands in the settings.</summary>
    public Task<Outcome> SubmitTransferAsync(Guid id, TransferInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.ajukan-penerusan",
            new AuditText().Fact("alasan", input.GroundCode),
            Transferring,
            async (scope, open) =>
            {
                var isToSuperior = open.Work.Step.Action == HandUpAction;
                var kind = KindOf(isToSuperior);
                if (await LetterAsync(scope.Db, id, kind, cancellationToken) is { } earlier)
                {
                    return AlreadySubmitted(earlier);
                }

                var superior = isToSuperior ? await scope.Db.ComplaintSuperiors.AsNoTracking().FirstOrDefaultAsync(cancellationToken) : null;
                List<Refusal> refusals = [.. TransferRules.Check(input, isToSuperior, reference.Grounds)];
                ComplaintRules.Require(refusals, isToSuperior && superior is null, "Atasan Kepala Dinas belum dicatat di Pengaturan, Pengaduan. Minta administrator mengisinya.", nameof(input.Body));
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                await SaveTransferAsync(scope, id, input, superior, cancellationToken);
                await SubmitLetterAsync(scope, open, kind, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes the letter back before anybody signed it, to change what it says.</summary>
    public Task<Outcome> RecallTransferAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.tarik-penerusan",
            null,
            Transferring,
            async (scope, open) =>
            {
                var letter = await LetterAsync(scope.Db, id, KindOf(open.Work.Step.Action == HandUpAction), cancellationToken);
                if (letter is not { Status: LetterStatus.Draft })
                {
                    return Outcome.Conflict(letter is null ? "Konsep surat ini sudah tidak ada." : $"{letter.Title} sudah bernomor {letter.Number}, jadi tidak dapat ditarik.");
                }

                await letters.DropDraftsAsync(scope, id, cancellationToken);
                flow.AddHistory(scope, open.Work, $"{letter.Title} ditarik kembali untuk diperbaiki", null);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The letter went out and the complainant knows where the complaint is now: it ends here.</summary>
    public Task<Outcome> ConveyTransferAsync(Guid id, string toldWay, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.sampaikan-penerusan",
            new AuditText().Fact("cara", toldWay),
            Transferring,
            async (scope, open) =>
            {
                var isToSuperior = open.Work.Step.Action == HandUpAction;
                var letter = await LetterAsync(scope.Db, id, KindOf(isToSuperior), cancellationToken);
                if (letter is not { Status: LetterStatus.Issued })
                {
                    return Outcome.Refused($"{LetterKinds.Name(KindOf(isToSuperior))} belum terbit. Ajukan, lalu tunggu sampai ditandatangani.");
                }

                if (reference.Ways.FirstOrDefault(w => w.Code == toldWay) is not { } way)
                {
                    return Outcome.Refused("Pilih cara pengadu diberi tahu.", nameof(toldWay));
                }

                var transfer = await scope.Db.ComplaintTransfers.FirstAsync(t => t.Id == id, cancellationToken);
                (transfer.ConveyedAt, transfer.ToldWayCode) = (scope.Now, way.IsNone ? null : way.Code);
                await flow.AdvanceAsync(
                    scope,
                    open.Work,
                    new StepTaken(
                        isToSuperior ? HandedUp : PassedOn,
                        $"{letter.Title} nomor {letter.Number} disampaikan kepada {transfer.Body}",
                        way.IsNone ? "Pengadu tidak dapat diberi tahu." : $"Pengadu diberi tahu: {Typography.MidSentence(way.Name)}."),
                    cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>It is the agency's after all: back to the review, as long as no letter has a number.</summary>
    public Task<Outcome> GiveUpPassOnAsync(Guid id, string whyNot, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.batal-penerusan",
            null,
            [PassOnAction],
            async (scope, open) =>
            {
                var refusals = new List<Refusal>();
                ComplaintRules.RequireText(refusals, whyNot, "Tulis mengapa tidak jadi diteruskan.", nameof(whyNot), Complaint.NoteMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                if (await LetterAsync(scope.Db, id, LetterKinds.ComplaintPassOn, cancellationToken) is { Number: { } number } letter)
                {
                    return Outcome.Conflict($"{letter.Title} sudah bernomor {number}. Batalkan nomornya dulu.");
                }

                await letters.DropDraftsAsync(scope, id, cancellationToken);
                await GoAsync(scope, open.Work, GivenUp, "Penerusan dibatalkan", whyNot, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The paper of this kind that counts: the newest that was neither voided nor revoked.</summary>
    internal static Task<Letter?> LetterAsync(DinsosDbContext db, Guid id, string kind, CancellationToken cancellationToken) =>
        db.Letters.AsNoTracking()
            .Where(l => l.RequestId == id && l.Kind == kind && l.Status != LetterStatus.Voided && l.Status != LetterStatus.Revoked)
            .OrderByDescending(l => l.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);

    private static Outcome AlreadySubmitted(Letter letter) =>
        Outcome.Conflict(letter.Number is { } number ? $"{letter.Title} sudah bernomor {number}." : $"{letter.Title} sudah diajukan.");

    /// <summary>Puts a letter of the complaint before its signer.</summary>
    private async Task SubmitLetterAsync(WriteScope scope, Open open, string kind, CancellationToken cancellationToken)
    {
        var id = open.Complaint.Id;
        var subject = await scope.Db.ServiceRequests.Where(r => r.Id == id).Select(r => r.SubjectId).FirstAsync(cancellationToken);
        var letter = letters.CreateDraft(scope, id, kind, subject, null);
        flow.AddHistory(scope, open.Work, $"{letter.Title} diajukan untuk ditandatangani", null);
        scope.Publish(Topic.Letters, letter.Id);
    }

    internal static string KindOf(bool isToSuperior) => isToSuperior ? LetterKinds.ComplaintHandUp : LetterKinds.ComplaintPassOn;

    private static async Task SaveTransferAsync(WriteScope scope, Guid id, TransferInput input, ComplaintSuperior? superior, CancellationToken cancellationToken)
    {
        var (body, place) = superior is null ? (input.Body.Trim(), input.Place.Trim()) : (superior.Office, superior.Place);
        if (await scope.Db.ComplaintTransfers.FirstOrDefaultAsync(t => t.Id == id, cancellationToken) is { } transfer)
        {
            (transfer.GroundCode, transfer.Body, transfer.Place, transfer.Reason) = (Optional(input.GroundCode), body, place, input.Reason.Trim());
            return;
        }

        scope.Db.ComplaintTransfers.Add(new ComplaintTransfer
        {
            Id = id,
            IsToSuperior = superior is not null,
            GroundCode = superior is null ? Optional(input.GroundCode) : null,
            Body = body,
            Place = place,
            Reason = input.Reason.Trim(),
            Version = Guid.CreateVersion7(),
        });
    }
}
