using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

public enum StaffState
{
    Active,
    AwaitsActivation,
    Disabled,
}

/// <summary>What the list of staff is narrowed to. The text is looked for in name, user name and NIP.</summary>
public sealed record StaffFilter(string? Text, StaffRole? Role, string? UnitCode, StaffState? State);

/// <summary>One line of the list of staff.</summary>
public sealed record StaffRow
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public required string Position { get; init; }

    /// <summary>"Kepala Bidang, Linjamsos".</summary>
    public required IReadOnlyList<string> Roles { get; init; }

    public required StaffState State { get; init; }

    public required bool HasTwoSteps { get; init; }

    public required DateTime? LastSignInAt { get; init; }
}

public sealed record StaffPage(IReadOnlyList<StaffRow> Rows, int Total);

/// <summary>A role as the administrator sees it.</summary>
public sealed record StaffRoleLine(RoleChoice Choice, string Title, string? Unit);

/// <summary>A proposed role with whom it is about; <paramref name="ProposedBy"/> and the person by name and position.</summary>
public sealed record RoleProposalLine(
    Guid Id,
    Guid UserId,
    string Person,
    string Position,
    string Title,
    string? Unit,
    Guid ProposedById,
    string ProposedBy,
    DateTime ProposedAt,
    RoleProposalState State,
    string? DecidedBy,
    DateTime? DecidedAt,
    string? Reason);

public sealed record StaffDetail
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string FullName { get; init; }

    public required string Position { get; init; }

    public required string? Nip { get; init; }

    public required StaffState State { get; init; }

    public required DateTime? DisabledAt { get; init; }

    /// <summary>Until when the code that was handed over can be used; null where there is none.</summary>
    public required DateTime? ActivationUntil { get; init; }

    public required bool HasTwoSteps { get; init; }

    public required DateTime? LastSignInAt { get; init; }

    public required IReadOnlyList<StaffRoleLine> Roles { get; init; }

    /// <summary>Those that wait, and those decided in the last month, newest first.</summary>
    public required IReadOnlyList<RoleProposalLine> Proposals { get; init; }
}

/// <summary>Staff as the administrator sees them, and the roles that wait for approval.</summary>
public sealed class StaffQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time)
{
    public const int PageSize = 25;
    private const int MostProposals = 50;
    private static readonly TimeSpan DecidedShown = TimeSpan.FromDays(30);

