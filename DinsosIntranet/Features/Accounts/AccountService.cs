using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public enum SignInResultKind
{
    SignedIn,
    /// <summary>Name or password wrong, or the account is disabled: the screen never says which.</summary>
    Wrong,
    LockedOut,
}

/// <summary>How a sign-in ended.</summary>
/// <param name="HasNews">Somebody reset the account and its owner has not read so yet.</param>
public sealed record SignInResult(SignInResultKind Kind, Guid UserId, string Stamp, DateTime? LockedUntil, bool HasNews = false)
{
    public static SignInResult Wrong { get; } = new(SignInResultKind.Wrong, Guid.Empty, "", null);
}

public sealed record ChangePassword
{
    public required string Current { get; init; }

    public required string New { get; init; }

    public required string Repeated { get; init; }
}

/// <summary>Sign-in, sign-out, lockout, passwords, and ending an account. Every attempt stands in the trail, without what was typed.</summary>
public sealed class AccountService(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    IPasswordHasher<StaffAccount> hasher,
    PasswordGate passwords,
    ActorDirectory actors,
    TimeProvider time)
{
    public const string RecordKind = "akun";
    public const string Missing = "Akun tidak ditemukan.";

    /// <summary>A hash of nothing anybody uses: checked when the name is unknown, so that both cases take as long.</summary>
    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Checks a user name, or a NIP with or without spaces, and its password; counts failures towards the lockout.</summary>
    public async Task<SignInResult> SignInAsync(string nameOrNip, string password, string origin, CancellationToken cancellationToken = default)
    {
        var account = await ReadAsync(nameOrNip, cancellationToken);
        var isRight = await passwords.CheckAsync(
            () => hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? _decoy.Value, password) != PasswordVerificationResult.Failed,
            cancellationToken);

        // The act is the system's until the password has been found right: nobody is anybody before that.
        var act = ActionContext.For(Actor.System, time, origin);
        if (account is null || account.IsDisabled)
        {
            await writes.RunAsync(act, scope => RecordAttempt(scope, "masuk.gagal", account?.Id ?? Guid.Empty), cancellationToken);
            return SignInResult.Wrong;
        }

        var outcome = await writes.RunAsync<SignInResult>(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, account.Id, cancellationToken);
                var current = await scope.Db.Users.FirstAsync(a => a.Id == account.Id, cancellationToken);
                if (current.LockoutEnd?.UtcDateTime > scope.Now)
                {
                    scope.Audit("masuk.terkunci", RecordKind, current.Id);
                    return new SignInResult(SignInResultKind.LockedOut, current.Id, "", current.LockoutEnd.Value.UtcDateTime);
                }

                if (!isRight)
                {
                    return CountFailure(scope, current);
                }

                current.AccessFailedCount = 0;
                current.LockoutEnd = null;
                current.LastSignInAt = scope.Now;
                scope.Audit("masuk", RecordKind, current.Id, new AuditText().Fact("nama", current.FullName));
                var hasNews = await scope.Db.AccountNotices.AnyAsync(n => n.UserId == current.Id && n.ReadAt == null, cancellationToken);
                return new SignInResult(SignInResultKind.SignedIn, current.Id, current.SecurityStamp!, null, hasNews);
            },
            cancellationToken);
        return outcome.IsOk ? outcome.Value : SignInResult.Wrong;
    }

    public Task SignOutAsync(ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(act, scope => RecordAttempt(scope, "keluar", scope.Actor.UserId), cancellationToken);

    /// <summary>Checks the password again before something that must not happen from an unattended desk, such as signing.</summary>
    public async Task<bool> ConfirmAsync(Guid userId, string password, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == userId && a.DisabledAt == null, cancellationToken);
        return account?.PasswordHash is { } hash
            && await passwords.CheckAsync(() => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed, cancellationToken);
    }

    /// <summary>Sets a new password; every other session of the person ends. Returns the new stamp for the session that asked.</summary>
    public async Task<Outcome<string>> ChangePasswordAsync(ChangePassword command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = PasswordRules.Check(command, act.Actor.Name);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        if (!await ConfirmAsync(act.Actor.UserId, command.Current, cancellationToken))
        {
            return Outcome.Refused("Kata sandi sekarang tidak cocok.", nameof(ChangePassword.Current));
        }

        var hash = await passwords.CheckAsync(() => hasher.HashPassword(null!, command.New), cancellationToken);
        var outcome = await writes.RunAsync<string>(
            act,
            async scope =>
            {
                var account = await scope.Db.Users.FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                account.PasswordHash = hash;
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                scope.Audit("akun.ganti-sandi", RecordKind, account.Id);
                scope.Publish(Topic.Accounts, account.Id);
                return account.SecurityStamp;
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

    private static SignInResult CountFailure(WriteScope scope, StaffAccount account)
    {
        account.AccessFailedCount++;
        scope.Audit("masuk.gagal", RecordKind, account.Id, new AuditText().Fact("ke", account.AccessFailedCount));
        if (account.AccessFailedCount < PasswordRules.AttemptsBeforeLockout)
        {
            return SignInResult.Wrong;
        }

        account.AccessFailedCount = 0;
        account.LockoutEnd = new DateTimeOffset(scope.Now + PasswordRules.LockoutTime);
        scope.Audit("akun.terkunci", RecordKind, account.Id);
        return new SignInResult(SignInResultKind.LockedOut, account.Id, "", account.LockoutEnd.Value.UtcDateTime);
    }

    private static Task<Outcome> RecordAttempt(WriteScope scope, string act, Guid userId)
    {
        scope.Audit(act, RecordKind, userId);
        return Task.FromResult(Outcome.Ok());
    }
}
