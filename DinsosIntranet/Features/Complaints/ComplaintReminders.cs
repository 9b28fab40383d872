using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>
/// Reminds of the limits of complaints: each distance once for each limit, in office hours, never while the complaint waits
/// for something outside. What was made is shown on the desk of whoever holds it and on the one above.
/// </summary>
public sealed class ComplaintReminders(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, WriteRunner writes, ComplaintReference reference, TimeProvider time)
{
    private const int MostAtOnce = 200;

    /// <summary>One look; answers how many were made.</summary>
    public async Task<int> MakeAsync(CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await agencies.FindAsync(cancellationToken) is not { } agency || !ReminderRules.IsOfficeOpen(agency.Calendar, now))
        {
            return 0;
        }

        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            if ((await DueAsync(db, agency, now, cancellationToken)).Count == 0)
            {
                return 0;
            }
        }

        var made = await writes.RunAsync<int>(
            ActionContext.For(Actor.System, time, "sistem"),
            async scope =>
            {
                // Asked again: another process may have made them, or a complaint moved, meanwhile.
                var due = await DueAsync(scope.Db, agency, scope.Now, cancellationToken);
                foreach (var one in due)
                {
                    scope.Audit("pengaduan.ingatkan", WorkFlow.RecordKind, one.ComplaintId, new AuditText().Fact("hari kerja", one.DaysBefore));
                    scope.Db.ComplaintReminders.Add(one);
                    scope.Publish(Topic.Work, one.ComplaintId);
                }

                return due.Count;
            },
            cancellationToken);
        return made.IsOk ? made.Value : 0;
    }

    private async Task<IReadOnlyList<ComplaintReminder>> DueAsync(DinsosDbContext db, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var distances = reference.Limits.RemindWorkingDaysBefore;
        var calendar = agency.Calendar;
        var horizon = calendar.MidnightAfter(calendar.AddWorkingDays(calendar.DateOf(now), distances.Max()));
        var near = await (from w in db.WorkItems.AsNoTracking().VisibleTo(Actor.System)
                          join k in db.WorkClocks.AsNoTracking() on w.Id equals k.WorkItemId
                          where w.StandardCode == ComplaintService.Standard && w.ClosedAt == null && w.PausedSince == null
                          where k.Kind == ClockKind.Promise && k.EndedAt == null && k.StartedAt != null && k.DueAt > now && k.DueAt <= horizon
                          orderby k.DueAt
                          select new { w.Id, w.DeskCode, Started = k.StartedAt!.Value, Due = k.DueAt!.Value }).Take(MostAtOnce).ToListAsync(cancellationToken);
        var ids = near.ConvertAll(n => n.Id);
        var earlier = (await db.ComplaintReminders.AsNoTracking().Where(r => ids.Contains(r.ComplaintId)).Select(r => new { r.ComplaintId, r.DaysBefore, r.DueAt }).ToListAsync(cancellationToken))
            .Select(r => (r.ComplaintId, r.DaysBefore, r.DueAt)).ToHashSet();
        return
        [
            .. from one in near
               let reached = ReminderRules.Reached(calendar, one.Started, one.Due, distances, now)
               where reached is not null && !earlier.Contains((one.Id, reached.Value, one.Due))
               select new ComplaintReminder
               {
                   Id = OrderedId.Create(),
                   ComplaintId = one.Id,
                   DaysBefore = reached.Value,
                   DueAt = one.Due,
                   At = now,
                   DeskCode = one.DeskCode,
                   SuperiorDeskCode = ReminderRules.SuperiorOf(one.DeskCode, agency.Desks),
               },
        ];
    }
}

/// <summary>Looks every few minutes, once for the whole process; no viewer costs a query.</summary>
internal sealed class ComplaintReminderWatch(ComplaintReminders reminders, TimeProvider time, ILogger<ComplaintReminderWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reminders.MakeAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The limits of complaints could not be looked at; tried again in five minutes.");
            }
        }
    }
}
