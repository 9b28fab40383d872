using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>The password asked for once more, before what must not happen from an unattended desk.</summary>
public sealed partial class AccountService
{
    /// <summary>
    /// Null where the password is right. A wrong one counts towards the lockout as at sign-in, and while the account is locked
    /// the right one is refused too: an open session must not buy more guesses.
    /// </summary>
    public async Task<Refusal?> ProveAsync(ActionContext act, string password, string wrong, string field, CancellationToken cancellationToken = default)
    {
        var (account, isRight) = await CheckPasswordAsync(act.Actor.UserId, password, cancellationToken);
        if (isRight && account!.AccessFailedCount == 0 && account.LockoutEnd is null)
        {
            return null;
        }

        // A failure is counted, which only a write that succeeds can do: it says what was wrong as its value.
        var outcome = await writes.RunAsync<string?>(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, scope.Actor.UserId, cancellationToken);
                var current = await scope.Db.Users.FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                if (current.LockoutEnd?.UtcDateTime > scope.Now)
                {
                    scope.Audit("sandi.terkunci", RecordKind, current.Id);
                    return await TooManyAsync(current, cancellationToken);
                }

                if (isRight)
                {
                    (current.AccessFailedCount, current.LockoutEnd) = (0, null);
                    scope.Audit("sandi.benar", RecordKind, current.Id);
                    return (string?)null;
                }

                return CountFailure(scope, current, "sandi.salah").Kind == SignInResultKind.LockedOut ? await TooManyAsync(current, cancellationToken) : wrong;
            },
            cancellationToken);
        return !outcome.IsOk ? new Refusal(wrong, field)
            : outcome.Value is { } message ? new Refusal(message, field)
            : null;
    }

    private async Task<(StaffAccount? Account, bool IsRight)> CheckPasswordAsync(Guid userId, string password, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().FirstOrDefaultAsync(a => a.Id == userId && a.DisabledAt == null, cancellationToken);
        var isRight = account?.PasswordHash is { } hash
            && await passwords.CheckAsync(() => hasher.VerifyHashedPassword(account, hash, password) != PasswordVerificationResult.Failed, cancellationToken);
        return (account, isRight);
    }

    private async Task<string> TooManyAsync(StaffAccount account, CancellationToken cancellationToken)
    {
        var until = account.LockoutEnd!.Value.UtcDateTime;
        return await agencies.FindAsync(cancellationToken) is { } agency
            ? $"Terlalu banyak percobaan kata sandi. Coba lagi sesudah {IndonesianDates.ShortWithTime(until, agency.Zone)}."
            : "Terlalu banyak percobaan kata sandi. Coba lagi nanti.";
    }
}
