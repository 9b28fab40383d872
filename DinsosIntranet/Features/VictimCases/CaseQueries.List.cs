using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Which cases the list shows.</summary>
public enum CaseFilter
{
    /// <summary>Those the viewer is of the team of.</summary>
    Mine,
    Running,
    Closed,
}

public sealed partial class CaseQueries
{
    public const int PageSize = 25;

    /// <summary>Codes, steps and clocks; what must be attended to first comes first. Locked cases of others are not there, nor counted.</summary>
    public async Task<CaseList> ListAsync(Actor viewer, CaseFilter filter, int page, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var cases = Narrowed(db, viewer, filter);
        return new CaseList(await RowsAsync(db, cases, viewer, (page - 1) * PageSize, PageSize, cancellationToken), await cases.CountAsync(cancellationToken));
    }

    /// <summary>The rows of these cases, for what a search found.</summary>
    public async Task<IReadOnlyList<CaseRow>> RowsAsync(IReadOnlyCollection<Guid> caseIds, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await RowsAsync(db, Visible(db, viewer).Where(c => caseIds.Contains(c.Id)), viewer, 0, PageSize, cancellationToken);
    }

    /// <summary>The one place that leaves out of what is listed and counted: locked cases of others, and those the viewer is excluded from.</summary>
    internal static IQueryable<VictimCase> Visible(DinsosDbContext db, Actor viewer)
    {
        var own = viewer.UserId;
        return db.VictimCases.AsNoTracking().VisibleTo(viewer, c => c.Id).Where(c => !c.IsLocked || db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null));
    }

    /// <summary>The cases the viewer is of the team of, or heads.</summary>
    private static IQueryable<VictimCase> Told(DinsosDbContext db, Actor viewer)
    {
        var (own, isHead, units) = (viewer.UserId, viewer.Has(StaffRole.HeadOfAgency), Units(viewer));
        return Visible(db, viewer).Where(c => isHead || units.Contains(c.UnitCode) || db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null));
    }

    private static IQueryable<VictimCase> Narrowed(DinsosDbContext db, Actor viewer, CaseFilter filter)
    {
        var own = viewer.UserId;
        return filter switch
        {
            CaseFilter.Mine => Visible(db, viewer).Where(c => db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null)),
            CaseFilter.Closed => Visible(db, viewer).Where(c => db.WorkItems.Any(w => w.Id == c.Id && w.ClosedAt != null)),
            _ => Visible(db, viewer).Where(c => db.WorkItems.Where(w => w.ClosedAt == null).Select(w => w.Id).Contains(c.Id)),
        };
    }

    private static List<string> Units(Actor viewer) => [.. viewer.Roles.Where(r => r.Role == StaffRole.HeadOfDivision).Select(r => r.UnitCode).OfType<string>()];

    private async Task<IReadOnlyList<CaseRow>> RowsAsync(DinsosDbContext db, IQueryable<VictimCase> cases, Actor viewer, int skip, int take, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var own = viewer.UserId;

        // The page is cut out before anything is joined to it: members and emergencies are asked of the rows shown only.
        var page = (from c in cases
                    join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                    orderby w.ClosedAt != null, c.AttendedAt != null, c.AttendBy, c.Id descending
                    select c).Skip(skip).Take(take);
        var rows = await (from c in page
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          join k in db.WorkClocks.AsNoTracking() on new { Id = c.Id, Kind = ClockKind.Promise } equals new { Id = k.WorkItemId, k.Kind }
                          orderby w.ClosedAt != null, c.AttendedAt != null, c.AttendBy, c.Id descending
                          select new
                          {
                              Case = c,
                              Item = w,
                              Clock = k,
                              Lead = db.CaseMembers.Where(m => m.CaseId == c.Id && m.IsLead && m.RemovedAt == null).Select(m => m.UserText).FirstOrDefault(),
                              IsMine = db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null),
                              Emergencies = db.CaseEmergencies.Count(e => e.CaseId == c.Id && e.ReviewedAt == null),
                          }).ToListAsync(cancellationToken);
        var units = Units(viewer);
        var list = new List<CaseRow>(rows.Count);
        foreach (var row in rows)
        {
            var standard = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard;
            var isTold = row.IsMine || viewer.Has(StaffRole.HeadOfAgency) || units.Contains(row.Case.UnitCode);
            list.Add(new CaseRow(
                row.Case.Id,
                row.Item.Number,
                standard.ShortTitle,
                $"{standard.Step(row.Item.StepId).Number}. {standard.Step(row.Item.StepId).ShortTitle}",
                row.Item.IsOpen ? agency.DeskName(row.Item.DeskCode) : WorkWords.Status(row.Item.Status),
                row.Lead,
                reference.Risk(row.Case.Risk),
                Attend(row.Case, agency, now),
                ClockFace.Of(agency.Calendar, row.Clock.Read(row.Item.PausedSince), now, "Janji"),
                row.Case.IsLocked,
                row.Item.IsOpen,
                WorkWords.Status(row.Item.Status),
                row.IsMine,
                isTold ? row.Emergencies : 0,
                isTold ? Police(row.Case, agency, now) : null));
        }

        return list;
    }
}
