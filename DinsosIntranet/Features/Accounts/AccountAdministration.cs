using System.Security.Cryptography;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public sealed record AddAccount
{
    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public required string Position { get; init; }

    public required StaffRole Role { get; init; }

    public string? UnitCode { get; init; }

    public string? Nip { get; init; }
}

/// <summary>A password made by the program, told once to whoever asked and kept nowhere.</summary>
public sealed record IssuedPassword(Guid UserId, string Password);

/// <summary>Making accounts and giving new passwords: by an administrator, or from the command line of the server itself.</summary>
public sealed class AccountAdministration(
    WriteRunner writes,
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    IPasswordHasher<StaffAccount> hasher,
    PasswordGate passwords,
    ActorDirectory actors)
{
    private const int UserNameMaxLength = 60;

    /// <summary>The command line acts as the system: whoever may run it on the server has the database anyway.</summary>
    public static bool MayAdminister(Actor actor) => actor == Actor.System || actor.Has(StaffRole.Administrator);

    public async Task<Guid?> FindAsync(string userName, CancellationToken cancellationToken = default)
    {
        var name = Normalise(userName);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Users.AsNoTracking().Where(u => u.NormalizedUserName == name).Select(u => (Guid?)u.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Outcome<IssuedPassword>> AddAsync(AddAccount command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.FindAsync(cancellationToken);
        var refusals = Check(command, agency);
        if (refusals.Count > 0)
        {
            return Outcome.Refused(refusals);
        }

        var password = NewPassword();
        var hash = await passwords.CheckAsync(() => hasher.HashPassword(null!, password), cancellationToken);
        return await writes.RunAsync<IssuedPassword>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("akun.buat", AccountService.RecordKind, id, new AuditText()
                    .Created("nama pengguna", command.UserName.Trim()).Created("peran", command.Role.Code()).Created("unit", command.UnitCode));
                if (!MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var name = Normalise(command.UserName);
                var digits = DigitsOf(command.Nip);
                if (await scope.Db.Users.AnyAsync(u => u.NormalizedUserName == name || (digits != null && u.Nip == digits), cancellationToken))
                {
                    return Outcome.Refused("Nama pengguna atau NIP ini sudah dipakai akun lain.", nameof(command.UserName));
                }

                var account = new StaffAccount
                {
                    Id = id,
                    UserName = command.UserName.Trim(),
                    NormalizedUserName = name,
                    FullName = command.FullName.Trim(),
                    Position = command.Position.Trim(),
                    Nip = digits,
                    PasswordHash = hash,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                    LockoutEnabled = true,
                };
                account.Roles.Add(new RoleAssignment { Id = Guid.CreateVersion7(), UserId = id, Role = command.Role, UnitCode = command.UnitCode });
                scope.Db.Users.Add(account);
                scope.Publish(Topic.Accounts, id);
                return new IssuedPassword(id, password);
            },
            cancellationToken);
    }

    /// <summary>A new password and an end to all sessions; a disabled account stays disabled.</summary>
    public async Task<Outcome<IssuedPassword>> ResetPasswordAsync(Guid userId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var password = NewPassword();
        var hash = await passwords.CheckAsync(() => hasher.HashPassword(null!, password), cancellationToken);
        var outcome = await writes.RunAsync<IssuedPassword>(
            act,
            async scope =>
            {
                scope.Audit("akun.setel-ulang", AccountService.RecordKind, userId);
                if (!MayAdminister(scope.Actor))
                {
                    return Outcome.Forbidden();
                }

                var account = await scope.Db.Users.FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
                if (account is null)
                {
                    return Outcome.NotFound("Akun tidak ditemukan.");
                }

                account.PasswordHash = hash;
                account.SecurityStamp = Guid.NewGuid().ToString("N");
                account.AccessFailedCount = 0;
                account.LockoutEnd = null;
                scope.Publish(Topic.Accounts, userId);
                return new IssuedPassword(userId, password);
            },
            cancellationToken);
        actors.Forget(userId);
        return outcome;
    }

    /// <summary>Four groups of four, without letters that are read for others: easy to dictate, about 78 bits.</summary>
    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 4)));

    private static List<Refusal> Check(AddAccount command, AgencySnapshot? agency)
    {
        var refusals = new List<Refusal>();
        var name = command.UserName.Trim();
        if (name.Length is 0 or > UserNameMaxLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            refusals.Add(new Refusal("Nama pengguna terdiri dari huruf, angka, titik, dan tanda hubung, paling banyak 60.", nameof(command.UserName)));
        }

        if (command.FullName.Trim().Length is 0 or > StaffAccount.FullNameMaxLength)
        {
            refusals.Add(new Refusal($"Isi nama lengkap, paling banyak {StaffAccount.FullNameMaxLength} huruf.", nameof(command.FullName)));
        }

        if (command.Position.Trim().Length is 0 or > StaffAccount.PositionMaxLength)
        {
            refusals.Add(new Refusal($"Isi jabatan, paling banyak {StaffAccount.PositionMaxLength} huruf.", nameof(command.Position)));
        }

        if (command.UnitCode is { } unit && agency?.Units.Any(u => u.Code == unit) != true)
        {
            refusals.Add(new Refusal($"Unit '{unit}' tidak dikenal.", nameof(command.UnitCode)));
        }

        if (command.Role == StaffRole.HeadOfDivision && command.UnitCode is null)
        {
            refusals.Add(new Refusal("Kepala Bidang perlu unit.", nameof(command.UnitCode)));
        }

        if (command.Nip is { Length: > 0 } nip && DigitsOf(nip)?.Length != Nip.Length)
        {
            refusals.Add(new Refusal($"NIP harus {Nip.Length} angka.", nameof(command.Nip)));
        }

        return refusals;
    }

    private static string Normalise(string userName) => userName.Trim().ToUpperInvariant();

    private static string? DigitsOf(string? nip) => nip?.Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? digits : null;
}
