using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public sealed partial class ComplaintBook
{
    /// <summary>What belongs to some complaints, read once for all of them.</summary>
    private sealed record Beside(
        ILookup<Guid, ComplaintAccused> Accused,
        ILookup<Guid, ComplaintAnswer> Answers,
        IReadOnlyDictionary<Guid, ComplaintTransfer> Transfers,
        ILookup<Guid, string> Teams,
        IReadOnlyDictionary<Guid, int> TeamActs,
        IReadOnlyDictionary<Guid, ComplaintFinding> Findings,
        IReadOnlyDictionary<Guid, int> Evidence,
        IReadOnlyDictionary<Guid, string> Disposed,
        IReadOnlyDictionary<Guid, string> LinkedStandards);

    private sealed record Found(WorkItem Item, Complaint Complaint, ServiceRequest Request, WorkClock Clock);

    private async Task<IReadOnlyList<BookRow>> ReadAsync(DinsosDbContext db, IQueryable<WorkItem> part, AgencySnapshot agency, Actor actor, CancellationToken cancellationToken)
    {
        var found = await (from w in part
                           join c in db.Complaints.AsNoTracking() on w.Id equals c.Id
                           join r in db.ServiceRequests.AsNoTracking() on w.Id equals r.Id
                           join k in db.WorkClocks.AsNoTracking().Where(k => k.Kind == ClockKind.Promise) on w.Id equals k.WorkItemId
                           orderby w.OpenedAt descending, w.Number descending
                           select new Found(w, c, r, k)).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(f => f.Item.Id);
        var linked = found.Select(f => f.Complaint.LinkedRequestId).OfType<Guid>().Distinct().ToList();
        var beside = new Beside(
            (await db.ComplaintAccused.AsNoTracking().Where(a => ids.Contains(a.ComplaintId)).ToListAsync(cancellationToken)).ToLookup(a => a.ComplaintId),
            (await db.ComplaintAnswers.AsNoTracking().Where(a => ids.Contains(a.ComplaintId)).OrderBy(a => a.Id).ToListAsync(cancellationToken)).ToLookup(a => a.ComplaintId),
            await db.ComplaintTransfers.AsNoTracking().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken),
            (await (from m in db.AssignmentMembers.AsNoTracking()
                    join a in db.Assignments.AsNoTracking() on m.AssignmentId equals a.Id
                    where ids.Contains(a.RequestId) && a.EndedAt == null
                    orderby m.Order
                    select new { a.RequestId, m.Name, m.Duty }).ToListAsync(cancellationToken)).ToLookup(m => m.RequestId, m => $"{m.Name} ({Letters.Toolkit.Typography.MidSentence(m.Duty)})"),
            await db.ComplaintLog.AsNoTracking().Where(e => ids.Contains(e.ComplaintId)).GroupBy(e => e.ComplaintId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken),
            await db.ComplaintFindings.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancellationToken),
            await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.OwnerId) && a.RemovedAt == null).GroupBy(a => a.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken),
            (await db.Dispositions.AsNoTracking().Where(d => d.RequestId != null && ids.Contains(d.RequestId.Value) && d.RecalledAt == null).OrderBy(d => d.Id).Select(d => new { Id = d.RequestId!.Value, d.ToText }).ToListAsync(cancellationToken))
                .GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.Last().ToText),
            await db.WorkItems.AsNoTracking().Where(w => linked.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.StandardCode, cancellationToken));
        var titles = (await standards.ActiveOnAsync(agency.DateOf(time.GetUtcNow().UtcDateTime), cancellationToken)).ToDictionary(s => s.Standard.Code, s => s.Standard.ShortTitle);
        var rows = new List<BookRow>(found.Count);
        foreach (var one in found)
        {
            var standard = (await standards.GetAsync(one.Item.StandardVersionId, cancellationToken)).Standard;
            rows.Add(Row(one, standard, beside, titles, agency, actor));
        }

        return rows;
    }

    private BookRow Row(Found found, ServiceStandard standard, Beside beside, Dictionary<string, string> titles, AgencySnapshot agency, Actor actor)
    {
        var (item, complaint, request, clock) = found;
        var isNamed = complaint.Anonymity == Anonymity.Open && ComplaintAccess.MayReadNames(actor);
        var known = isNamed ? vault.Open(complaint) : new ComplainantData();
        var answer = beside.Answers[item.Id].LastOrDefault();
        var transfer = beside.Transfers.GetValueOrDefault(item.Id);
        var finding = beside.Findings.GetValueOrDefault(item.Id);
        var service = complaint.LinkedRequestId is { } linked ? beside.LinkedStandards.GetValueOrDefault(linked) : complaint.LinkedStandardCode;
        return new BookRow
        {
            Id = item.Id,
            MayOpen = ComplaintAccess.MayRead(item, agency.FindDesk(item.DeskCode), actor),
            Number = item.Number,
            Ticket = complaint.Ticket,
            ReceivedAt = request.ReceivedAt,
            Channel = reference.ChannelName(complaint.ChannelCode),
            Naming = complaint.Anonymity.Name(),
            Complainant = known,
            ComplainantName = isNamed ? known.Name ?? "" : complaint.Anonymity.Masked(),
            Service = service is null ? "" : titles.GetValueOrDefault(service, service),
            Unit = complaint.UnitCode is { } unit ? agency.UnitName(unit) : "",
            Accused = string.Join("; ", beside.Accused[item.Id].Select(a => a.Text).Append(complaint.OtherAccused).OfType<string>()),
            EventWhen = complaint.EventWhen,
            EventPlace = complaint.EventPlace,
            Description = complaint.Description,
            Loss = complaint.Loss,
            Demand = complaint.Demand,
            Evidence = beside.Evidence.GetValueOrDefault(item.Id),
            ClassName = reference.ClassName(complaint.ClassCode),
            DueOn = clock.DueAt is { } due ? agency.DateOf(due) : null,
            Reviewer = complaint.ReviewerText,
            DisposedTo = beside.Disposed.GetValueOrDefault(item.Id),
            PassedTo = transfer?.ConveyedAt is null ? null : transfer.Body,
            AnsweredOn = answer is null ? null : agency.DateOf(answer.At),
            AnswerWay = answer is null ? null : reference.WayName(answer.WayCode),
            AnsweredBy = answer?.ByText,
            Team = string.Join("; ", beside.Teams[item.Id]) is { Length: > 0 } team ? team : null,
            TeamActs = beside.TeamActs.GetValueOrDefault(item.Id),
            Verdict = finding?.Verdict.Name(),
            ApprovedOn = finding?.ApprovedAt is { } approved ? agency.DateOf(approved) : null,
            ApprovedBy = finding?.ApprovedByText,
            ClosedOn = item.ClosedAt is { } closed ? agency.DateOf(closed) : null,
            Reaction = answer?.Reaction?.Name(),
            Status = StatusText(item, standard, agency),
            Clock = item.Status == WorkStatus.Withdrawn ? ClockFace.Withdrawn : ClockFace.Of(agency.Calendar, clock.Read(item.PausedSince), time.GetUtcNow().UtcDateTime, "Batas"),
        };
    }

    private static string StatusText(WorkItem item, ServiceStandard standard, AgencySnapshot agency) => item.IsOpen
        ? $"{standard.Step(item.StepId).ShortTitle}, {agency.DeskName(item.DeskCode)}"
        : WorkWords.Status(item.Status);
}
