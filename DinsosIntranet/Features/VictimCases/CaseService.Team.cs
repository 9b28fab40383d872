using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

public sealed partial class CaseService
{
    /// <summary>Takes somebody into the team. The first of a case leads it.</summary>
    public Task<Outcome> AddMemberAsync(Guid caseId, Guid userId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnTeamAsync(
            caseId,
            act,
            "kasus.tambah-anggota",
            userId,
            async (scope, open) =>
            {
                if (open.Team.Any(m => m.UserId == userId))
                {
                    return Outcome.Conflict("Pegawai ini sudah anggota tim.");
                }

                if (await actors.FindAsync(userId, cancellationToken) is not { } member || !CaseAccess.MayBelong(member))
                {
                    return Outcome.Refused("Pilih pekerja sosial atau kepala bidang.", nameof(userId));
                }

                if (await scope.Db.RequestExclusions.AnyAsync(x => x.RequestId == caseId && x.UserId == userId && x.LiftedAt == null, cancellationToken))
                {
                    return Outcome.Refused("Pegawai ini tidak dapat menerima kasus ini. Pilih yang lain.", nameof(userId));
                }

                AddMember(scope, caseId, member, isLead: open.Team.Count == 0);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Lets somebody go; the opening they may have ends with it. A locked case keeps one who may unlock it.</summary>
    public Task<Outcome> RemoveMemberAsync(Guid caseId, Guid userId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnTeamAsync(
            caseId,
            act,
            "kasus.keluarkan-anggota",
            userId,
            async (scope, open) =>
            {
                if (open.Team.FirstOrDefault(m => m.UserId == userId) is not { } member)
                {
                    return Outcome.Conflict("Pegawai ini bukan anggota tim lagi.");
                }

                if (open.Team.Count == 1)
                {
                    return Outcome.Refused("Kasus tidak boleh tanpa tim. Tambahkan penggantinya dulu.");
                }

                if (member.IsLead)
                {
                    return Outcome.Refused("Serahkan dulu peran penanggung jawab kepada anggota lain.");
                }

                if (open.Case.IsLocked && open.Team.Count == 2)
                {
                    return Outcome.Refused("Kasus terkunci harus dikenal sedikitnya dua orang. Tambahkan penggantinya dulu.");
                }

                (member.RemovedAt, member.RemovedById) = (scope.Now, scope.Actor.UserId);
                await scope.Db.SaveChangesAsync(cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Hands the answering for the case to another of the team.</summary>
    public Task<Outcome> MakeLeadAsync(Guid caseId, Guid userId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnTeamAsync(
            caseId,
            act,
            "kasus.penanggung-jawab",
            userId,
            (_, open) =>
            {
                if (open.Team.FirstOrDefault(m => m.UserId == userId) is not { } member)
                {
                    return Task.FromResult<Outcome>(Outcome.Conflict("Pegawai ini bukan anggota tim lagi."));
                }

                foreach (var other in open.Team)
                {
                    other.IsLead = other == member;
                }

                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);

    /// <summary>Makes the case invisible to everybody outside its team, counts included. Openings in an emergency end.</summary>
    public Task<Outcome> LockAsync(Guid caseId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnTeamAsync(
            caseId,
            act,
            "kasus.kunci",
            null,
            async (scope, open) =>
            {
                if (open.Case.IsLocked)
                {
                    return Outcome.Conflict($"Kasus ini sudah terkunci {Moment(open, open.Case.LockedAt!.Value)}.");
                }

                if (!open.Facts.IsMember)
                {
                    AddMember(scope, caseId, scope.Actor, isLead: open.Team.Count == 0);
                }

                if (open.Team.Count + (open.Facts.IsMember ? 0 : 1) < 2)
                {
                    return Outcome.Refused("Kasus terkunci harus dikenal sedikitnya dua orang. Tambahkan satu anggota tim dulu.");
                }

                open.Case.Lock(scope.Now);
                foreach (var emergency in await scope.Db.CaseEmergencies.Where(e => e.CaseId == caseId && e.Until > scope.Now).ToListAsync(cancellationToken))
                {
                    emergency.Until = scope.Now;
                }

                return Outcome.Ok();
            },
            cancellationToken);

    public Task<Outcome> UnlockAsync(Guid caseId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnTeamAsync(
            caseId,
            act,
            "kasus.buka-kunci",
            null,
            (_, open) =>
            {
                if (!open.Case.IsLocked)
                {
                    return Task.FromResult<Outcome>(Outcome.Conflict("Kasus ini sudah tidak terkunci."));
                }

                open.Case.Unlock();
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);

    private async Task<Outcome> OnTeamAsync(Guid caseId, ActionContext act, string audit, Guid? userId, Func<WriteScope, Open, Task<Outcome>> work, CancellationToken cancellationToken)
    {
        // Locking changes what everybody outside the team may know.
        var concerned = userId ?? Guid.Empty;
        var outcome = await OnAsync(
            caseId,
            act,
            audit,
            userId is { } id ? new AuditText().Fact("pegawai", id) : null,
            needsContent: false,
            async (scope, open) =>
            {
                if (!CaseAccess.MayChangeTeam(scope.Actor, open.Facts))
                {
                    return Outcome.Forbidden();
                }

                Touch(scope, open.Case);
                scope.Publish(Topic.Accounts, concerned);
                scope.Publish(Topic.Work, caseId);
                return await work(scope, open);
            },
            cancellationToken);
        if (outcome.IsOk)
        {
            actors.Forget(concerned);
        }

        return outcome;
    }
}
