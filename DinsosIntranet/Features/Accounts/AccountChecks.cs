using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>What an account's particulars must be, whoever enters them: an administrator, the set-up, or the command line.</summary>
internal static class AccountChecks
{
    public static string Normalise(string userName) => userName.Trim().ToUpperInvariant();

    /// <summary>The digits of a NIP as typed; null where none was given.</summary>
    public static string? DigitsOf(string? nip) => string.IsNullOrWhiteSpace(nip) ? null : Nip.Read(nip).Digits;

    public static List<Refusal> Check(AccountParticulars particulars)
    {
        var refusals = new List<Refusal>();
        var name = particulars.UserName.Trim();
        if (name.Length is 0 or > StaffAccount.UserNameMaxLength || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            refusals.Add(new Refusal($"Nama pengguna terdiri dari huruf, angka, titik, dan tanda hubung, paling banyak {StaffAccount.UserNameMaxLength}.", nameof(particulars.UserName)));
        }

        if (particulars.FullName.Trim().Length is 0 or > StaffAccount.FullNameMaxLength)
        {
            refusals.Add(new Refusal($"Isi nama lengkap, paling banyak {StaffAccount.FullNameMaxLength} huruf.", nameof(particulars.FullName)));
        }

        if (particulars.Position.Trim().Length is 0 or > StaffAccount.PositionMaxLength)
        {
            refusals.Add(new Refusal($"Isi jabatan, paling banyak {StaffAccount.PositionMaxLength} huruf.", nameof(particulars.Position)));
        }

        if (!string.IsNullOrWhiteSpace(particulars.Nip)
            && Nip.Read(particulars.Nip).Findings.FirstOrDefault(f => f.Level == FindingLevel.Error) is { } fault)
        {
            refusals.Add(new Refusal(fault.Message, nameof(particulars.Nip)));
        }

        return refusals;
    }

    public static IEnumerable<Refusal> CheckRoles(IReadOnlyList<RoleChoice> roles, AgencySnapshot? agency)
    {
        if (roles.Count == 0)
        {
            return [new Refusal("Pilih paling sedikit satu peran.", nameof(AddAccount.Roles))];
        }

        if (roles.Distinct().Count() < roles.Count)
        {
            return [new Refusal("Peran yang sama tercantum dua kali.", nameof(AddAccount.Roles))];
        }

        return from role in roles
               let fault = RoleRules.Fault(role, code => agency?.Units.Any(u => u.Code == code) == true)
               where fault is not null
               select new Refusal(fault, nameof(RoleChoice.UnitCode));
    }

    /// <summary>Why these cannot be used because another account has them, or null.</summary>
    public static async Task<Refusal?> TakenAsync(DinsosDbContext db, AccountParticulars particulars, Guid? except, CancellationToken cancellationToken)
    {
        var name = Normalise(particulars.UserName);
        var digits = DigitsOf(particulars.Nip);
        var others = await db.Users.AsNoTracking()
            .Where(u => u.Id != except && (u.NormalizedUserName == name || (digits != null && u.Nip == digits)))
            .Select(u => u.NormalizedUserName)
            .ToListAsync(cancellationToken);
        return others.Count == 0 ? null
            : others.Contains(name) ? new Refusal("Nama pengguna ini sudah dipakai akun lain.", nameof(particulars.UserName))
            : new Refusal("NIP ini sudah dipakai akun lain.", nameof(particulars.Nip));
    }
}
