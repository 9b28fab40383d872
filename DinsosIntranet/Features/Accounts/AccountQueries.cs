using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>A role as its holder reads it; <paramref name="Unit"/> is null where it holds for the whole agency.</summary>
public sealed record AccountRole(string Title, string? Unit);

/// <summary>An official's position exercised for a while: "Plh. Kepala Dinas Sosial", to the last day.</summary>
public sealed record AccountStandIn(string Title, DateOnly From, DateOnly Until);

/// <summary>What somebody else did to the account, not yet read by its owner.</summary>
public sealed record AccountNews(AccountNoticeKind Kind, string ByName, DateTime At);

public sealed record AccountSummary(
    string UserName,
    string FullName,
    string Position,
    string? Nip,
    IReadOnlyList<AccountRole> Roles,
    IReadOnlyList<AccountStandIn> StandIns,
    IReadOnlyList<AccountNews> News,
    bool HasTwoSteps,
    int RecoveryCodesLeft);

/// <summary>What a person may see of the own account.</summary>
public sealed class AccountQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time)
{
    public async Task<AccountSummary?> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
        if (account is null)
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var standIns = await (from s in db.StandIns.AsNoTracking()
                              join o in db.Officials.AsNoTracking() on s.OfficialId equals o.Id
                              where s.ActingUserId == userId && s.RevokedAt == null && s.Until >= today
                              orderby s.From
                              select new { s.Kind, o.PositionTitle, s.From, s.Until }).ToListAsync(cancellationToken);
        var news = await db.AccountNotices.AsNoTracking()
            .Where(n => n.UserId == userId && n.ReadAt == null)
            .OrderBy(n => n.At).ThenBy(n => n.Id)
            .Select(n => new AccountNews(n.Kind, n.ByName, n.At))
            .ToListAsync(cancellationToken);
        return new AccountSummary(
            account.UserName!,
            account.FullName,
            account.Position,
            account.Nip is null ? null : Nip.Format(account.Nip),
            [.. account.Roles.OrderBy(r => r.Role).Select(r => new AccountRole(r.Role.Title(), r.UnitCode is null ? null : agency.UnitName(r.UnitCode)))],
            [.. standIns.Select(s => new AccountStandIn(s.Kind.Prefix() + s.PositionTitle, s.From, s.Until))],
            news,
            account.HasTwoSteps,
            await db.RecoveryCodes.CountAsync(c => c.UserId == userId && c.UsedAt == null, cancellationToken));
    }
}
