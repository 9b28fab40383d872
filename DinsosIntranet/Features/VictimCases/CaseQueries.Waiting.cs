using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>What a case asks of somebody.</summary>
public enum WaitingCaseKind
{
    /// <summary>An assessment submitted to its supervisor.</summary>
    Assessment,
    /// <summary>A closing proposed to its supervisor.</summary>
    Closing,
    /// <summary>An opening in an emergency nobody has looked into.</summary>
    Emergency,
    /// <summary>An assessment the supervisor wants revised.</summary>
    AssessmentRevision,
    /// <summary>A closing the supervisor wants revised.</summary>
    ClosingRevision,
}

/// <summary>A case that waits for the viewer: its code, what for, and until when. Never what it is about.</summary>
public sealed record WaitingCase(Guid CaseId, string Number, string Text, ClockFace? Clock = null);

public sealed partial class CaseQueries
{
    /// <summary>How many days ahead something due is worth a line on "Meja saya".</summary>
    private const int DaysNear = 3;

    private const int MostWaiting = 20;

    /// <summary>How many decisions, reviews and revisions wait for the viewer, for the menu.</summary>
    public async Task<int> CountWaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!WorksOnCases(viewer))
        {
            return 0;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Waiting(db, viewer).CountAsync(cancellationToken);
    }

    /// <summary>The oldest of what waits for the viewer.</summary>
    public async Task<IReadOnlyList<WaitingCase>> WaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!WorksOnCases(viewer))
        {
            return [];
        }

        var zone = (await agencies.GetAsync(cancellationToken)).Zone;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from r in Waiting(db, viewer)
                          join w in db.WorkItems.AsNoTracking() on r.CaseId equals w.Id
                          orderby r.Since
                          select new { r.CaseId, w.Number, r.Kind, r.Since }).Take(MostWaiting).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new WaitingCase(r.CaseId, r.Number, $"{Words(r.Kind)}, sejak {IndonesianDates.ShortWithTime(r.Since, zone)}."))];
    }

    /// <summary>
    /// For "Meja saya": victims nobody has met yet first, then what waits for the viewer, then what is late or due within three
    /// days in the cases they work on.
    /// </summary>
    public async Task<IReadOnlyList<WaitingCase>> WaitingAndDueAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!WorksOnCases(viewer))
        {
            return [];
        }

        var due = await DeadlinesAsync(viewer, cancellationToken);
        return
        [
            .. await UnattendedAsync(viewer, cancellationToken),
            .. await WaitingAsync(viewer, cancellationToken),
            .. due.Where(d => d.DaysLeft <= DaysNear).Select(d => new WaitingCase(d.CaseId, d.Number, $"{d.What}, {IndonesianDates.Short(d.DueOn)}.", d.Clock)),
        ];
    }

    /// <summary>The risk sets this clock, not the published time: of the viewer's team or desk while it runs, of those they head once it has run out.</summary>
    private async Task<IReadOnlyList<WaitingCase>> UnattendedAsync(Actor viewer, CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var (own, isHead, units) = (viewer.UserId, viewer.Has(StaffRole.HeadOfAgency), Units(viewer));
        var desks = agency.Desks.Where(d => d.MembershipOf(viewer) is not null).Select(d => d.Code).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var rows = await (from c in Visible(db, viewer)
                          join w in db.WorkItems.AsNoTracking() on c.Id equals w.Id
                          where w.ClosedAt == null && c.AttendedAt == null && c.AttendBy != null
                          where (desks.Contains(w.DeskCode) && (w.HolderId == null || w.HolderId == own))
                              || db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null)
                              || (c.AttendBy < now && (isHead || units.Contains(c.UnitCode)))
                          orderby c.AttendBy
                          select new { Case = c, w.Number }).Take(MostWaiting).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new WaitingCase(
                r.Case.Id,
                r.Number,
                reference.Risk(r.Case.Risk) is { } risk ? $"Korban belum ditemui, risiko {risk.Name.ToLowerInvariant()}." : "Korban belum ditemui.",
                Attend(r.Case, agency, now))),
        ];
    }

    private static bool WorksOnCases(Actor viewer) => viewer.HasAny(StaffRole.SocialWorker, StaffRole.HeadOfDivision, StaffRole.HeadOfAgency);

    private static string Words(WaitingCaseKind kind) => kind switch
    {
        WaitingCaseKind.Assessment => "Asesmen menunggu putusan Anda",
        WaitingCaseKind.Closing => "Penutupan menunggu putusan Anda",
        WaitingCaseKind.Emergency => "Buka darurat belum ditinjau",
        WaitingCaseKind.AssessmentRevision => "Asesmen diminta diperbaiki",
        WaitingCaseKind.ClosingRevision => "Penutupan diminta diperbaiki",
        _ => throw new InvalidOperationException($"Unknown kind {kind}."),
    };

    /// <summary>Decided by the same people as <see cref="CaseAccess.MaySupervise"/> and <see cref="CaseAccess.MayReview"/> say; revisions are the team's.</summary>
    private static IQueryable<WaitingRow> Waiting(DinsosDbContext db, Actor viewer)
    {
        var (own, isHead, units) = (viewer.UserId, viewer.Has(StaffRole.HeadOfAgency), Units(viewer));
        var open = Visible(db, viewer).Where(c => db.WorkItems.Any(w => w.Id == c.Id && w.ClosedAt == null));
        var headed = open.Where(c => isHead || units.Contains(c.UnitCode));

        // An emergency is looked into after the case has ended too.
        var reviewed = Visible(db, viewer).Where(c => isHead || units.Contains(c.UnitCode) || db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.IsLead && m.RemovedAt == null));
        var team = open.Where(c => db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == own && m.RemovedAt == null));
        var assessments = db.AssessmentReviews.AsNoTracking();
        var closures = db.CaseClosures.AsNoTracking();
        return (from r in assessments.Where(r => r.State == ReviewState.Waiting && r.SubmittedById != own)
                join c in headed on r.CaseId equals c.Id
                select new WaitingRow { CaseId = c.Id, Kind = WaitingCaseKind.Assessment, Since = r.SubmittedAt })
            .Concat(from r in closures.Where(r => r.State == ReviewState.Waiting && r.ProposedById != own)
                    join c in headed on r.CaseId equals c.Id
                    select new WaitingRow { CaseId = c.Id, Kind = WaitingCaseKind.Closing, Since = r.ProposedAt })
            .Concat(from e in db.CaseEmergencies.AsNoTracking().Where(e => e.ReviewedAt == null && e.UserId != own)
                    join c in reviewed on e.CaseId equals c.Id
                    select new WaitingRow { CaseId = c.Id, Kind = WaitingCaseKind.Emergency, Since = e.At })
            .Concat(from r in assessments.Where(r => r.State == ReviewState.Revision && !assessments.Any(later => later.CaseId == r.CaseId && later.Round > r.Round))
                    join c in team on r.CaseId equals c.Id
                    select new WaitingRow { CaseId = c.Id, Kind = WaitingCaseKind.AssessmentRevision, Since = r.DecidedAt!.Value })
            .Concat(from r in closures.Where(r => r.State == ReviewState.Revision && !closures.Any(later => later.CaseId == r.CaseId && later.Round > r.Round))
                    join c in team on r.CaseId equals c.Id
                    select new WaitingRow { CaseId = c.Id, Kind = WaitingCaseKind.ClosingRevision, Since = r.DecidedAt!.Value });
    }

    private sealed class WaitingRow
    {
        public required Guid CaseId { get; init; }

        public required WaitingCaseKind Kind { get; init; }

        public required DateTime Since { get; init; }
    }
}
