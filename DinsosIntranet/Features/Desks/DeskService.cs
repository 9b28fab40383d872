using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

public sealed record MoveRequest
{
    public required Guid RequestId { get; init; }

    /// <summary>The step the page showed; where the request has moved on since, nothing happens.</summary>
    public required string StepId { get; init; }

    public required string Outcome { get; init; }

    public string? Note { get; init; }
}

/// <summary>What staff do with a request at their desk whatever the standard: take, give back, hand on, move, pause.</summary>
public sealed class DeskService(WriteRunner writes, WorkFlow flow, ActionRegistry actions)
{
    public Task<Outcome> ClaimAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "permohonan.ambil", cancellationToken, (scope, work) =>
        {
            if (DeskRules.CanClaim(work.Item, work.Desk, scope.Actor, work.Time) is { } refusal)
            {
                return work.Item.HolderId is null ? Outcome.Refused(refusal.Message) : Outcome.Conflict(refusal.Message);
            }

            work.Item.Claim(scope.Actor.UserId, scope.Actor.Name, scope.Now);
            flow.AddHistory(scope, work, $"Diambil {scope.Actor.Name}", null);
            return Outcome.Ok();
        });

    public Task<Outcome> ReleaseAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "permohonan.lepas", cancellationToken, (scope, work) =>
        {
            if (DeskRules.CanRelease(work.Item, scope.Actor) is { } refusal)
            {
                return Outcome.Refused(refusal.Message);
            }

            work.Item.Release();
            flow.AddHistory(scope, work, $"Dilepas {scope.Actor.Name} ke antrean {work.Desk.Name}", scope.Act.Reason);
            return Outcome.Ok();
        });

    /// <summary>Gives what one holds to a colleague of the same desk.</summary>
    public Task<Outcome> HandToAsync(Guid requestId, Guid colleagueId, ActionContext act, ICurrentRights rights, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "permohonan.serahkan-rekan", cancellationToken, async (scope, work) =>
        {
            if (DeskRules.CanRelease(work.Item, scope.Actor) is { } refusal)
            {
                return Outcome.Refused(refusal.Message);
            }

            var colleague = await rights.FindAsync(colleagueId, cancellationToken);
            if (colleague is null || colleague.UserId == scope.Actor.UserId || work.Desk.MembershipOf(colleague) is null)
            {
                return Outcome.Refused($"Pilih rekan yang bertugas di meja {work.Desk.Name}.", nameof(colleagueId));
            }

            if (await RequestExclusions.RefusalAsync(scope, work, work.Desk, colleague, cancellationToken) is { } excluded)
            {
                return Outcome.Refused(excluded, nameof(colleagueId));
            }

            work.Item.Release();
            work.Item.Claim(colleague.UserId, colleague.Name, scope.Now);
            flow.AddHistory(scope, work, $"Diserahkan ke {colleague.Name}", scope.Act.Reason);
            return Outcome.Ok();
        });

    /// <summary>
    /// Leaves a step that needs nothing but the decision itself (verify, decide, refer, notify, close), and a step of receiving
    /// on the way, where a desk acknowledges what another brought it. At the counter receiving is done by completing the file.
    /// </summary>
    public Task<Outcome> MoveAsync(MoveRequest command, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("permohonan.langkah", WorkFlow.RecordKind, command.RequestId);
                var loaded = await flow.LoadForWorkAsync(scope, command.RequestId, step => step.Id == command.StepId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (!IsBareDecision(work))
                {
                    return Outcome.Refused("Langkah ini diselesaikan lewat panelnya sendiri.");
                }

                if (work.Step.Outcomes.FirstOrDefault(o => o.Code == command.Outcome) is not { } outcome)
                {
                    return Outcome.Refused("Pilih hasil langkah ini.", nameof(command.Outcome));
                }

                if (command.Note?.Length > HistoryEntry.DetailMaxLength)
                {
                    return Outcome.Refused($"Catatan paling banyak {HistoryEntry.DetailMaxLength} huruf.", nameof(command.Note));
                }

                await flow.AdvanceAsync(scope, work, new StepTaken(outcome.Code, outcome.Label, command.Note, await NamedAsync(scope, work, outcome, cancellationToken)), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> PauseAsync(Guid requestId, string reasonCode, string? note, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "permohonan.jeda", cancellationToken, (scope, work) =>
        {
            if (DeskRules.CanWork(work.Item, work.Desk, scope.Actor, work.Time) is { } refusal)
            {
                return Outcome.Refused(refusal.Message);
            }

            if (PauseReason.Find(reasonCode) is not { } reason)
            {
                return Outcome.Refused("Pilih alasan jeda.", nameof(reasonCode));
            }

            if (work.Item.Status != WorkStatus.Running)
            {
                return Outcome.Refused("Jam belum berjalan: berkas belum lengkap.");
            }

            if (note?.Length > 150)
            {
                return Outcome.Refused("Keterangan paling banyak 150 huruf.", nameof(note));
            }

            WorkFlow.Pause(scope, work, reason.Text);
            flow.AddHistory(scope, work, "Jam dijeda: " + reason.Text, note);
            return Outcome.Ok();
        });

    public Task<Outcome> ResumeAsync(Guid requestId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "permohonan.lanjut", cancellationToken, async (scope, work) =>
        {
            if (DeskRules.CanResume(work.Item, work.Desk, scope.Actor) is { } refusal)
            {
                return Outcome.Refused(refusal.Message);
            }

            await flow.ResumeAsync(scope, work, cancellationToken);
            flow.AddHistory(scope, work, "Jam dilanjutkan", null);
            return Outcome.Ok();
        });

    /// <summary>
    /// Whom an official named, where the request only passed this desk on its way to them: it goes into their hands and not into the
    /// queue of their desk. Null where nobody was named, or they may not take it any more.
    /// </summary>
    private static async Task<Destination?> NamedAsync(WriteScope scope, WorkInHand work, StepOutcome outcome, CancellationToken cancellationToken)
    {
        if (work.Standard.FindStep(outcome.To) is not { } next || next.Desk == work.Desk.Code)
        {
            return null;
        }

        var entered = work.Item.EnteredDeskAt;
        var userId = await scope.Db.Dispositions
            .Where(d => d.RequestId == work.Item.Id && d.RecalledAt == null && d.DoneAt == null && d.ToDeskCode == next.Desk && d.At == entered)
            .Select(d => d.ToUserId)
            .FirstOrDefaultAsync(cancellationToken);
        if (userId is not { } id || await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == work.Item.Id && x.UserId == id && x.LiftedAt == null, cancellationToken))
        {
            return null;
        }

        var name = await scope.Db.Users.Where(u => u.Id == id && u.DisabledAt == null).Select(u => u.FullName).FirstOrDefaultAsync(cancellationToken);
        return name is null ? null : new Destination(null, id, name);
    }

    private bool IsBareDecision(WorkInHand work) =>
        actions.Action(work.Step.Action).IsPlainMove
        || (work.Step.Action == StepActions.Receive && work.Item.Status != WorkStatus.WaitingForDocuments);

    private Task<Outcome> OnAsync(Guid requestId, ActionContext act, string audit, CancellationToken cancellationToken, Func<WriteScope, WorkInHand, Outcome> change) =>
        OnAsync(requestId, act, audit, cancellationToken, (scope, work) => Task.FromResult(change(scope, work)));

    private Task<Outcome> OnAsync(Guid requestId, ActionContext act, string audit, CancellationToken cancellationToken, Func<WriteScope, WorkInHand, Task<Outcome>> change) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit(audit, WorkFlow.RecordKind, requestId);
                var loaded = await flow.LoadAsync(scope, requestId, cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                scope.Publish(Topic.Work, requestId);
                return await change(scope, loaded.Value);
            },
            cancellationToken);
}
