using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>How an added role stands afterwards.</summary>
public enum RoleGrant
{
    Holds,
    AwaitsApproval,
}

/// <summary>
/// Giving and taking roles. An administrator gives most of them alone; one that opens rahasia files is only proposed and
/// holds once a second official has approved it. Taking a role away needs nobody else. Nobody changes their own.
/// </summary>
public sealed partial class RoleService(WriteRunner writes, AgencyDirectory agencies, ActorDirectory actors)
{
    public const string Own = "Peran sendiri tidak dapat diubah. Mintalah administrator lain.";
    public const string ClosedUnit = "Unit ini tidak dipakai lagi.";
    public const string LastAdministrator = "Ini administrator terakhir yang aktif. Jadikan orang lain administrator dulu.";

    public async Task<Outcome<RoleGrant>> AddAsync(Guid userId, RoleChoice choice, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.FindAsync(cancellationToken);
        if (RoleRules.Fault(choice, code => agency?.Units.Any(u => u.Code == code) == true) is { } fault)
        {
            return Outcome.Refused(fault, nameof(choice.UnitCode));
        }

        var outcome = await writes.RunAsync<RoleGrant>(
            act,
            async scope =>
            {
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    Note(scope, "peran.beri", userId, choice, new AuditText());
                    return Outcome.Forbidden();
                }

                if (userId == scope.Actor.UserId)
                {
                    return Outcome.Refused(Own, nameof(choice.Role));
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var account = await scope.Db.Users.Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound(AccountService.Missing);
                }

                if (account.Roles.Any(r => r.Role == choice.Role && r.UnitCode == choice.UnitCode))
                {
                    return Outcome.Refused("Peran ini sudah dipegang.", nameof(choice.Role));
                }

                if (await IsClosedAsync(scope.Db, [choice], cancellationToken))
                {
                    return Outcome.Refused(ClosedUnit, nameof(choice.UnitCode));
                }

                if (await WaitingAsync(scope.Db, userId, choice, cancellationToken))
                {
                    return Outcome.Refused("Peran ini sudah diusulkan dan menunggu persetujuan.", nameof(choice.Role));
                }

                var grant = await GiveAsync(scope, userId, choice, cancellationToken);
                scope.Publish(Topic.Accounts, userId);
                return grant;
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    public async Task<Outcome> RemoveAsync(Guid userId, RoleChoice choice, ActionContext act, CancellationToken cancellationToken = default)
    {
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                Note(scope, "peran.cabut", userId, choice, new AuditText().Removed("peran", choice.Role.Code()).Removed("unit", choice.UnitCode));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (userId == scope.Actor.UserId)
                {
                    return Outcome.Refused(Own);
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var role = await scope.Db.RoleAssignments.FirstOrDefaultAsync(r => r.UserId == userId && r.Role == choice.Role && r.UnitCode == choice.UnitCode, cancellationToken);
                if (role is null)
                {
                    return Outcome.NotFound("Peran ini sudah tidak dipegang.");
                }

                if (choice.Role == StaffRole.Administrator && await IsLastAdministratorAsync(scope.Db, userId, cancellationToken))
                {
                    return Outcome.Refused(LastAdministrator);
                }

                scope.Db.RoleAssignments.Remove(role);
                scope.Publish(Topic.Accounts, userId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    /// <summary>Whether one of the units was closed a moment ago; asked again under the lock that closing it takes.</summary>
    internal static Task<bool> IsClosedAsync(DinsosDbContext db, IEnumerable<RoleChoice> choices, CancellationToken cancellationToken)
    {
        var units = choices.Select(c => c.UnitCode).OfType<string>().ToList();
        return db.Units.AnyAsync(u => units.Contains(u.Code) && u.RetiredAt != null, cancellationToken);
    }

    /// <summary>Gives the role, or proposes it where it needs approval. The caller has authorised and taken the lock.</summary>
    internal static async Task<RoleGrant> GiveAsync(WriteScope scope, Guid userId, RoleChoice choice, CancellationToken cancellationToken)
    {
        var text = new AuditText().Created("peran", choice.Role.Code()).Created("unit", choice.UnitCode);
        if (await NeedsApprovalAsync(scope, choice, cancellationToken))
        {
            scope.Db.RoleProposals.Add(new RoleProposal
            {
                Id = Guid.CreateVersion7(),
                UserId = userId,
                Role = choice.Role,
                UnitCode = choice.UnitCode,
                ProposedById = scope.Actor.UserId,
                ProposedAt = scope.Now,
            });
            scope.Audit("peran.usulkan", AccountService.RecordKind, userId, text);
            return RoleGrant.AwaitsApproval;
        }

        scope.Db.RoleAssignments.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = userId, Role = choice.Role, UnitCode = choice.UnitCode });
        scope.Audit("peran.beri", AccountService.RecordKind, userId, text);
        return RoleGrant.Holds;
    }

    /// <summary>Whether nobody else could administer any more: active, with a password of their own.</summary>
    internal static async Task<bool> IsLastAdministratorAsync(DinsosDbContext db, Guid userId, CancellationToken cancellationToken) =>
        !await (from r in db.RoleAssignments
                join u in db.Users on r.UserId equals u.Id
                where r.Role == StaffRole.Administrator && u.Id != userId && u.DisabledAt == null && u.PasswordHash != null
                select u.Id).AnyAsync(cancellationToken)
        && await db.RoleAssignments.AnyAsync(r => r.UserId == userId && r.Role == StaffRole.Administrator, cancellationToken);

    /// <summary>
    /// The command line acts as the system and gives what it is told. A new agency has nobody to approve yet: there the first
    /// secretary holds the role at once, and approves the others from then on.
    /// </summary>
    private static async Task<bool> NeedsApprovalAsync(WriteScope scope, RoleChoice choice, CancellationToken cancellationToken)
    {
        if (scope.Actor == Actor.System || !RoleRules.NeedsApproval(choice.Role, choice.UnitCode))
        {
            return false;
        }

        return choice.Role != StaffRole.AgencySecretary
            || await (from r in scope.Db.RoleAssignments
                      join u in scope.Db.Users on r.UserId equals u.Id
                      where RoleRules.Approvers.Contains(r.Role) && u.DisabledAt == null
                      select u.Id).AnyAsync(cancellationToken);
    }

    private static Task<bool> WaitingAsync(DinsosDbContext db, Guid userId, RoleChoice choice, CancellationToken cancellationToken) =>
        db.RoleProposals.AnyAsync(p => p.UserId == userId && p.Role == choice.Role && p.UnitCode == choice.UnitCode && p.State == RoleProposalState.Waiting, cancellationToken);

    private static void Note(WriteScope scope, string act, Guid userId, RoleChoice choice, AuditText text) =>
        scope.Audit(act, AccountService.RecordKind, userId, text.HasChanges ? text : text.Fact("peran", choice.Role.Code()).Fact("unit", choice.UnitCode));
}
