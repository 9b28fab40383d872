using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public sealed record ChangePassword
{
    public required string Current { get; init; }

    public required string New { get; init; }

    public required string Repeated { get; init; }
}

/// <summary>Sign-in, sign-out, lockout, passwords, and ending an account. Every attempt stands in the trail, without what was typed.</summary>
public sealed partial class AccountService(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    IPasswordHasher<StaffAccount> hasher,
    PasswordGate passwords,
    ActorDirectory actors,
    AgencyDirectory agencies,
    TwoStepSecrets secrets,
    TwoStepRule rule,
    TimeProvider time)
{
    public const string RecordKind = "akun";
    public const string Missing = "Akun tidak ditemukan.";

    /// <summary>A hash of nothing anybody uses: checked when the name is unknown, so that both cases take as long.</summary>
    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));

    public async Task SignOutAsync(Guid sessionId, ActionContext act, CancellationToken cancellationToken = default)
    {
        await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("keluar", RecordKind, scope.Actor.UserId);
                var session = await scope.Db.StaffSessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.UserId == scope.Actor.UserId, cancellationToken);
                session?.Close(SessionEnd.SignedOut, scope.Now);
                scope.Publish(Topic.Accounts, scope.Actor.UserId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(act.Actor.UserId);
    }

    /// <summary>Sets a new password; every other session of the person ends. Returns the ticket with which the one that asked goes on.</summary>
    public async Task<Outcome<StaffTicket>> ChangePasswordAsync(ChangePassword command, Guid sessionId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = PasswordRules.Check(command, act.Actor.Name);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        if (await ProveAsync(act, command.Current, "Kata sandi sekarang tidak cocok.", nameof(ChangePassword.Current), cancellationToken) is { } refusal)
        {
            return Outcome.Refused([refusal]);
        }

        var hash = await passwords.CheckAsync(() => hasher.HashPassword(null!, command.New), cancellationToken);
        var outcome = await writes.RunAsync<StaffTicket>(
            act,
            async scope =>
            {
                var account = await scope.Db.Users.FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                account.PasswordHash = hash;
                account.EndSignIns();
                await SessionService.CloseAllAsync(scope, account.Id, except: sessionId, SessionEnd.AccountChanged, cancellationToken);
                scope.Audit("akun.ganti-sandi", RecordKind, account.Id);
                scope.Publish(Topic.Accounts, account.Id);
                return new StaffTicket(account.Id, account.SecurityStamp!, sessionId);
            },
            cancellationToken);
        actors.Forget(act.Actor.UserId);
        return outcome;
    }

    /// <summary>The owner has read what others did to the account.</summary>
    public Task<Outcome> ReadNewsAsync(ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("akun.baca-pemberitahuan", RecordKind, scope.Actor.UserId);
                await scope.Db.AccountNotices
                    .Where(n => n.UserId == scope.Actor.UserId && n.ReadAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, scope.Now), cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);

    /// <summary>Ends an account at once: what the person has open refuses its next act and goes back to the sign-in page.</summary>
    public async Task<Outcome> DisableAsync(Guid userId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("akun.nonaktifkan", RecordKind, userId, new AuditText().Changed("aktif", true, false));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (userId == scope.Actor.UserId)
                {
                    return Outcome.Refused("Anda tidak dapat menonaktifkan akun sendiri.");
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound(Missing);
                }

                if (account.IsDisabled)
                {
                    return Outcome.Conflict("Akun ini sudah dinonaktifkan.");
                }

                if (await RoleService.IsLastAdministratorAsync(scope.Db, userId, cancellationToken))
                {
                    return Outcome.Refused(RoleService.LastAdministrator);
                }

                account.DisabledAt = scope.Now;
                account.EndSignIns();
                await SessionService.CloseAllAsync(scope, userId, except: null, SessionEnd.AccountChanged, cancellationToken);
                scope.Publish(Topic.Accounts, userId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    /// <summary>Opens a disabled account again, with the roles and the password it had.</summary>
    public async Task<Outcome> EnableAsync(Guid userId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("akun.aktifkan", RecordKind, userId, new AuditText().Changed("aktif", false, true));
                if (!AccountAdministration.MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound(Missing);
                }

                if (!account.IsDisabled)
                {
                    return Outcome.Conflict("Akun ini sudah aktif.");
                }

                account.DisabledAt = null;
                scope.Publish(Topic.Accounts, userId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    /// <summary>The account of a user name, or of a NIP with or without spaces.</summary>
    internal static Task<StaffAccount?> FindAsync(DinsosDbContext db, string nameOrNip, CancellationToken cancellationToken)
    {
        var name = AccountChecks.Normalise(nameOrNip);
        var digits = nameOrNip.Replace(" ", "", StringComparison.Ordinal);
        return db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == name || a.Nip == digits, cancellationToken);
    }

    private async Task<StaffAccount?> ReadAsync(string nameOrNip, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, nameOrNip, cancellationToken);
    }

    private static Task<Outcome> RecordAttempt(WriteScope scope, string act, Guid userId)
    {
        scope.Audit(act, RecordKind, userId);
        return Task.FromResult(Outcome.Ok());
    }
}
