using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>Signing in: the password, then the second step where there is one. Nobody is anybody before the last step.</summary>
public sealed partial class AccountService
{
    /// <summary>Checks a user name, or a NIP with or without spaces, and its password; counts failures towards the lockout.</summary>
    public async Task<SignInResult> SignInAsync(string nameOrNip, string password, string origin, string browser = "", CancellationToken cancellationToken = default)
    {
        var account = await ReadAsync(nameOrNip, cancellationToken);
        var isRight = await passwords.CheckAsync(
            () => hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? _decoy.Value, password) != PasswordVerificationResult.Failed,
            cancellationToken);

        // The act is the system's until everything has been found right: nobody is anybody before that.
        var act = ActionContext.For(Actor.System, time, origin);
        if (account is null || account.IsDisabled)
        {
            await writes.RunAsync(act, scope => RecordAttempt(scope, "masuk.gagal", account?.Id ?? Guid.Empty), cancellationToken);
            return SignInResult.Wrong;
        }

        return await AttemptAsync(account.Id, act, cancellationToken, async (scope, current) =>
        {
            if (!isRight)
            {
                return CountFailure(scope, current);
            }

            // Failures stay counted until the last step: knowing the password must not buy more guesses at the code.
            if (current.HasTwoSteps)
            {
                scope.Audit("masuk.langkah-pertama", RecordKind, current.Id);
                return new SignInResult { Kind = SignInResultKind.NeedsCode, UserId = current.Id, Stamp = current.SecurityStamp! };
            }

            if (rule.IsRequired(current.Roles.Select(r => r.Role)))
            {
                scope.Audit("masuk.langkah-pertama", RecordKind, current.Id);
                current.TotpPendingSecret = secrets.Encrypt(TotpCode.NewSecret(), current.Id);
                return new SignInResult { Kind = SignInResultKind.NeedsEnrolment, UserId = current.Id, Stamp = current.SecurityStamp! };
            }

            return await CompleteAsync(scope, current, browser, cancellationToken);
        });
    }

    /// <summary>The second step: a code of the app, each used once, or a recovery code. The ticket is the first step's.</summary>
    public Task<SignInResult> ContinueAsync(StaffTicket ticket, string code, string origin, string browser = "", CancellationToken cancellationToken = default) =>
        AttemptAsync(ticket.UserId, ActionContext.For(Actor.System, time, origin), cancellationToken, async (scope, current) =>
        {
            if (current.SecurityStamp != ticket.Stamp || !current.HasTwoSteps)
            {
                return SignInResult.Wrong;
            }

            return await AcceptCodeAsync(scope, current, code, cancellationToken)
                ? await CompleteAsync(scope, current, browser, cancellationToken)
                : CountFailure(scope, current);
        });

    /// <summary>Sets the second step up on the way in, for those whose role demands it.</summary>
    public Task<SignInResult> EnrolAsync(StaffTicket ticket, string code, string origin, string browser = "", CancellationToken cancellationToken = default) =>
        AttemptAsync(ticket.UserId, ActionContext.For(Actor.System, time, origin), cancellationToken, async (scope, current) =>
        {
            if (current.SecurityStamp != ticket.Stamp || current.HasTwoSteps || current.TotpPendingSecret is null)
            {
                return SignInResult.Wrong;
            }

            if (!ConfirmPending(scope, current, code))
            {
                return CountFailure(scope, current);
            }

            var codes = await secrets.NewRecoveryCodesAsync(scope, current.Id, cancellationToken);
            return (await CompleteAsync(scope, current, browser, cancellationToken)) with { RecoveryCodes = codes };
        });

    /// <summary>What to show on the page of the second step: null where the first step no longer holds.</summary>
    public async Task<SecondStep?> FindSecondStepAsync(StaffTicket ticket, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == ticket.UserId && a.DisabledAt == null, cancellationToken);
        return account is null || account.SecurityStamp != ticket.Stamp ? null
            : account.HasTwoSteps ? new SecondStep(null)
            : account.TotpPendingSecret is { } pending ? new SecondStep(await EnrolmentAsync(account, secrets.Decrypt(pending, account.Id), cancellationToken))
            : null;
    }

    private async Task<SignInResult> AttemptAsync(Guid userId, ActionContext act, CancellationToken cancellationToken, Func<WriteScope, StaffAccount, Task<SignInResult>> attempt)
    {
        var outcome = await writes.RunAsync<SignInResult>(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, userId, cancellationToken);
                var current = await scope.Db.Users.Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == userId && a.DisabledAt == null, cancellationToken);
                if (current is null)
                {
                    return SignInResult.Wrong;
                }

                if (current.LockoutEnd?.UtcDateTime > scope.Now)
                {
                    scope.Audit("masuk.terkunci", RecordKind, current.Id);
                    return Locked(current);
                }

                return await attempt(scope, current);
            },
            cancellationToken);
        return outcome.IsOk ? outcome.Value : SignInResult.Wrong;
    }

    private static async Task<SignInResult> CompleteAsync(WriteScope scope, StaffAccount account, string browser, CancellationToken cancellationToken)
    {
        account.AccessFailedCount = 0;
        account.LockoutEnd = null;
        account.LastSignInAt = scope.Now;
        var session = SessionService.Open(scope, account.Id, browser);
        scope.Audit("masuk", RecordKind, account.Id, new AuditText().Fact("nama", account.FullName));
        scope.Publish(Topic.Accounts, account.Id);
        return new SignInResult
        {
            Kind = SignInResultKind.SignedIn,
            UserId = account.Id,
            Stamp = account.SecurityStamp!,
            SessionId = session.Id,
            HasNews = await scope.Db.AccountNotices.AnyAsync(n => n.UserId == account.Id && n.ReadAt == null, cancellationToken),
        };
    }

    private static SignInResult CountFailure(WriteScope scope, StaffAccount account, string kind = "masuk.gagal")
    {
        account.AccessFailedCount++;
        scope.Audit(kind, RecordKind, account.Id, new AuditText().Fact("ke", account.AccessFailedCount));
        if (account.AccessFailedCount < PasswordRules.AttemptsBeforeLockout)
        {
            return SignInResult.Wrong;
        }

        account.AccessFailedCount = 0;
        account.LockoutEnd = new DateTimeOffset(scope.Now + PasswordRules.LockoutTime);
        scope.Audit("akun.terkunci", RecordKind, account.Id);
        return Locked(account);
    }

    private static SignInResult Locked(StaffAccount account) =>
        new() { Kind = SignInResultKind.LockedOut, UserId = account.Id, LockedUntil = account.LockoutEnd!.Value.UtcDateTime };
}
