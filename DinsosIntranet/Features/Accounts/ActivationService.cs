using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public sealed record ActivateAccount
{
    public required string UserName { get; init; }

    public required string Code { get; init; }

    public required string Password { get; init; }

    public required string Repeated { get; init; }
}

/// <summary>The owner of a new or reset account chooses the password. A wrong name, a wrong code and a spent one are all answered alike.</summary>
public sealed class ActivationService(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    IPasswordHasher<StaffAccount> hasher,
    PasswordGate passwords,
    ActorDirectory actors,
    TimeProvider time)
{
    public const string Wrong = "Nama pengguna atau kode aktivasi salah, atau kodenya sudah dipakai atau lewat waktunya. Mintalah kode baru kepada administrator bila perlu.";

    public async Task<Outcome> ActivateAsync(ActivateAccount command, string origin, CancellationToken cancellationToken = default)
    {
        var act = ActionContext.For(Actor.System, time, origin);
        var account = await FindAsync(command, act.Now, cancellationToken);
        if (account is null)
        {
            await writes.RunAsync(
                act,
                scope =>
                {
                    scope.Audit("akun.aktivasi-gagal", AccountService.RecordKind, Guid.Empty);
                    return Task.FromResult(Outcome.Ok());
                },
                cancellationToken);
            return Outcome.Refused(Wrong);
        }

        // Only now, with the right code in hand, is anything said about the password.
        var refusals = PasswordRules.Check(new ChangePassword { Current = "", New = command.Password, Repeated = command.Repeated }, account.FullName);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var hash = await passwords.CheckAsync(() => hasher.HashPassword(null!, command.Password), cancellationToken);
        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("akun.aktivasi", AccountService.RecordKind, account.Id, new AuditText().Fact("nama", account.FullName));
                await AccountLock.TakeAsync(scope, account.Id, cancellationToken);
                var current = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == account.Id, cancellationToken);
                if (current is null || !Holds(current, command.Code, scope.Now))
                {
                    return Outcome.Refused(Wrong);
                }

                current.SetPassword(hash);
                await SessionService.CloseAllAsync(scope, current.Id, except: null, SessionEnd.AccountChanged, cancellationToken);
                scope.Publish(Topic.Accounts, current.Id);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(account.Id);
        return outcome;
    }

    private static bool Holds(StaffAccount account, string code, DateTime now) =>
        !account.IsDisabled && account.ActivationHash is { } hash && account.ActivationUntil >= now && ActivationCode.Matches(code, hash);

    private async Task<StaffAccount?> FindAsync(ActivateAccount command, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await AccountService.FindAsync(db, command.UserName, cancellationToken) is { } account && Holds(account, command.Code, now) ? account : null;
    }
}
