using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>
    /// Records that a form is printed, and why; the id names this one printing. The paper is handed out to the same person and
    /// for <see cref="CaseFormWriter.FetchMinutes"/> minutes only.
    /// </summary>
    public Task<Outcome<Guid>> PrintAsync(Guid caseId, string form, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync<Guid>(
            caseId,
            act,
            "kasus.cetak",
            new AuditText().Fact("form", reference.Forms.FirstOrDefault(f => f.Code == form)?.Code ?? "-").Fact("alasan", Listed(CaseReference.PrintReasons, reason)),
            (scope, open) =>
            {
                if (reference.Forms.All(f => f.Code != form))
                {
                    return Task.FromResult<Outcome<Guid>>(Outcome.Refused("Pilih formulir.", nameof(form)));
                }

                if (!reference.Knows(CaseReference.PrintReasons, reason))
                {
                    return Task.FromResult<Outcome<Guid>>(Outcome.Refused("Pilih alasan mencetak.", nameof(reason)));
                }

                var id = OrderedId.Create();
                Sighted(scope, caseId, SightingKind.Printed, reason, form, id: id);
                scope.Publish(Topic.Cases, caseId);
                return Task.FromResult<Outcome<Guid>>(id);
            },
            cancellationToken);

    /// <summary>
    /// As <see cref="PrintAsync"/>, for a paper that is no form: the assessment report, a letter of referral (while its consent
    /// holds), the answer to who referred the victim to us, the case without anything that names somebody.
    /// </summary>
    public Task<Outcome<Guid>> PrintPaperAsync(Guid caseId, CasePaperKind kind, Guid? sourceId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync<Guid>(
            caseId,
            act,
            "kasus.cetak",
            new AuditText().Fact("lembar", kind).Fact("alasan", Listed(CaseReference.PrintReasons, reason)),
            async (scope, open) =>
            {
                if (!reference.Knows(CaseReference.PrintReasons, reason))
                {
                    return Outcome.Refused("Pilih alasan mencetak.", nameof(reason));
                }

                var opened = KeyOf(open.Case);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                using var key = opened.Value;
                var blocks = await BlocksAsync(scope, key, caseId, cancellationToken);
                if (await WhyNotPrintAsync(scope, open, caseId, kind, sourceId, blocks, cancellationToken) is { } why)
                {
                    return Outcome.Refused(why);
                }

                var id = OrderedId.Create();
                Sighted(scope, caseId, SightingKind.Printed, reason, CaseFormWriter.Detail(kind, sourceId), id: id);
                scope.Publish(Topic.Cases, caseId);
                return id;
            },
            cancellationToken);

    private static async Task<string?> WhyNotPrintAsync(WriteScope scope, Open open, Guid caseId, CasePaperKind kind, Guid? sourceId, IReadOnlyList<FilledBlock> blocks, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case CasePaperKind.AssessmentReport:
                return blocks.Any(b => b.Kind == CaseBlocks.Assessment) ? null : "Asesmen belum diisi.";
            case CasePaperKind.ReferralLetter:
                if (!await scope.Db.CaseReferrals.AnyAsync(r => r.Id == sourceId && r.CaseId == caseId, cancellationToken))
                {
                    return "Rujukan ini belum dikirim.";
                }

                var referral = blocks.First(b => b.Id == sourceId).Values;
                return ReferralRules.WhyNotSend(referral, open.Agency.DateOf(scope.Now)) is [var first, ..] ? first.Message : null;
            case CasePaperKind.IncomingAnswer:
                return blocks.Any(b => b.Kind == CaseBlocks.Register && b.Values["perujuk"].Length > 0) ? null : "Kasus ini tidak masuk lewat rujukan. Instansi perujuk ditulis di A1.";
            default:
                return null;
        }
    }
}
