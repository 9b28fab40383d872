using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>What an authenticator app needs: the secret in groups of four, and the address the QR code holds.</summary>
public sealed record TwoStepEnrolment(string Secret, string Address);

/// <summary>What the page of the second step asks for: a code, or setting up first.</summary>
public sealed record SecondStep(TwoStepEnrolment? Enrolment);

/// <summary>The second step of one's own account: set up, taken away, recovery codes made again.</summary>
public sealed partial class AccountService
{
    private const string WrongCode = "Kode tidak cocok. Periksa jam ponsel Anda, lalu ketik kode yang sedang tampil.";

    /// <summary>Makes a secret that counts once a code made from it has been typed.</summary>
    public Task<Outcome<TwoStepEnrolment>> StartTwoStepsAsync(ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<TwoStepEnrolment>(
            act,
            async scope =>
            {
                scope.Audit("dua-langkah.mulai", RecordKind, scope.Actor.UserId);
                var account = await scope.Db.Users.FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                if (account.HasTwoSteps)
                {
                    return Outcome.Conflict("Masuk dua langkah sudah terpasang.");
                }

                var secret = TotpCode.NewSecret();
                account.TotpPendingSecret = secrets.Encrypt(secret, account.Id);
                return await EnrolmentAsync(account, secret, cancellationToken);
            },
            cancellationToken);

    /// <summary>Returns the recovery codes, shown once.</summary>
    public Task<Outcome<IReadOnlyList<string>>> ConfirmTwoStepsAsync(string code, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<IReadOnlyList<string>>(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, scope.Actor.UserId, cancellationToken);
                var account = await scope.Db.Users.FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                if (account.HasTwoSteps || account.TotpPendingSecret is null)
                {
                    return Outcome.Conflict("Mulai lagi pemasangannya: sudah terpasang, atau dimulai di halaman lain.");
                }

                if (!ConfirmPending(scope, account, code))
                {
                    return Outcome.Refused(WrongCode, nameof(code));
                }

                return Outcome.Ok(await secrets.NewRecoveryCodesAsync(scope, account.Id, cancellationToken));
            },
            cancellationToken);

    /// <summary>Needs the password and a code; a wrong one counts towards the lockout as at sign-in.</summary>
    public async Task<Outcome> RemoveTwoStepsAsync(string password, string code, ActionContext act, CancellationToken cancellationToken = default)
    {
        var (_, isRight) = await CheckPasswordAsync(act.Actor.UserId, password, cancellationToken);
        var outcome = await writes.RunAsync<string?>(
            act,
            async scope =>
            {
                await AccountLock.TakeAsync(scope, scope.Actor.UserId, cancellationToken);
                var account = await scope.Db.Users.Include(a => a.Roles).FirstAsync(a => a.Id == scope.Actor.UserId, cancellationToken);
                if (!account.HasTwoSteps)
                {
                    return Outcome.Conflict("Masuk dua langkah tidak terpasang.");
                }

                if (rule.IsRequired(account.Roles.Select(r => r.Role)))
                {
                    return Outcome.Refused("Peran Anda mewajibkan masuk dua langkah.");
                }

                if (account.LockoutEnd?.UtcDateTime > scope.Now)
                {
                    return Outcome.Refused(await TooManyAsync(account, cancellationToken));
                }

                // A failure is counted, which only a write that succeeds can do: it says what was wrong as its value.
                if (!isRight || !await AcceptCodeAsync(scope, account, code, cancellationToken))
                {
                    CountFailure(scope, account, "sandi.salah");
                    return isRight ? nameof(code) : nameof(password);
                }

                scope.Audit("dua-langkah.lepas", RecordKind, account.Id, new AuditText().Changed("dua langkah", true, false));
                account.RemoveTwoSteps();
                account.AccessFailedCount = 0;
                await scope.Db.RecoveryCodes.Where(c => c.UserId == account.Id).ExecuteDeleteAsync(cancellationToken);
                return (string?)null;
            },
            cancellationToken);
        return !outcome.IsOk ? outcome.AsFailure()
            : outcome.Value switch
            {
                nameof(password) => Outcome.Refused("Kata sandi tidak cocok.", nameof(password)),
                nameof(code) => Outcome.Refused(WrongCode, nameof(code)),
                _ => Outcome.Ok(),
            };
    }

    /// <summary>Ten new codes; the old ones stop working.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> RenewRecoveryCodesAsync(string password, ActionContext act, CancellationToken cancellationToken = default)
    {
        if (await ProveAsync(act, password, "Kata sandi tidak cocok.", nameof(password), cancellationToken) is { } refusal)
        {
            return Outcome.Refused([refusal]);
        }

        return await writes.RunAsync<IReadOnlyList<string>>(
            act,
            async scope =>
            {
                scope.Audit("dua-langkah.kode-cadangan", RecordKind, scope.Actor.UserId);
                if (!await scope.Db.Users.AnyAsync(a => a.Id == scope.Actor.UserId && a.TotpSecret != null, cancellationToken))
                {
                    return Outcome.Conflict("Masuk dua langkah tidak terpasang.");
                }

                return Outcome.Ok(await secrets.NewRecoveryCodesAsync(scope, scope.Actor.UserId, cancellationToken));
            },
            cancellationToken);
    }

    /// <summary>A code of the app that was not used before, or a recovery code; either is spent by this.</summary>
    private async Task<bool> AcceptCodeAsync(WriteScope scope, StaffAccount account, string code, CancellationToken cancellationToken)
    {
        if (TotpCode.Match(secrets.Decrypt(account.TotpSecret!, account.Id), code, scope.Now, account.TotpLastStep) is { } step && code.Count(char.IsLetterOrDigit) == TotpCode.Digits)
        {
            account.TotpLastStep = step;
            return true;
        }

        if (await secrets.FindRecoveryCodeAsync(scope, account.Id, code, cancellationToken) is not { } recovery)
        {
            return false;
        }

        recovery.UsedAt = scope.Now;
        scope.Audit("dua-langkah.kode-cadangan-dipakai", RecordKind, account.Id);
        return true;
    }

    private bool ConfirmPending(WriteScope scope, StaffAccount account, string code)
    {
        var pending = account.TotpPendingSecret!;
        if (TotpCode.Match(secrets.Decrypt(pending, account.Id), code, scope.Now, lastUsed: null) is not { } step)
        {
            return false;
        }

        scope.Audit("dua-langkah.pasang", RecordKind, account.Id, new AuditText().Changed("dua langkah", false, true));
        (account.TotpSecret, account.TotpPendingSecret, account.TotpLastStep) = (pending, null, step);
        return true;
    }

    private async Task<TwoStepEnrolment> EnrolmentAsync(StaffAccount account, byte[] secret, CancellationToken cancellationToken)
    {
        var agency = await agencies.FindAsync(cancellationToken);
        var issuer = agency is null ? "DinsosIntranet" : $"{agency.Profile.Name} {agency.Profile.Regency}";
        return new TwoStepEnrolment(TwoStepSecrets.Grouped(secret), TotpCode.Address(issuer, account.UserName!, Base32Text.Encode(secret)));
    }
}
