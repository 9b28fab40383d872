using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintService
{
    private const string Answered = "jawab";
    private const string Returned = "kembalikan";

    /// <summary>The division answered in writing: what was said, how it reached the complainant, how they took it. Closes the complaint.</summary>
    public Task<Outcome> AnswerAsync(Guid id, AnswerInput input, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.jawab",
            new AuditText().Fact("cara", input.Way),
            [HandleAction],
            async (scope, open) =>
            {
                var refusals = AnswerRules.Check(input, reference.Ways);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                scope.Db.ComplaintAnswers.Add(new ComplaintAnswer
                {
                    Id = OrderedId.Create(),
                    ComplaintId = id,
                    IsAtOnce = false,
                    ById = scope.Actor.UserId,
                    ByText = open.Work.Signature(scope.Actor),
                    At = scope.Now,
                    WayCode = input.Way,
                    Text = input.Text.Trim(),
                    Reference = Optional(input.Reference),
                }.Taken(input.Reaction!.Value, Optional(input.ReactionNote), scope.Now));
                await flow.AdvanceAsync(
                    scope, open.Work, new StepTaken(Answered, $"Dijawab: {Typography.MidSentence(reference.WayName(input.Way))}", $"Tanggapan pengadu: {input.Reaction.Value.Name().ToLowerInvariant()}."), cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Not this division's: back to be disposed again, with the reason.</summary>
    public Task<Outcome> ReturnAsync(Guid id, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            id,
            act,
            "pengaduan.kembalikan",
            null,
            [HandleAction],
            async (scope, open) =>
            {
                var refusals = new List<Refusal>();
                ComplaintRules.RequireText(refusals, reason, "Tulis mengapa dikembalikan.", nameof(reason), Complaint.NoteMaxLength);
                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                await GoAsync(scope, open.Work, Returned, "Dikembalikan untuk didisposisi lagi", reason, cancellationToken);
                Told(scope, id);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>The complainant's data, the name of a secret one included, for whoever must answer; on the record before it is shown.</summary>
    public Task<Outcome<ComplainantData>> RevealAsync(Guid id, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<ComplainantData>(
            act,
            async scope =>
            {
                scope.Audit("pengaduan.buka-nama", WorkFlow.RecordKind, id);
                var loaded = await flow.LoadAsync(scope, id, cancellationToken);
                if (!loaded.IsOk || await scope.Db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } complaint)
                {
                    return Outcome.NotFound("Pengaduan tidak ditemukan.");
                }

                return ComplaintAccess.MayReveal(loaded.Value.Item, loaded.Value.Desk, scope.Actor) ? vault.Open(complaint) : Outcome.Forbidden();
            },
            cancellationToken);
}
