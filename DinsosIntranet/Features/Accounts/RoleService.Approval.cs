using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public sealed partial class RoleService
{
    public Task<Outcome> ApproveAsync(Guid proposalId, ActionContext act, CancellationToken cancellationToken = default) =>
        DecideAsync("peran.setujui", proposalId, act, MayDecide, (scope, proposal) =>
        {
            proposal.Approve(scope.Actor.UserId, scope.Now);
            scope.Db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = proposal.UserId, Role = proposal.Role, UnitCode = proposal.UnitCode });
        }, cancellationToken);

    /// <summary>The reason is told to whoever proposed it.</summary>
    public Task<Outcome> DeclineAsync(Guid proposalId, string reason, ActionContext act, CancellationToken cancellationToken = default)
    {
        var trimmed = reason.Trim();
        if (trimmed.Length is 0 or > RoleProposal.ReasonMaxLength)
        {
            return Task.FromResult<Outcome>(Outcome.Refused($"Tulis alasan menolak, paling banyak {RoleProposal.ReasonMaxLength} huruf.", nameof(reason)));
        }

        return DecideAsync("peran.tolak", proposalId, act with { Reason = trimmed }, MayDecide, (scope, proposal) => proposal.Decline(scope.Actor.UserId, scope.Now, trimmed), cancellationToken);
    }

    /// <summary>An administrator takes a proposal back before it is decided.</summary>
    public Task<Outcome> WithdrawAsync(Guid proposalId, ActionContext act, CancellationToken cancellationToken = default) =>
        DecideAsync(
            "peran.tarik",
            proposalId,
            act,
            (actor, proposal) => AccountAdministration.MayAdminister(actor) && proposal.UserId != actor.UserId,
            (scope, proposal) => proposal.Withdraw(scope.Actor.UserId, scope.Now),
            cancellationToken);

    private static bool MayDecide(Actor actor, RoleProposal proposal) => RoleRules.MayDecide(actor, proposal.ProposedById, proposal.UserId);

    private async Task<Outcome> DecideAsync(
        string name, Guid proposalId, ActionContext act, Func<Actor, RoleProposal, bool> may, Action<WriteScope, RoleProposal> decide, CancellationToken cancellationToken)
    {
        var userId = Guid.Empty;
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, cancellationToken);
                var proposal = await scope.Db.RoleProposals.FirstOrDefaultAsync(p => p.Id == proposalId, cancellationToken);
                if (proposal is null)
                {
                    scope.Audit(name, AccountService.RecordKind, proposalId);
                    return AccountAdministration.MayAdminister(scope.Actor) || RoleRules.Approvers.Any(scope.Actor.Has)
                        ? Outcome.NotFound("Usulan tidak ditemukan.")
                        : Outcome.Forbidden();
                }

                userId = proposal.UserId;
                var isApproval = name == "peran.setujui";
                scope.Audit(name, AccountService.RecordKind, userId, isApproval
                    ? new AuditText().Created("peran", proposal.Role.Code()).Created("unit", proposal.UnitCode)
                    : new AuditText().Fact("peran", proposal.Role.Code()).Fact("unit", proposal.UnitCode));
                if (!may(scope.Actor, proposal))
                {
                    return Outcome.Forbidden();
                }

                if (proposal.State != RoleProposalState.Waiting)
                {
                    return Outcome.Conflict("Usulan ini sudah diputuskan atau ditarik.");
                }

                var account = await scope.Db.Users.AsNoTracking().FirstAsync(a => a.Id == userId, cancellationToken);
                if (isApproval && account.IsDisabled)
                {
                    return Outcome.Refused("Akun ini dinonaktifkan. Peran tidak dapat disetujui.");
                }

                decide(scope, proposal);
                scope.Publish(Topic.Accounts, userId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }
}
