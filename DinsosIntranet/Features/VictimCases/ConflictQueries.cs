using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>One's own tie: what kind and since when, never the number.</summary>
public sealed record TieLine(Guid Id, TieKind Kind, string At);

/// <summary>A conflict that waits for the viewer: code, colleague, ground.</summary>
public sealed record ConflictRow(Guid Id, Guid CaseId, string Number, string UserText, string Ground, string Found);

/// <summary>Reads ties for their owner and proposed conflicts for the heads who decide on them.</summary>
public sealed class ConflictQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies)
{
    private const int MostShown = 50;

    public async Task<IReadOnlyList<TieLine>> OwnAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var ties = await db.StaffTies.AsNoTracking().Where(t => t.UserId == actor.UserId).OrderBy(t => t.Id).Take(StaffTie.Most).ToListAsync(cancellationToken);
        return ties.ConvertAll(t => new TieLine(t.Id, t.Kind, IndonesianDates.ShortWithTime(t.At, agency.Zone)));
    }

    /// <summary>Those the viewer decides on, the oldest first; never those about the viewer.</summary>
    public async Task<IReadOnlyList<ConflictRow>> WaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!viewer.HasAny(StaffRole.SocialWorker, StaffRole.HeadOfAgency, StaffRole.HeadOfDivision))
        {
            return [];
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var (own, isHead) = (viewer.UserId, viewer.Has(StaffRole.HeadOfAgency));
        List<string> units = [.. viewer.Roles.Where(r => r.Role == StaffRole.HeadOfDivision).Select(r => r.UnitCode).OfType<string>()];
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from f in db.CaseConflicts.AsNoTracking()
                          join c in CaseQueries.Visible(db, viewer) on f.CaseId equals c.Id
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          where f.State == ConflictState.Waiting && f.UserId != own && c.WrappedKey != null
                              && (isHead || units.Contains(c.UnitCode) || (c.IsLocked && db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.IsLead && m.RemovedAt == null)))
                          orderby f.Id
                          select new { Conflict = f, w.Number }).Take(MostShown).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ConflictRow(
            r.Conflict.Id, r.Conflict.CaseId, r.Number, r.Conflict.UserText, r.Conflict.Ground.Words(), IndonesianDates.ShortWithTime(r.Conflict.FoundAt, agency.Zone)));
    }
}