    public async Task<StaffPage> ListAsync(StaffFilter filter, int page, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var staff = Narrow(db, filter);
        var total = await staff.CountAsync(cancellationToken);
        var rows = await staff
            .OrderBy(u => u.FullName).ThenBy(u => u.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(u => new
            {
                u.Id,
                u.UserName,
                u.FullName,
                u.Position,
                IsDisabled = u.DisabledAt != null,
                HasPassword = u.PasswordHash != null,
                HasTwoSteps = u.TotpSecret != null,
                u.LastSignInAt,
                Roles = u.Roles.OrderBy(r => r.Role).Select(r => new { r.Role, r.UnitCode }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return new StaffPage(
            [
                .. rows.Select(u => new StaffRow
                {
                    Id = u.Id,
                    UserName = u.UserName!,
                    FullName = u.FullName,
                    Position = u.Position,
                    Roles = [.. u.Roles.OrderBy(r => r.Role).Select(r => r.UnitCode is null ? r.Role.Title() : $"{r.Role.Title()}, {ShortName(agency, r.UnitCode)}")],
                    State = StateOf(u.IsDisabled, u.HasPassword),
                    HasTwoSteps = u.HasTwoSteps,
                    LastSignInAt = u.LastSignInAt,
                }),
            ],
            total);
    }

    public async Task<StaffDetail?> FindAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
        if (account is null)
        {
            return null;
        }

        var since = time.GetUtcNow().UtcDateTime - DecidedShown;
        var proposals = await ProposalsAsync(
            db,
            db.RoleProposals.Where(p => p.UserId == userId && (p.State == RoleProposalState.Waiting || p.DecidedAt > since)),
            agency,
            cancellationToken);
        return new StaffDetail
        {
            Id = account.Id,
            UserName = account.UserName!,
            FullName = account.FullName,
            Position = account.Position,
            Nip = account.Nip is null ? null : Nip.Format(account.Nip),
            State = StateOf(account.IsDisabled, !account.AwaitsActivation),
            DisabledAt = account.DisabledAt,
            ActivationUntil = account.ActivationUntil,
            HasTwoSteps = account.HasTwoSteps,
            LastSignInAt = account.LastSignInAt,
            Roles =
            [
                .. account.Roles.OrderBy(r => r.Role).Select(r => new StaffRoleLine(
                    new RoleChoice(r.Role, r.UnitCode), r.Role.Title(), r.UnitCode is null ? null : agency.UnitName(r.UnitCode))),
            ],
            Proposals = proposals,
        };
    }

    /// <summary>What waits for approval, oldest first, with everything to decide on; the page marks what this actor may not decide.</summary>
    public async Task<IReadOnlyList<RoleProposalLine>> WaitingAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var waiting = await ProposalsAsync(db, db.RoleProposals.Where(p => p.State == RoleProposalState.Waiting), agency, cancellationToken);
        return [.. waiting.Reverse()];
    }

    /// <summary>How many this actor may decide on.</summary>
    public async Task<int> CountWaitingAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        if (!RoleRules.Approvers.Any(actor.Has))
        {
            return 0;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.RoleProposals.CountAsync(
            p => p.State == RoleProposalState.Waiting && p.ProposedById != actor.UserId && p.UserId != actor.UserId, cancellationToken);
    }

    private static IQueryable<StaffAccount> Narrow(DinsosDbContext db, StaffFilter filter)
    {
        var staff = db.Users.AsNoTracking();
        if (filter.Role is { } role)
        {
            staff = staff.Where(u => u.Roles.Any(r => r.Role == role));
        }

        if (filter.UnitCode is { } unit)
        {
            staff = staff.Where(u => u.Roles.Any(r => r.UnitCode == unit));
        }

        staff = filter.State switch
        {
            StaffState.Active => staff.Where(u => u.DisabledAt == null && u.PasswordHash != null),
            StaffState.AwaitsActivation => staff.Where(u => u.DisabledAt == null && u.PasswordHash == null),
            StaffState.Disabled => staff.Where(u => u.DisabledAt != null),
            _ => staff,
        };
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var wanted = text.ToUpperInvariant();
            var digits = text.Replace(" ", "", StringComparison.Ordinal);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER.
            staff = staff.Where(u => u.FullName.ToUpper().Contains(wanted) || u.NormalizedUserName!.Contains(wanted) || (u.Nip != null && u.Nip.Contains(digits)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return staff;
    }

    private static async Task<IReadOnlyList<RoleProposalLine>> ProposalsAsync(
        DinsosDbContext db, IQueryable<RoleProposal> proposals, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var rows = await (from p in proposals.AsNoTracking()
                          join u in db.Users on p.UserId equals u.Id
                          join b in db.Users on p.ProposedById equals b.Id
                          join d in db.Users on p.DecidedById equals d.Id into deciders
                          from d in deciders.DefaultIfEmpty()
                          orderby p.ProposedAt descending, p.Id descending
                          select new { Proposal = p, u.FullName, u.Position, ProposedBy = b.FullName, DecidedBy = d == null ? null : d.FullName })
            .Take(MostProposals)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RoleProposalLine(
                r.Proposal.Id,
                r.Proposal.UserId,
                r.FullName,
                r.Position,
                r.Proposal.Role.Title(),
                r.Proposal.UnitCode is { } unit ? agency.UnitName(unit) : null,
                r.Proposal.ProposedById,
                r.ProposedBy,
                r.Proposal.ProposedAt,
                r.Proposal.State,
                r.DecidedBy,
                r.Proposal.DecidedAt,
                r.Proposal.Reason)),
        ];
    }

    private static StaffState StateOf(bool isDisabled, bool hasPassword) =>
        isDisabled ? StaffState.Disabled : hasPassword ? StaffState.Active : StaffState.AwaitsActivation;

    private static string ShortName(AgencySnapshot agency, string unit) => agency.FindUnit(unit)?.ShortName ?? unit;
}
