using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

/// <summary>What is written down of a person who can sign in.</summary>
public abstract record AccountParticulars
{
    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public required string Position { get; init; }

    public string? Nip { get; init; }
}

public sealed record AddAccount : AccountParticulars
{
    public required IReadOnlyList<RoleChoice> Roles { get; init; }
}

public sealed record ChangeAccount : AccountParticulars
{
    public required Guid UserId { get; init; }
}

/// <summary>A one-time code made by the program, told once to whoever hands it over; only its hash is kept.</summary>
public sealed record IssuedCode(Guid UserId, string Code, DateTime Until);

/// <summary>
/// Making accounts, changing their particulars, and resetting them: by an administrator, or from the command line of the
/// server itself. Nobody but the owner ever knows a password: a new or reset account waits for its owner to choose one.
/// </summary>
public sealed class AccountAdministration(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    ActorDirectory actors,
    IOptions<SignInOptions> options)
{
    /// <summary>The command line acts as the system: whoever may run it on the server has the database anyway.</summary>
    public static bool MayAdminister(Actor actor) => actor == Actor.System || actor.Has(StaffRole.Administrator);

    public async Task<Guid?> FindAsync(string userName, CancellationToken cancellationToken = default)
    {
        var name = AccountChecks.Normalise(userName);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(u => u.NormalizedUserName == name).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Roles that need a second official's approval become proposals; the others hold at once.</summary>
    public async Task<Outcome<IssuedCode>> AddAsync(AddAccount command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.FindAsync(cancellationToken);
        var refusals = AccountChecks.Check(command);
        refusals.AddRange(AccountChecks.CheckRoles(command.Roles, agency));
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var code = ActivationCode.New();
        return await writes.RunAsync<IssuedCode>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("akun.buat", AccountService.RecordKind, id, new AuditText()
                    .Created("nama pengguna", command.UserName.Trim()).Created("nama", command.FullName.Trim()).Created("jabatan", command.Position.Trim()));
                if (!MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                if (await AccountChecks.TakenAsync(scope.Db, command, null, cancellationToken) is { } taken)
                {
                    return Outcome.Refused(taken);
                }

                if (await RoleService.IsClosedAsync(scope.Db, command.Roles, cancellationToken))
                {
                    return Outcome.Refused(RoleService.ClosedUnit, nameof(command.Roles));
                }

                var account = new StaffAccount
                {
                    Id = id,
                    UserName = command.UserName.Trim(),
                    NormalizedUserName = AccountChecks.Normalise(command.UserName),
                    FullName = command.FullName.Trim(),
                    Position = command.Position.Trim(),
                    Nip = AccountChecks.DigitsOf(command.Nip),
                    LockoutEnabled = true,
                };
                var until = scope.Now.AddHours(options.Value.KodeAktivasiJam);
                account.AwaitActivation(ActivationCode.Hash(code), until);
                scope.Db.Users.Add(account);
                foreach (var choice in command.Roles)
                {
                    await RoleService.GiveAsync(scope, id, choice, cancellationToken);
                }

                scope.Publish(Topic.Accounts, id);
                return new IssuedCode(id, code, until);
            },
            cancellationToken);
    }

    public async Task<Outcome> ChangeAsync(ChangeAccount command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var refusals = AccountChecks.Check(command);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var outcome = await writes.RunAsync(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit("akun.ubah", AccountService.RecordKind, command.UserId, text);
                if (!MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                await AccountLock.TakeAsync(scope, cancellationToken);
                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == command.UserId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound(AccountService.Missing);
                }

                if (await AccountChecks.TakenAsync(scope.Db, command, account.Id, cancellationToken) is { } taken)
                {
                    return Outcome.Refused(taken);
                }

                Apply(account, command, text);
                if (!text.HasChanges)
                {
                    return Outcome.Refused("Tidak ada yang berubah.");
                }

                scope.Publish(Topic.Accounts, account.Id);
                return Outcome.Ok();
            },
            cancellationToken);
        actors.Forget(command.UserId);
        return outcome;
    }

    /// <summary>
    /// The old password stops working and all sessions end; the owner chooses a new one with the code and is told who did
    /// this. A disabled account stays disabled. With <paramref name="withTwoSteps"/> the authenticator app is forgotten too.
    /// </summary>
    public async Task<Outcome<IssuedCode>> ResetPasswordAsync(Guid userId, bool withTwoSteps, ActionContext act, CancellationToken cancellationToken = default)
    {
        var code = ActivationCode.New();
        var outcome = await writes.RunAsync<IssuedCode>(
            act,
            async scope =>
            {
                var text = new AuditText();
                scope.Audit("akun.setel-ulang", AccountService.RecordKind, userId, text);
                if (!MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                if (userId == scope.Actor.UserId)
                {
                    return Outcome.Refused("Kata sandi sendiri diganti di halaman Akun, tidak disetel ulang.");
                }

                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound(AccountService.Missing);
                }

                var until = scope.Now.AddHours(options.Value.KodeAktivasiJam);
                account.AwaitActivation(ActivationCode.Hash(code), until);
                await SessionService.CloseAllAsync(scope, userId, except: null, SessionEnd.AccountChanged, cancellationToken);
                Tell(scope, userId, AccountNoticeKind.PasswordReset);
                if (withTwoSteps && account.HasTwoSteps)
                {
                    text.Changed("dua langkah", true, false);
                    account.RemoveTwoSteps();
                    await scope.Db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(cancellationToken);
                    Tell(scope, userId, AccountNoticeKind.TwoStepsRemoved);
                }

                scope.Publish(Topic.Accounts, userId);
                return new IssuedCode(userId, code, until);
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    private static void Apply(StaffAccount account, ChangeAccount command, AuditText text)
    {
        var nip = AccountChecks.DigitsOf(command.Nip);
        text.Changed("nama pengguna", account.UserName, command.UserName.Trim())
            .Changed("nama", account.FullName, command.FullName.Trim())
            .Changed("jabatan", account.Position, command.Position.Trim())
            .Changed("NIP", account.Nip, nip);
        account.UserName = command.UserName.Trim();
        account.NormalizedUserName = AccountChecks.Normalise(command.UserName);
        account.FullName = command.FullName.Trim();
        account.Position = command.Position.Trim();
        account.Nip = nip;
    }

    private static void Tell(WriteScope scope, Guid userId, AccountNoticeKind kind) => scope.Db.AccountNotices.Add(new AccountNotice
    {
        Id = Guid.CreateVersion7(),
        UserId = userId,
        Kind = kind,
        ByName = scope.Actor == Actor.System ? "administrator server" : scope.Actor.Name,
        At = scope.Now,
    });
}
