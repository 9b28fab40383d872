using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A proposal to close a case.</summary>
public sealed record ProposeClosure
{
    public required Guid CaseId { get; init; }

    public string Reason { get; set; } = "";

    public IReadOnlyList<string> Checks { get; set; } = [];

    public string NotMet { get; set; } = "";

    /// <summary>The victim's own words.</summary>
    public string Feedback { get; set; } = "";

    public bool FeedbackDeclined { get; set; }
}

/// <summary>Taking a closed case up again.</summary>
public sealed record ReopenCase
{
    public required Guid CaseId { get; init; }

    public string Reason { get; set; } = "";
}

public sealed partial class CaseService
{
    internal const string ClosureTable = "CaseClosures";

    /// <summary>Puts the closing of a case before the supervisor.</summary>
    public Task<Outcome> ProposeClosureAsync(ProposeClosure command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return OnWorkAsync(
            command.CaseId,
            act,
            "kasus.tutup-ajukan",
            text,
            async (scope, open, key) =>
            {
                if (await scope.Db.WorkItems.AsNoTracking().FirstOrDefaultAsync(w => w.Id == command.CaseId && w.ClosedAt == null, cancellationToken) is not { } item)
                {
                    return Outcome.Conflict("Kasus ini sudah ditutup.");
                }

                var last = await scope.Db.CaseClosures.AsNoTracking().Where(c => c.CaseId == command.CaseId).OrderByDescending(c => c.Round).FirstOrDefaultAsync(cancellationToken);
                if (last is { State: ReviewState.Waiting } || last is { Holds: true })
                {
                    return Outcome.Conflict(last.State == ReviewState.Waiting ? $"Penutupan sudah diajukan {last.ProposedByText} {Moment(open, last.ProposedAt)}." : "Penutupan sudah disetujui.");
                }

                var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
                if (ClosureRules.Missing(await ClosureFactsAsync(scope.Db, key, command.CaseId, standard, last?.ReopenedAt, scope.Now, cancellationToken)) is { Count: > 0 } missing)
                {
                    return Outcome.Refused([.. missing.Select(m => new Refusal(m))]);
                }

                var values = new BlockValues
                {
                    [ClosureRules.Reason] = command.Reason,
                    [ClosureRules.Checks] = string.Join(',', command.Checks),
                    [ClosureRules.NotMet] = command.NotMet,
                    [ClosureRules.Feedback] = command.Feedback,
                    [ClosureRules.FeedbackDeclined] = command.FeedbackDeclined ? CaseBlocks.Yes : "",
                };
                var checks = reference.List(CaseReference.ClosingChecks).Select(c => c.Code).ToList();
                if (ClosureRules.Check(values, code => reference.Knows(CaseReference.ClosingReasons, code), checks) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                var id = OrderedId.Create();
                var payload = CaseVault.Seal(key, ClosureTable, "Payload", id, values.ToJson());
                text.Created("isi", payload);
                scope.Db.CaseClosures.Add(new CaseClosure
                {
                    Id = id,
                    CaseId = command.CaseId,
                    Round = (last?.Round ?? 0) + 1,
                    Payload = payload,
                    ProposedAt = scope.Now,
                    ProposedById = scope.Actor.UserId,
                    ProposedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                scope.Publish(Topic.Cases, command.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>Approves a closing or sends it back. Of two who decide at once, the second is told who was first.</summary>
    public Task<Outcome> DecideClosureAsync(Decision command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText().Fact("putusan", command.State);
        return OnAsync(
            command.CaseId,
            act,
            "kasus.tutup-putus",
            text,
            needsContent: true,
            async (scope, open) =>
            {
                var closure = await scope.Db.CaseClosures.FirstOrDefaultAsync(c => c.Id == command.Id && c.CaseId == command.CaseId, cancellationToken);
                if (closure is null)
                {
                    return Outcome.NotFound("Pengajuan ini tidak ada.");
                }

                if (!CaseAccess.MaySupervise(scope.Actor, open.Facts, closure.ProposedById))
                {
                    return Outcome.Forbidden("Penutupan diputus kepala bidang atau Kepala Dinas yang tidak mengajukannya. Penolakan ini dicatat.");
                }

                if (closure.State != ReviewState.Waiting)
                {
                    return Outcome.Conflict($"Sudah diputus {closure.DecidedByText} {Moment(open, closure.DecidedAt!.Value)}.");
                }

                if (CheckDecision(command, [ReviewState.Approved, ReviewState.Revision]) is { Count: > 0 } refusals)
                {
                    return Outcome.Refused(refusals);
                }

                return await WithKeyAsync(open, key =>
                {
                    closure.Decide(command.State, SealNote(key, ClosureTable, closure.Id, command.Note, text), scope.Actor.NameAndPosition, scope.Now);
                    scope.Publish(Topic.Cases, command.CaseId);
                    return Task.FromResult(Outcome.Ok());
                });
            },
            cancellationToken);
    }

    /// <summary>Takes a closed case up again at the step it ended with. By the team or the heads, with a reason only the case's key opens.</summary>
    public Task<Outcome> ReopenAsync(ReopenCase command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var text = new AuditText();
        return OnAsync(
            command.CaseId,
            act,
            "kasus.buka-lagi",
            text,
            needsContent: true,
            async (scope, open) =>
            {
                if (!CaseAccess.MayWork(open.Facts) && !CaseAccess.IsHead(scope.Actor, open.Facts.UnitCode))
                {
                    return Outcome.Forbidden();
                }

                var loaded = await flow.LoadAsync(scope, command.CaseId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var closure = await scope.Db.CaseClosures.Where(c => c.CaseId == command.CaseId && c.State == ReviewState.Approved).OrderByDescending(c => c.Round).FirstOrDefaultAsync(cancellationToken);
                // Somebody reopened it, perhaps between the two readings above.
                if (closure?.ReopenedAt is { } at && !(loaded.Value.Item.ClosedAt >= at))
                {
                    return Outcome.Conflict($"Kasus sudah dibuka lagi {closure.ReopenedByText} {Moment(open, at)}.");
                }

                if (loaded.Value.Item.IsOpen)
                {
                    return Outcome.Conflict("Kasus ini belum ditutup.");
                }

                if (closure is not { Holds: true })
                {
                    return Outcome.Refused("Kasus ini berakhir tanpa penutupan yang disetujui; daftarkan laporan baru.");
                }

                var reason = command.Reason.Trim();
                if (reason.Length is 0 or > CaseClosure.NoteMaxLength)
                {
                    return Outcome.Refused(reason.Length == 0 ? "Tulis mengapa kasus dibuka lagi." : $"Alasan paling banyak {CaseClosure.NoteMaxLength} huruf.", nameof(command.Reason));
                }

                return await WithKeyAsync(open, key =>
                {
                    var envelope = CaseVault.Seal(key, ClosureTable, "ReopenReason", closure.Id, reason);
                    text.Fact("alasan", envelope);
                    closure.Reopen(envelope, scope.Actor.NameAndPosition, scope.Now);
                    flow.Reopen(scope, loaded.Value, "Kasus dibuka lagi");
                    Touch(scope, open.Case);
                    return Task.FromResult(Outcome.Ok());
                });
            },
            cancellationToken);
    }

    /// <summary>What a closing rests on; asked for by the form too, so that it says beforehand what is missing.</summary>
    internal static async Task<ClosureFacts> ClosureFactsAsync(DinsosDbContext db, ContentKey key, Guid caseId, ServiceStandard standard, DateTime? reopenedAt, DateTime now, CancellationToken cancellationToken)
    {
        var blocks = await db.CaseBlocks.AsNoTracking()
            .Where(b => b.CaseId == caseId && b.RemovedAt == null && (b.Kind == CaseBlocks.Monitoring || b.Kind == CaseBlocks.Assessment || b.Kind == CaseBlocks.Plan))
            .ToListAsync(cancellationToken);
        var review = await db.AssessmentReviews.AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.Round).FirstOrDefaultAsync(cancellationToken);
        Guid? VersionOf(string kind) => blocks.Find(b => b.Kind == kind)?.Version;
        return new ClosureFacts(
            standard.Steps.Any(s => s.Action == StageRules.Monitor),
            blocks.Exists(b => b.Kind == CaseBlocks.Monitoring && CaseVault.Read(key, b)[CaseBlocks.LastMonitoring] == CaseBlocks.Yes && (reopenedAt is null || b.SavedAt > reopenedAt)),
            await UnansweredAsync(db, caseId, cancellationToken),
            await ComingHearingsAsync(db, caseId, now, cancellationToken),
            VersionOf(CaseBlocks.Assessment) is not null,
            review is { State: ReviewState.Approved } && review.AssessmentVersion == VersionOf(CaseBlocks.Assessment) && review.PlanVersion == VersionOf(CaseBlocks.Plan));
    }

    private static Task<int> UnansweredAsync(DinsosDbContext db, Guid caseId, CancellationToken cancellationToken) =>
        db.CaseReferrals.CountAsync(r => r.CaseId == caseId && r.State == ReferralState.Sent, cancellationToken);

    private static Task<int> ComingHearingsAsync(DinsosDbContext db, Guid caseId, DateTime now, CancellationToken cancellationToken) =>
        db.CaseHearings.CountAsync(h => h.CaseId == caseId && h.CancelledAt == null && h.StartsAt > now, cancellationToken);
}
