using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Reads one case for its page, and only as much of it as the viewer may know.</summary>
public sealed partial class CaseQueries(
    IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, CaseReference reference, CaseVault vault, TimeProvider time)
{
    private const int SightingsShown = 100;

    /// <summary>Null where there is none, or none for this viewer.</summary>
    public async Task<CaseView?> FindAsync(Guid caseId, Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await CaseFinding.FindAsync(db, caseId, viewer, agency, now, cancellationToken) is not { Sight: not CaseSight.None } found)
        {
            return null;
        }

        var (victimCase, item) = (found.Case, found.Item);
        var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
        var clock = await db.WorkClocks.AsNoTracking().FirstAsync(c => c.WorkItemId == caseId && c.Kind == ClockKind.Promise, cancellationToken);
        using var key = found.Sight == CaseSight.Content ? vault.Open(victimCase) : null;
        var openUntil = key is null ? null : await CaseFinding.OpenUntilAsync(db, caseId, viewer.UserId, now, cancellationToken);
        var isTold = found.Facts.IsMember || CaseAccess.IsHead(viewer, victimCase.UnitCode);
        return new CaseView
        {
            Id = caseId,
            Number = item.Number,
            Standard = standard,
            Step = standard.Step(item.StepId),
            Zone = agency.Zone,
            IsOpen = item.IsOpen,
            Place = Place(item, agency),
            Sight = found.Sight,
            Facts = found.Facts,
            IsLocked = victimCase.IsLocked,
            IsErased = vault.IsErased(victimCase),
            Risk = reference.Risk(victimCase.Risk),
            Attend = Attend(victimCase, agency, now),
            Promise = ClockFace.Of(agency.Calendar, clock.Read(item.PausedSince), now, "Janji"),
            Police = isTold ? Police(victimCase, agency, now) : null,
            IsPoliceTold = victimCase.PoliceToldAt is not null,
            Team = isTold || found.Sight == CaseSight.Content
                ? [.. found.Team.Select(m => new TeamLine(m.UserId, m.UserText, m.IsLead, m.AddedAt))]
                : [.. found.Team.Where(m => m.IsLead).Select(m => new TeamLine(m.UserId, m.UserText, m.IsLead, m.AddedAt))],
            MayChangeTeam = CaseAccess.MayChangeTeam(viewer, found.Facts),
            MayBreakGlass = CaseAccess.MayBreakGlass(viewer, found.Facts, now),
            Blocks = openUntil is null || key is null ? BlockAccess.Closed : CaseAccess.MayWrite(found.Facts, now) ? BlockAccess.Write : BlockAccess.Read,
            Emergencies = isTold ? await EmergenciesAsync(db, found, viewer, openUntil is null ? null : key, agency, cancellationToken) : [],
            Content = openUntil is { } until && key is not null ? await ContentAsync(db, found, standard, key, until, viewer, agency, cancellationToken) : null,
        };
    }

    /// <summary>Who can be taken into the team of a case, without those who are in it.</summary>
    public async Task<IReadOnlyList<Candidate>> CandidatesAsync(Guid caseId, Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await CaseFinding.FindAsync(db, caseId, viewer, agency, time.GetUtcNow().UtcDateTime, cancellationToken) is not { } found || !CaseAccess.MayChangeTeam(viewer, found.Facts))
        {
            return [];
        }

        var present = found.Team.Select(m => m.UserId).ToList();
        return await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && !present.Contains(u.Id) && u.Roles.Any(r => r.Role == StaffRole.SocialWorker || r.Role == StaffRole.HeadOfDivision))
            .OrderBy(u => u.FullName)
            .Select(u => new Candidate(u.Id, u.FullName + ", " + u.Position))
            .ToListAsync(cancellationToken);
    }

    private static string Place(WorkItem item, AgencySnapshot agency) => item switch
    {
        { IsOpen: false } => WorkWords.Status(item.Status),
        { HolderName: { } holder } => $"Dipegang {holder}, meja {agency.DeskName(item.DeskCode)}",
        _ => $"Antrean {agency.DeskName(item.DeskCode)}",
    };

    /// <summary>The clock until somebody attends to the victim; null until the risk was screened.</summary>
    private ClockFace? Attend(VictimCase victimCase, AgencySnapshot agency, DateTime now) =>
        reference.Risk(victimCase.Risk) is { } level
            ? ClockFace.Of(agency.Calendar, new ClockReading(CaseReference.TimeOf(level), victimCase.ReportedAt, victimCase.AttendBy, null, victimCase.AttendedAt), now, "Ditangani")
            : null;

    /// <summary>The clock of the report to the police; null where it is off.</summary>
    private static ClockFace? Police(VictimCase victimCase, AgencySnapshot agency, DateTime now) => victimCase.HasPoliceClock == true
        ? ClockFace.Of(agency.Calendar, new ClockReading(PoliceReport.Time, victimCase.ReportedAt, PoliceReport.Due(victimCase.ReportedAt), null, victimCase.PoliceToldAt), now, "Lapor polisi")
        : null;

    private static async Task<IReadOnlyList<EmergencyLine>> EmergenciesAsync(DinsosDbContext db, FoundCase found, Actor viewer, ContentKey? key, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var emergencies = await db.CaseEmergencies.AsNoTracking().Where(e => e.CaseId == found.Case.Id).OrderByDescending(e => e.Id).Take(SightingsShown).ToListAsync(cancellationToken);
        return
        [
            .. emergencies.Select(e => new EmergencyLine(
                e.Id,
                e.UserText,
                e.At,
                e.Until,
                key is null ? null : CaseVault.ReadReason(key, e),
                e.ReviewedAt is null && CaseAccess.MayReview(viewer, found.Facts, e.UserId),
                e.ReviewedAt is { } at ? $"{(e.WasJustified == true ? "Beralasan" : "Tidak beralasan")}, ditinjau {e.ReviewedByText} {IndonesianDates.ShortWithTime(at, agency.Zone)}" : null)),
        ];
    }
}
