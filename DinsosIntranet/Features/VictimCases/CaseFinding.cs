using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A case with what <see cref="CaseAccess"/> needs to know of it, and its verdict for one actor.</summary>
internal sealed record FoundCase(VictimCase Case, WorkItem Item, IReadOnlyList<CaseMember> Team, CaseFacts Facts, CaseSight Sight);

/// <summary>Gathers the facts of access for one case and for many; services and pages decide on the same ones.</summary>
internal static class CaseFinding
{
    public static async Task<FoundCase?> FindAsync(DinsosDbContext db, Guid caseId, Actor actor, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken) =>
        await FindAsync(db, [caseId], actor, agency, now, cancellationToken) is [var found] ? found : null;

    /// <summary>These cases, in the order of the ids, in one command per table.</summary>
    public static async Task<IReadOnlyList<FoundCase>> FindAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, Actor actor, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var cases = await db.VictimCases.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        if (cases.Count == 0)
        {
            return [];
        }

        var items = await db.WorkItems.AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, cancellationToken);
        var members = (await db.CaseMembers.Where(m => ids.Contains(m.CaseId) && m.RemovedAt == null).OrderBy(m => m.AddedAt).ToListAsync(cancellationToken)).ToLookup(m => m.CaseId);
        var emergencies = (await db.CaseEmergencies.AsNoTracking()
            .Where(e => ids.Contains(e.CaseId) && e.UserId == actor.UserId && e.Until > now)
            .Select(e => new { e.CaseId, e.Until })
            .ToListAsync(cancellationToken)).ToLookup(e => e.CaseId, e => (DateTime?)e.Until);
        return
        [
            .. ids.Where(id => cases.ContainsKey(id) && items.ContainsKey(id)).Select(id =>
            {
                IReadOnlyList<CaseMember> team = [.. members[id]];
                var facts = Facts(cases[id], items[id], team, emergencies[id].Max(), actor, agency);
                return new FoundCase(cases[id], items[id], team, facts, actor.IsExcludedFrom(id) ? CaseSight.None : CaseAccess.Sight(actor, facts, now));
            }),
        ];
    }

    private static CaseFacts Facts(VictimCase victimCase, WorkItem item, IReadOnlyList<CaseMember> team, DateTime? emergencyUntil, Actor actor, AgencySnapshot agency)
    {
        var own = team.FirstOrDefault(m => m.UserId == actor.UserId);
        return new CaseFacts(
            victimCase.UnitCode,
            victimCase.IsLocked,
            own is not null,
            own?.IsLead == true,
            team.Count > 0,
            item.IsOpen && (item.HolderId is null || item.IsHeldBy(actor)) && agency.Desk(item.DeskCode).MembershipOf(actor) is not null,
            IsOverSocialWorkers(actor, agency),
            emergencyUntil);
    }

    /// <summary>Until when this person's opening of the content holds; null where it does not. One in an emergency ends with the emergency, a review included.</summary>
    public static Task<DateTime?> OpenUntilAsync(DinsosDbContext db, Guid caseId, Guid userId, DateTime now, CancellationToken cancellationToken) =>
        db.CaseSightings.AsNoTracking()
            .Where(s => s.CaseId == caseId && s.UserId == userId && s.Until > now && (s.Kind == SightingKind.Opened
                || (s.Kind == SightingKind.Emergency && db.CaseEmergencies.Any(e => e.CaseId == caseId && e.UserId == userId && e.Until > now))))
            .MaxAsync(s => s.Until, cancellationToken);

    /// <summary>Whether the actor heads a unit in which social workers serve.</summary>
    internal static bool IsOverSocialWorkers(Actor actor, AgencySnapshot agency) => actor.Roles.Any(r =>
        r is { Role: StaffRole.HeadOfDivision, UnitCode: { } unit }
        && agency.Desks.Any(d => d.Members.Any(m => m.Role == StaffRole.SocialWorker && m.UnitCode == unit)));
}
