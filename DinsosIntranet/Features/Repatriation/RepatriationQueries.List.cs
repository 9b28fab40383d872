using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>Which journeys the list shows.</summary>
public enum RepatriationFilter
{
    Running,

    /// <summary>Those whose letter of assignment sends the viewer.</summary>
    Mine,
    Closed,
}

public sealed partial class RepatriationQueries
{
    public const int PageSize = 25;

    private const int VisitsShown = 50;
    private const int VisitDaysAhead = 30;

    public async Task<RepatriationList> ListAsync(Actor viewer, RepatriationFilter filter, int page, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var (now, own) = (time.GetUtcNow().UtcDateTime, viewer.UserId);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = from f in db.RepatriationFiles.AsNoTracking().VisibleTo(viewer, f => f.Id)
                    join w in db.WorkItems.AsNoTracking() on f.Id equals w.Id
                    join k in db.WorkClocks.AsNoTracking() on new { f.Id, Kind = ClockKind.Promise } equals new { Id = k.WorkItemId, k.Kind }
                    select new { File = f, Item = w, Clock = k, IsMine = db.Assignments.Any(a => a.RequestId == f.Id && a.EndedAt == null && a.Members.Any(m => m.StaffId == own)) };
        found = filter switch
        {
            RepatriationFilter.Mine => found.Where(r => r.IsMine),
            RepatriationFilter.Closed => found.Where(r => r.Item.ClosedAt != null),
            _ => found.Where(r => r.Item.ClosedAt == null),
        };
        var rows = await found.OrderByDescending(r => r.Item.OpenedAt).ThenByDescending(r => r.File.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var list = new List<RepatriationRow>(rows.Count);
        foreach (var row in rows)
        {
            var step = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard.Step(row.Item.StepId);
            list.Add(new RepatriationRow(
                row.File.Id,
                row.Item.Number,
                $"{step.Number}. {step.ShortTitle}",
                row.Item.IsOpen ? agency.DeskName(row.Item.DeskCode) : WorkWords.Status(row.Item.Status),
                row.File.People,
                row.File.Point,
                row.File.MeetOn,
                row.File.DepartedOn,
                row.File.ArrivedOn,
                ClockFace.Of(agency.Calendar, row.Clock.Read(row.Item.PausedSince), now),
                row.IsMine));
        }

        return new RepatriationList(list, await found.CountAsync(cancellationToken));
    }

    /// <summary>Visits not made that are due within a month, late ones first; for the division and the head of agency.</summary>
    public async Task<IReadOnlyList<VisitDue>> DueVisitsAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var today = (await agencies.GetAsync(cancellationToken)).DateOf(time.GetUtcNow().UtcDateTime);
        var standard = await standards.FindActiveAsync(RepatriationService.Standard, today, cancellationToken);
        if (RepatriationAccess.Sight(viewer, new RepatriationFacts(standard?.Standard.Unit, IsOpen: false, IsAtDesk: false, IsInTeam: false)) != RepatriationSight.Content)
        {
            return [];
        }

        var until = today.AddDays(VisitDaysAhead);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from v in db.RepatriationVisits.AsNoTracking().VisibleTo(viewer, v => v.RequestId)
                          join w in db.WorkItems.AsNoTracking() on v.RequestId equals w.Id
                          where v.DoneOn == null && v.DueOn <= until
                          orderby v.DueOn, v.Id
                          select new { v.Id, v.RequestId, w.Number, v.PersonNumber, v.DueOn }).Take(VisitsShown).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new VisitDue(r.Id, r.RequestId, r.Number, r.PersonNumber, r.DueOn, r.DueOn.DayNumber - today.DayNumber))];
    }

    /// <summary>Who of the staff and which vehicles are on the way on the days from <paramref name="from"/>; never who is brought home.</summary>
    public async Task<IReadOnlyList<CalendarEntry>> CalendarAsync(Actor viewer, DateOnly from, DateOnly until, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from b in db.EscortBookings.AsNoTracking().VisibleTo(viewer, b => b.RequestId)
                          join w in db.WorkItems.AsNoTracking() on b.RequestId equals w.Id
                          where b.Day >= @from && b.Day <= until && (w.ClosedAt == null || w.Status == WorkStatus.Done)
                          orderby b.Day, w.Id, b.Key
                          select new { b.Day, b.RequestId, w.Number, b.Key }).ToListAsync(cancellationToken);
        var ids = rows.Where(r => r.Key.StartsWith(BookingKeys.PersonPrefix, StringComparison.Ordinal)).Select(r => Guid.ParseExact(r.Key[BookingKeys.PersonPrefix.Length..], "N")).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => BookingKeys.Person(u.Id), u => u.FullName, cancellationToken);
        return
        [
            .. rows.GroupBy(r => new { r.Day, r.RequestId, r.Number }).Select(g => new CalendarEntry(
                g.Key.Day,
                g.Key.RequestId,
                g.Key.Number,
                [.. g.Select(r => names.GetValueOrDefault(r.Key)).OfType<string>()],
                [.. g.Where(r => r.Key.StartsWith(BookingKeys.VehiclePrefix, StringComparison.Ordinal)).Select(r => r.Key[BookingKeys.VehiclePrefix.Length..])])),
        ];
    }
}
