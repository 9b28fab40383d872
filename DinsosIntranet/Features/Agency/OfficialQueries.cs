using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

public enum PeriodState
{
    Now,
    Coming,
    Past,
    Revoked,
}

public sealed record OfficialLine(
    Guid Id, Guid UserId, string NameWithTitles, string Rank, string Nip, StaffRole Role, string? UnitCode, string? Unit, string PositionTitle, DateOnly From, DateOnly? Until, PeriodState State);

public sealed record StandInLine(Guid Id, Guid OfficialId, string PositionTitle, string OfficialName, string ActingName, StandInKind Kind, DateOnly From, DateOnly Until, PeriodState State);

/// <summary>Somebody who may be entered: with the positions their roles allow, and what to print of them where they are officials today.</summary>
public sealed record OfficialCandidate(Guid UserId, string Name, string Position, string? Nip, IReadOnlyList<RoleChoice> Positions, SignerParticulars? Signer);

public sealed record SignerParticulars(string NameWithTitles, string Rank, string Nip);

public sealed record OfficialsView(
    AgencySnapshot Agency, DateOnly Today, IReadOnlyList<OfficialLine> Officials, IReadOnlyList<StandInLine> StandIns, IReadOnlyList<OfficialCandidate> Candidates);

/// <summary>Everything the page of officials shows, read together.</summary>
public sealed class OfficialQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, TimeProvider time)
{
    private const int MostLines = 200;
    private const int MostCandidates = 1000;

    public async Task<OfficialsView> ReadAsync(CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var officials = await db.Officials.AsNoTracking().OrderByDescending(o => o.From).Take(MostLines).ToListAsync(cancellationToken);
        var standIns = await (from s in db.StandIns.AsNoTracking()
                              join o in db.Officials on s.OfficialId equals o.Id
                              join u in db.Users on s.ActingUserId equals u.Id
                              orderby s.From descending, s.Id descending
                              select new { StandIn = s, o.PositionTitle, o.NameWithTitles, u.FullName }).Take(MostLines).ToListAsync(cancellationToken);
        var people = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null)
            .OrderBy(u => u.FullName)
            .Take(MostCandidates)
            .Select(u => new { u.Id, u.FullName, u.Position, u.Nip, Roles = u.Roles.Select(r => new { r.Role, r.UnitCode }).ToList() })
            .ToListAsync(cancellationToken);
        return new OfficialsView(
            agency,
            today,
            [
                .. officials
                    .Select(o => new OfficialLine(
                        o.Id, o.UserId, o.NameWithTitles, o.Rank, Nip.Format(o.Nip), o.Role, o.UnitCode, o.UnitCode is null ? null : ShortName(agency, o.UnitCode), o.PositionTitle, o.From, o.Until, StateOf(o.From, o.Until, today)))
                    .OrderBy(o => o.State).ThenBy(o => o.Role).ThenBy(o => o.PositionTitle, StringComparer.Ordinal),
            ],
            [
                .. standIns
                    .Select(s => new StandInLine(
                        s.StandIn.Id,
                        s.StandIn.OfficialId,
                        s.PositionTitle,
                        s.NameWithTitles,
                        s.FullName,
                        s.StandIn.Kind,
                        s.StandIn.From,
                        s.StandIn.Until,
                        s.StandIn.RevokedAt is null ? StateOf(s.StandIn.From, s.StandIn.Until, today) : PeriodState.Revoked))
                    .OrderBy(s => s.State),
            ],
            [
                .. people.Select(p => new OfficialCandidate(
                    p.Id,
                    p.FullName,
                    p.Position,
                    p.Nip,
                    [.. p.Roles.Where(r => RoleRules.Officials.Contains(r.Role)).OrderBy(r => r.Role).Select(r => new RoleChoice(r.Role, r.UnitCode))],
                    officials.Where(o => o.UserId == p.Id && o.HoldsOn(today)).Select(o => new SignerParticulars(o.NameWithTitles, o.Rank, Nip.Format(o.Nip))).FirstOrDefault())),
            ]);
    }

    private static string ShortName(AgencySnapshot agency, string unit) => agency.FindUnit(unit)?.ShortName ?? unit;

    private static PeriodState StateOf(DateOnly from, DateOnly? until, DateOnly today) =>
        until < today ? PeriodState.Past : from > today ? PeriodState.Coming : PeriodState.Now;
}
