using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What the supervisor says to something put before them; a note is needed unless it is approved.</summary>
public sealed record Decision
{
    public required Guid CaseId { get; init; }

    /// <summary>The review or closure it is about.</summary>
    public required Guid Id { get; init; }

    public ReviewState State { get; set; } = ReviewState.Waiting;

    public string Note { get; set; } = "";
}

public sealed partial class CaseService
{
    internal const string ReviewTable = "AssessmentReviews";

    /// <summary>Puts assessment and plan, as they are now, before the supervisor.</summary>
    public Task<Outcome> SubmitAssessmentAsync(Guid caseId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnWorkAsync(
            caseId,
            act,
            "kasus.asesmen-ajukan",
            null,
            async (scope, open, key) =>
            {
                var rows = await scope.Db.CaseBlocks.AsNoTracking()
                    .Where(b => b.CaseId == caseId && b.RemovedAt == null && (b.Kind == CaseBlocks.Assessment || b.Kind == CaseBlocks.Plan))
                    .ToDictionaryAsync(b => b.Kind, cancellationToken);
                var refusals = new List<Refusal>();
                foreach (var kind in (string[])[CaseBlocks.Assessment, CaseBlocks.Plan])
                {
                    var definition = CaseBlocks.Find(kind)!;
                    if (!rows.TryGetValue(kind, out var row))
                    {
                        refusals.Add(new Refusal($"{kind} {definition.Title} belum diisi."));
                    }
                    else if (BlockRules.Missing(definition, CaseVault.Read(key, row)) is { Count: > 0 } missing)
                    {
                        refusals.Add(new Refusal($"{kind} {definition.Title}: {string.Join(", ", missing.Select(f => f.Label.ToLowerInvariant()))} belum diisi."));
                    }
                }

                if (refusals.Count > 0)
                {
                    return Outcome.Refused(refusals);
                }

                var last = await scope.Db.AssessmentReviews.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
                var (assessment, plan) = (rows[CaseBlocks.Assessment].Version, rows[CaseBlocks.Plan].Version);
                if (last is { State: ReviewState.Waiting })
                {
                    return Outcome.Conflict($"Asesmen sudah diajukan {last.SubmittedByText} {Moment(open, last.SubmittedAt)}.");
                }

                if (last is { State: ReviewState.Approved } && (last.AssessmentVersion, last.PlanVersion) == (assessment, plan))
                {
                    return Outcome.Conflict($"Asesmen ini sudah disetujui {last.DecidedByText} {Moment(open, last.DecidedAt!.Value)}.");
                }

                scope.Db.AssessmentReviews.Add(new AssessmentReview
                {
                    Id = OrderedId.Create(),
                    CaseId = caseId,
                    Round = (last?.Round ?? 0) + 1,
                    AssessmentVersion = assessment,
                    PlanVersion = plan,
                    SubmittedAt = scope.Now,
                    SubmittedById = scope.Actor.UserId,
                    SubmittedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                scope.Publish(Topic.Cases, caseId);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Approves, asks for a revision or rejects. Of two who decide at once, the second is told who was first.</summary>
    public Task<Outcome> DecideAssessmentAsync(Decision command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("putusan", command.State);
        return OnAsync(
            command.CaseId,
            act,
            "kasus.asesmen-putus",
            text,
            needsContent: true,
            async (scope, open) =>
            {
                var review = await scope.Db.AssessmentReviews.FirstOrDefaultAsync(r => r.Id == command.Id && r.CaseId == command.CaseId, cancellationToken);
                if (review is null)
                {
                    return Outcome.NotFound("Pengajuan ini tidak ada.");
                }

                if (!CaseAccess.MaySupervise(scope.Actor, open.Facts, review.SubmittedById))
                {
                    return Outcome.Forbidden("Asesmen diputus kepala bidang atau Kepala Dinas yang tidak mengajukannya. Penolakan ini dicatat.");
                }

                if (review.State != ReviewState.Waiting)
                {
                    return Outcome.Conflict($"Sudah diputus {review.DecidedByText} {Moment(open, review.DecidedAt!.Value)}.");
                }

                if (CheckDecision(command, [ReviewState.Approved, ReviewState.Revision, ReviewState.Rejected]) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var changed = await scope.Db.CaseBlocks.AsNoTracking()
                    .Where(b => b.CaseId == command.CaseId && b.RemovedAt == null && (b.Kind == CaseBlocks.Assessment || b.Kind == CaseBlocks.Plan) && b.Version != review.AssessmentVersion && b.Version != review.PlanVersion)
                    .OrderByDescending(b => b.SavedAt)
                    .FirstOrDefaultAsync(cancellationToken);
                if (changed is not null && command.State == ReviewState.Approved)
                {
                    return Outcome.Conflict($"{changed.Kind} diubah {changed.SavedByText} {Moment(open, changed.SavedAt)}, sesudah diajukan. Minta diajukan lagi.");
                }

                return await WithKeyAsync(open, key =>
                {
                    var note = SealNote(key, ReviewTable, review.Id, command.Note, text);
                    review.Decide(command.State, note, scope.Actor.UserId, scope.Actor.NameAndPosition, scope.Now);
                    scope.Publish(Topic.Cases, command.CaseId);
                    return Task.FromResult(Outcome.Ok());
                });
            },
            cancellationToken);
    }

    private static List<Refusal> CheckDecision(Decision command, IReadOnlyList<ReviewState> choices)
    {
        var refusals = new List<Refusal>();
        if (!choices.Contains(command.State))
        {
            refusals.Add(new Refusal("Pilih putusan.", nameof(command.State)));
        }
        else if (command.State != ReviewState.Approved && string.IsNullOrWhiteSpace(command.Note))
        {
            refusals.Add(new Refusal("Tulis apa yang harus diperbaiki, atau mengapa ditolak.", nameof(command.Note)));
        }

        if (command.Note.Trim().Length > AssessmentReview.NoteMaxLength)
        {
            refusals.Add(new Refusal($"Catatan paling banyak {AssessmentReview.NoteMaxLength} huruf.", nameof(command.Note)));
        }

        return refusals;
    }

    /// <summary>A note as it is stored, null where nothing was said; the trail has the same envelope.</summary>
    private static string? SealNote(Shared.Keys.ContentKey key, string table, Guid id, string note, AuditText text)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return null;
        }

        var envelope = CaseVault.Seal(key, table, "Note", id, note.Trim());
        text.Fact("catatan", envelope);
        return envelope;
    }
}
