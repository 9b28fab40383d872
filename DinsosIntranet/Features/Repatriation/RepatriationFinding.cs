using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Gathers what <see cref="RepatriationAccess"/> needs to know; services, pages and papers decide on the same facts.</summary>
internal static class RepatriationFinding
{
    /// <summary>How long an opening holds, in minutes.</summary>
    public const int OpeningMinutes = 60;

    public static async Task<RepatriationSight> SightAsync(
        DinsosDbContext db, WorkItem item, ServiceStandard standard, AgencySnapshot agency, Actor actor, CancellationToken cancellationToken)
    {
        if (!RequestAccess.MaySee(actor, item.Id))
        {
            return RepatriationSight.None;
        }

        var isOwn = standard.Step(item.StepId).Action.StartsWith(RepatriationService.ActionPrefix, StringComparison.Ordinal);
        var isAtDesk = isOwn && item.IsOpen && agency.Desk(item.DeskCode).MembershipOf(actor) is not null;
        var isInTeam = await IsInTeamAsync(db, item.Id, actor.UserId, cancellationToken);
        return RepatriationAccess.Sight(actor, new RepatriationFacts(standard.Unit, item.IsOpen, isAtDesk, isInTeam));
    }

    /// <summary>Whom the letter of assignment that holds sends.</summary>
    public static Task<bool> IsInTeamAsync(DinsosDbContext db, Guid requestId, Guid userId, CancellationToken cancellationToken) =>
        db.Assignments.AnyAsync(a => a.RequestId == requestId && a.EndedAt == null && a.Members.Any(m => m.StaffId == userId), cancellationToken);

    public static Task<DateTime?> OpenUntilAsync(DinsosDbContext db, Guid requestId, Guid userId, DateTime now, CancellationToken cancellationToken) =>
        db.RepatriationSightings.AsNoTracking()
            .Where(s => s.RequestId == requestId && s.UserId == userId && s.Kind == SightKind.Opened && s.Until > now)
            .MaxAsync(s => s.Until, cancellationToken);

    /// <summary>
    /// The cases behind these codes, as far as this person may know that they exist: that somebody is named here opens their case
    /// to nobody. <paramref name="standardCode"/> null for any.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> CasesAsync(
        DinsosDbContext db, IReadOnlyCollection<string> codes, string? standardCode, Actor actor, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        if (codes.Count == 0)
        {
            return new Dictionary<string, Guid>();
        }

        var ids = await db.WorkItems.AsNoTracking().VisibleTo(actor)
            .Where(w => codes.Contains(w.Number) && (standardCode == null || w.StandardCode == standardCode))
            .Select(w => w.Id)
            .ToListAsync(cancellationToken);
        var found = await CaseFinding.FindAsync(db, ids, actor, agency, now, cancellationToken);
        return found.Where(f => f.Sight != CaseSight.None).ToDictionary(f => f.Item.Number, f => f.Item.Id);
    }
}
