using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>How often one letter of pasal 17, or another law, was the ground of a refusal.</summary>
public sealed record GroundCount(string Code, string Text, int Requests);

/// <summary>The objections received in a year and what became of them.</summary>
public sealed record ObjectionCounts
{
    public required int Received { get; init; }

    public required int Accepted { get; init; }

    public required int AcceptedInPart { get; init; }

    public required int Rejected { get; init; }

    public required int Withdrawn { get; init; }

    /// <summary>Not answered yet.</summary>
    public required int Open { get; init; }

    /// <summary>Answered after the limit of the law, or not yet answered and past it.</summary>
    public required int Late { get; init; }
}

/// <summary>The figures of one year as the annual report of the service asks for them (Perki KI 1/2021).</summary>
public sealed record YearFigures
{
    public required int Year { get; init; }

    public required int Received { get; init; }

    public required int Granted { get; init; }

    /// <summary>Of those, answered at the counter from the public list.</summary>
    public required int FromList { get; init; }

    public required int GrantedInPart { get; init; }

    public required int Excluded { get; init; }

    public required int NotHeld { get; init; }

    public required int Withdrawn { get; init; }

    public required int Unanswered { get; init; }

    /// <summary>Working days from the receipt to the notice, of those answered; null where none was.</summary>
    public required double? AverageDays { get; init; }

    public required int Extended { get; init; }

    /// <summary>Answered after the limit of the law, or not yet answered and past it.</summary>
    public required int Late { get; init; }

    public required IReadOnlyList<GroundCount> Grounds { get; init; }

    public required ObjectionCounts Objections { get; init; }
}

/// <summary>Counts the requests for public information of a year, by the day they were received.</summary>
public sealed class InformationFigures(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, InformationReference reference, TimeProvider time)
{
    /// <summary>Null for somebody who may not read the register.</summary>
    public async Task<YearFigures?> OfAsync(int year, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!InformationRegister.MayRead(actor))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var (begin, until) = (agency.Calendar.MidnightAfter(new DateOnly(year - 1, 12, 31)), agency.Calendar.MidnightAfter(new DateOnly(year, 12, 31)));
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from w in db.WorkItems.AsNoTracking().VisibleTo(actor)
                          join i in db.InformationRequests on w.Id equals i.Id
                          join l in db.WorkClocks.Where(c => c.Kind == ClockKind.LegalLimit) on w.Id equals l.WorkItemId into limits
                          from legal in limits.DefaultIfEmpty()
                          where w.OpenedAt >= begin && w.OpenedAt < until && !w.IsConfidential
                          select new Row(w.Id, w.OpenedAt, w.Status, i.Decision, i.PublicEntryCode != null, i.NoticeGivenAt, i.ExtendedAt, legal == null ? null : legal.DueAt)).ToListAsync(cancellationToken);
        var tests = await (from t in db.ExclusionTests.AsNoTracking()
                           join w in db.WorkItems.VisibleTo(actor) on t.RequestId equals w.Id
                           where w.OpenedAt >= begin && w.OpenedAt < until && !w.IsConfidential
                           select new { t.RequestId, t.Grounds }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var kept = rows.Where(r => r.Status != WorkStatus.Withdrawn).ToList();
        var answered = kept.Where(r => r.NoticeAt is not null).ToList();
        var refused = kept.Where(r => r.Decision is InformationDecision.Excluded or InformationDecision.GrantedInPart).Select(r => r.Id).ToHashSet();
        int Count(InformationDecision decision) => answered.Count(r => r.Decision == decision);
        return new YearFigures
        {
            Year = year,
            Received = rows.Count,
            Granted = Count(InformationDecision.Granted),
            FromList = answered.Count(r => r.IsFromList),
            GrantedInPart = Count(InformationDecision.GrantedInPart),
            Excluded = Count(InformationDecision.Excluded),
            NotHeld = Count(InformationDecision.NotHeld),
            Withdrawn = rows.Count - kept.Count,
            Unanswered = kept.Count - answered.Count,
            AverageDays = answered.Count == 0 ? null : answered.Average(r => Days(r, agency)),
            Extended = kept.Count(r => r.ExtendedAt is not null),
            Late = kept.Count(r => r.DueAt < (r.NoticeAt ?? now)),
            Grounds =
            [
                .. reference.Grounds.Select(g => new GroundCount(g.Code, g.Text, tests.Where(t => refused.Contains(t.RequestId) && t.Grounds.Contains(g.Code)).Select(t => t.RequestId).Distinct().Count()))
                    .Where(g => g.Requests > 0),
            ],
            Objections = await ObjectionsAsync(db, actor, begin, until, agency, now, cancellationToken),
        };
    }

    private async Task<ObjectionCounts> ObjectionsAsync(DinsosDbContext db, Actor actor, DateTime begin, DateTime until, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var objections = await db.Objections.AsNoTracking().VisibleTo(actor, o => o.RequestId).Where(o => o.ReceivedAt >= begin && o.ReceivedAt < until).ToListAsync(cancellationToken);
        int Answered(ObjectionDecision decision) => objections.Count(o => o.State == ObjectionState.Answered && o.Decision == decision);
        return new ObjectionCounts
        {
            Received = objections.Count,
            Accepted = Answered(ObjectionDecision.Accepted),
            AcceptedInPart = Answered(ObjectionDecision.AcceptedInPart),
            Rejected = Answered(ObjectionDecision.Rejected),
            Withdrawn = objections.Count(o => o.State == ObjectionState.Withdrawn),
            Open = objections.Count(o => o.ClosedAt is null),
            Late = objections.Count(o => o.State != ObjectionState.Withdrawn && ClockRules.IsLate(ObjectionRules.Clock(o, reference.ObjectionTimes, agency.Calendar), now)),
        };
    }

    /// <summary>The day of receipt is day 0, as the law counts.</summary>
    private static int Days(Row row, AgencySnapshot agency)
    {
        var (first, last) = (agency.DateOf(row.ReceivedAt).AddDays(1), agency.DateOf(row.NoticeAt!.Value));
        return last < first ? 0 : agency.Calendar.CountWorkingDays(first, last);
    }

    private sealed record Row(Guid Id, DateTime ReceivedAt, WorkStatus Status, InformationDecision? Decision, bool IsFromList, DateTime? NoticeAt, DateTime? ExtendedAt, DateTime? DueAt);
}
