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

public sealed record SignInResult(SignInResultKind Kind, Guid UserId, string Stamp, DateTime? LockedUntil)
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

    /// <summary>A hash of nothing anybody uses: checked when the name is unknown, so that both cases take as long.</summary>
    private readonly Lazy<string> _decoy = new(() => hasher.HashPassword(null!, Guid.NewGuid().ToString()));

    /// <summary>Checks a user name, or a NIP with or without spaces, and its password; counts failures towards the lockout.</summary>
    public async Task<SignInResult> SignInAsync(string nameOrNip, string password, string origin, CancellationToken cancellationToken = default)
    {
        var account = await FindAsync(nameOrNip, cancellationToken);
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
                scope.Audit("masuk", RecordKind, current.Id, new AuditText().Fact("nama", current.FullName));
                return new SignInResult(SignInResultKind.SignedIn, current.Id, current.SecurityStamp!, null);
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

                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound("Akun tidak ditemukan.");
                }

                account.DisabledAt ??= scope.Now;
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                scope.Publish(Topic.Accounts, userId);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    private async Task<StaffAccount?> FindAsync(string nameOrNip, CancellationToken cancellationToken)
    {
        var name = nameOrNip.Trim().ToUpperInvariant();
        var digits = nameOrNip.Replace(" ", "", StringComparison.Ordinal);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.NormalizedUserName == name || a.Nip == digits, cancellationToken);
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
