using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Leaving the step of a case by one of its outcomes.</summary>
public sealed record LeaveStep(Guid CaseId, string StepId, string Outcome);

public sealed partial class CaseService
{
    /// <summary>Moves the case on once everything the step asks for is written down. The story says which way it went and nothing of the content.</summary>
    public Task<Outcome> LeaveStepAsync(LeaveStep command, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(
            command.CaseId,
            act,
            "kasus.langkah",
            null,
            needsContent: true,
            async (scope, open) =>
            {
                var loaded = await flow.LoadForWorkAsync(scope, command.CaseId, step => step.Id == command.StepId && StageRules.Actions.Contains(step.Action), cancellationToken);
                if (!loaded.IsOk)
                {
                    return loaded.AsFailure();
                }

                var work = loaded.Value;
                if (work.Step.Outcomes.FirstOrDefault(o => o.Code == command.Outcome) is not { } outcome)
                {
                    return Outcome.Refused("Pilih hasil langkah ini.", nameof(command.Outcome));
                }

                var opened = KeyOf(open.Case);
                if (!opened.IsOk)
                {
                    return opened.AsFailure();
                }

                using var key = opened.Value;
                var blocks = await scope.Db.CaseBlocks.AsNoTracking().Where(b => b.CaseId == command.CaseId && b.RemovedAt == null).ToListAsync(cancellationToken);
                var missing = StageRules.Missing(work.Step, outcome, [.. blocks.Select(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b)))]);
                if (missing.Count > 0)
                {
                    return Outcome.Refused([.. missing.Select(m => new Refusal(m.Text))]);
                }

                if (await WhyNotLeaveAsync(scope, work, outcome, command.CaseId, cancellationToken) is { } why)
                {
                    return Outcome.Refused(why);
                }

                await flow.AdvanceAsync(scope, work, new StepTaken(outcome.Code, outcome.Label, To: new Destination(null, scope.Actor.UserId, scope.Actor.Name)), cancellationToken);
                Touch(scope, open.Case);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>A case of either standard ends as done only on a closing the supervisor approved; one that is not for this standard is referred without.</summary>
    private static async Task<string?> WhyNotLeaveAsync(WriteScope scope, WorkInHand work, StepOutcome outcome, Guid caseId, CancellationToken cancellationToken)
    {
        if (work.Standard.FindStep(outcome.To) is not null || work.Standard.Ending(outcome.To).Status != EndStatus.Completed)
        {
            return null;
        }

        if (!await scope.Db.CaseClosures.AnyAsync(c => c.CaseId == caseId && c.State == ReviewState.Approved && c.ReopenedAt == null, cancellationToken))
        {
            return ClosureRules.NotApproved;
        }

        // What came up after the closing was approved.
        var open = ClosureRules.StillOpen(await UnansweredAsync(scope.Db, caseId, cancellationToken), await ComingHearingsAsync(scope.Db, caseId, scope.Now, cancellationToken));
        return open.Count > 0 ? string.Join(' ', open) : null;
    }
}
