using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>A document to be given, as typed.</summary>
public sealed record InformationItemInput
{
    public string Title { get; set; } = "";

    public CopyForm Form { get; set; }

    public int? Quantity { get; set; } = 1;

    public string Redaction { get; set; } = "";
}

/// <summary>What the written notice says besides its list.</summary>
public sealed record NoticeInput
{
    public int? PreparationDays { get; set; } = 0;

    public string RedactionNote { get; set; } = "";
}

public sealed partial class InformationService
{
    private const string Ready = "siap";
    private const string Told = "diberitahukan";
    private const string ReasonGiven = "alasan-disampaikan";

    /// <summary>Adds a document to what is given; its id, so that its file can be uploaded for it.</summary>
    public Task<Outcome> AddItemAsync(Guid requestId, InformationItemInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.dokumen",
            new AuditText().Fact("bentuk", input.Form),
            [ProvideAction],
            async (scope, open) =>
            {
                if (await IsSubmittedAsync(scope, requestId, LetterKinds.InformationNotice, cancellationToken))
                {
                    return Outcome.Refused("Pemberitahuan tertulis sudah diajukan. Tarik dulu konsepnya bila daftarnya perlu diubah.");
                }

                if (await scope.Db.InformationItems.CountAsync(i => i.RequestId == requestId, cancellationToken) >= InformationItem.MostOfRequest)
                {
                    return Outcome.Refused($"Paling banyak {InformationItem.MostOfRequest} dokumen untuk satu permohonan.");
                }

                var refusals = new List<Refusal>();
                DecisionRules.RequireText(refusals, input.Title, "Isi judul dokumen.", nameof(input.Title), InformationItem.TitleMaxLength);
                if (input.Quantity is not (>= 1 and <= InformationItem.MostSheets))
                {
                    refusals.Add(new Refusal("Isi jumlah lembar atau berkas dengan angka.", nameof(input.Quantity)));
                }

                if (input.Redaction.Length > InformationItem.RedactionMaxLength)
                {
                    refusals.Add(new Refusal($"Paling banyak {InformationItem.RedactionMaxLength} huruf.", nameof(input.Redaction)));
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                scope.Db.InformationItems.Add(new InformationItem
                {
                    Id = OrderedId.Create(),
                    RequestId = requestId,
                    Title = input.Title.Trim(),
                    Form = input.Form,
                    Quantity = input.Quantity!.Value,
                    Redaction = Trimmed(input.Redaction),
                    AddedAt = scope.Now,
                    AddedById = scope.Actor.UserId,
                });
                scope.Publish(Topic.Work, open.Information.Id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Takes a document off the list, and its file with it; the file itself stays for the trail.</summary>
    public Task<Outcome> RemoveItemAsync(Guid requestId, Guid itemId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.hapus-dokumen",
            new AuditText().Fact("dokumen", itemId),
            [ProvideAction],
            async (scope, _) =>
            {
                if (await IsSubmittedAsync(scope, requestId, LetterKinds.InformationNotice, cancellationToken))
                {
                    return Outcome.Refused("Pemberitahuan tertulis sudah diajukan. Tarik dulu konsepnya bila daftarnya perlu diubah.");
                }

                if (await scope.Db.InformationItems.Where(i => i.Id == itemId && i.RequestId == requestId).ExecuteDeleteAsync(cancellationToken) == 0)
                {
                    return Outcome.NotFound("Dokumen ini sudah dihapus.");
                }

                var purpose = InformationItem.PurposeOf(itemId);
                await scope.Db.Attachments.Where(a => a.OwnerId == requestId && a.Purpose == purpose && a.RemovedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.RemovedAt, scope.Now), cancellationToken);
                scope.Publish(Topic.Work, requestId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Puts the written notice before its signer, once everything it lists is there.</summary>
    public Task<Outcome> SubmitNoticeAsync(Guid requestId, NoticeInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.ajukan-pemberitahuan",
            null,
            [ProvideAction],
            async (scope, open) =>
            {
                var refusals = await CheckNoticeAsync(scope, open.Information, input, cancellationToken);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var isHeld = open.Information.Decision != InformationDecision.NotHeld;
                open.Information.PreparationDays = isHeld ? input.PreparationDays : null;
                open.Information.RedactionNote = isHeld ? Trimmed(input.RedactionNote) : null;
                return await SubmitAsync(scope, open, LetterKinds.InformationNotice, cancellationToken);
            },
            cancellationToken);

    /// <summary>The notice reached the applicant: on to the hand-over, or to the end where there is nothing to hand over.</summary>
    public Task<Outcome> ConveyNoticeAsync(Guid requestId, DeliveryWay? way, ActionContext act, CancellationToken cancellationToken = default) =>
        ConveyAsync(
            requestId,
            "informasi.sampaikan-pemberitahuan",
            ProvideAction,
            LetterKinds.InformationNotice,
            way,
            information => information.Decision == InformationDecision.NotHeld ? Told : Ready,
            act,
            cancellationToken);

    /// <summary>Puts the decision of refusal before its signer; it rests on the tests recorded before.</summary>
    public Task<Outcome> SubmitRefusalAsync(Guid requestId, string note, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.ajukan-penolakan",
            null,
            [RefuseAction],
            async (scope, open) =>
            {
                if (note.Length > InformationRequest.ReasonMaxLength)
                {
                    return Outcome.Refused($"Paling banyak {InformationRequest.ReasonMaxLength} huruf.", nameof(note));
                }

                if (!await scope.Db.ExclusionTests.AnyAsync(t => t.RequestId == requestId, cancellationToken))
                {
                    return Outcome.Refused("Catat uji konsekuensi dulu: tidak ada informasi yang ditolak sebelum akibatnya ditimbang.");
                }

                open.Information.RefusalNote = Trimmed(note);
                return await SubmitAsync(scope, open, LetterKinds.InformationRefusal, cancellationToken);
            },
            cancellationToken);

    /// <summary>The decision of refusal reached the applicant, which ends the request.</summary>
    public Task<Outcome> ConveyRefusalAsync(Guid requestId, DeliveryWay? way, ActionContext act, CancellationToken cancellationToken = default) =>
        ConveyAsync(requestId, "informasi.sampaikan-penolakan", RefuseAction, LetterKinds.InformationRefusal, way, _ => ReasonGiven, act, cancellationToken);

    /// <summary>Asks for a longer time. It is longer from the moment the notice is signed and out.</summary>
    public Task<Outcome> SubmitExtensionAsync(Guid requestId, string reasonCode, string explanation, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            requestId,
            act,
            "informasi.ajukan-perpanjangan",
            new AuditText().Fact("alasan", reasonCode),
            Weighing,
            async (scope, open) =>
            {
                var clock = await scope.Db.WorkClocks.AsNoTracking().FirstOrDefaultAsync(c => c.WorkItemId == requestId && c.Kind == ClockKind.LegalLimit, cancellationToken);
                if (ExtensionRules.WhyNot(open.Work.Standard.LegalLimit, clock, open.Work.Agency.DateOf(scope.Now), open.Work.Agency.Calendar) is { } whyNot)
                {
                    return Outcome.Refused(whyNot);
                }

                var refusals = new List<Refusal>();
                if (reference.ExtensionReasons.All(r => r.Code != reasonCode))
                {
                    refusals.Add(new Refusal("Pilih alasan perpanjangan.", nameof(reasonCode)));
                }

                DecisionRules.RequireText(refusals, explanation, "Jelaskan alasannya: pemohon membacanya di surat.", nameof(explanation), InformationRequest.ReasonMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                (open.Information.ExtensionReasonCode, open.Information.ExtensionReason) = (reasonCode, explanation.Trim());
                return await SubmitAsync(scope, open, LetterKinds.InformationExtension, cancellationToken);
            },
            cancellationToken);

    private Task<Outcome> ConveyAsync(
        Guid requestId, string audit, string action, string kind, DeliveryWay? way, Func<InformationRequest, string> outcome, ActionContext act, CancellationToken cancellationToken) =>
        OnAsync(
            requestId,
            act,
            audit,
            new AuditText().Fact("cara", way?.ToString() ?? "-"),
            [action],
            async (scope, open) =>
            {
                var letter = await IssuedAsync(scope, requestId, kind, cancellationToken);
                if (!letter.IsOk)
                {
                    return letter;
                }

                if (way is null)
                {
                    return Outcome.Refused("Pilih cara surat disampaikan kepada pemohon.", nameof(way));
                }

                if (await WhyReferralWaitsAsync(scope, open.Information, cancellationToken) is { } waits)
                {
                    return Outcome.Refused(waits);
                }

                (open.Information.NoticeWay, open.Information.NoticeGivenAt) = (way, scope.Now);
                await scope.Db.SaveChangesAsync(cancellationToken);
                var code = outcome(open.Information);
                var keeper = code == Ready ? new Destination(null, scope.Actor.UserId, scope.Actor.Name) : null;
                await flow.AdvanceAsync(
                    scope, open.Work, new StepTaken(code, $"{letter.Value.Title} nomor {letter.Value.Number} disampaikan: {way.Value.Name().ToLowerInvariant()}", null, keeper), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    private static async Task<IReadOnlyList<Refusal>> CheckNoticeAsync(WriteScope scope, InformationRequest information, NoticeInput input, CancellationToken cancellationToken)
    {
        if (information.Decision == InformationDecision.NotHeld)
        {
            return [];
        }

        var refusals = new List<Refusal>();
        var items = await scope.Db.InformationItems.AsNoTracking().Where(i => i.RequestId == information.Id).ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            refusals.Add(new Refusal("Tambahkan dokumen yang diberikan."));
        }

        var files = await scope.Db.Attachments.Where(a => a.OwnerId == information.Id && a.RemovedAt == null).Select(a => a.Purpose).ToListAsync(cancellationToken);
        refusals.AddRange(items.Where(i => i.Form == CopyForm.Soft && !files.Contains(i.FilePurpose)).Select(i => new Refusal($"Unggah berkas untuk “{i.Title}”.")));
        if (input.PreparationDays is not (>= 0 and <= InformationRequest.MostPreparationDays))
        {
            refusals.Add(new Refusal($"Isi waktu penyediaan 0 sampai {InformationRequest.MostPreparationDays} hari kerja.", nameof(input.PreparationDays)));
        }

        if (information.Decision == InformationDecision.GrantedInPart || items.Exists(i => i.Redaction is not null))
        {
            DecisionRules.RequireText(refusals, input.RedactionNote, "Jelaskan bagian yang dihitamkan atau tidak diberikan.", nameof(input.RedactionNote), InformationRequest.ReasonMaxLength);
        }
        else if (input.RedactionNote.Length > InformationRequest.ReasonMaxLength)
        {
            refusals.Add(new Refusal($"Paling banyak {InformationRequest.ReasonMaxLength} huruf.", nameof(input.RedactionNote)));
        }

        return refusals;
    }
}
