using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

public sealed record Colleague(Guid Id, string Name, string Position);

/// <summary>Reads one request for the page that shows it, in one command per table.</summary>
public sealed class RequestQueries(
    IDbContextFactory<DinsosDbContext> factory,
    StandardLibrary standards,
    AgencyDirectory agencies,
    RegionCatalog regions,
    IEnumerable<IApplicationForm> forms,
    RequestReaders readers,
    ExclusionRights exclusions,
    RequestTexts texts,
    TimeProvider time)
{
    private sealed record Found(WorkItem Item, ServiceRequest Request, Person Subject, Person Applicant, string? Purpose, string? Agenda);

    /// <summary>The request as this person may see it; null where there is none, or none for them.</summary>
    public async Task<RequestView?> FindAsync(Guid id, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(viewer, id))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, id, cancellationToken) is not { } found)
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        if (readers.IsClosed(found.Item, agency, viewer))
        {
            return null;
        }

        var clocks = await db.WorkClocks.AsNoTracking().Where(c => c.WorkItemId == id).ToListAsync(cancellationToken);
        // A complete file leaves the counter in the moment it came: of stays that began together, the one left first was first.
        var stays = await db.DeskStays.AsNoTracking()
            .Where(s => s.WorkItemId == id)
            .OrderBy(s => s.EnteredAt).ThenBy(s => s.Id)
            .ToListAsync(cancellationToken);
        var history = await db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == id)
            .OrderByDescending(h => h.At).ThenByDescending(h => h.Id)
            .Select(h => new HistoryLine(h.Id, h.At, h.Title, h.Detail, h.ActorId, h.ActorText, null))
            .ToListAsync(cancellationToken);
        var dispositions = await db.Dispositions.AsNoTracking().Where(d => d.RequestId == id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var standard = (await standards.GetAsync(found.Item.StandardVersionId, cancellationToken)).Standard;
        var reading = new RequestReading(found.Item, standard, agency, clocks, stays, time.GetUtcNow().UtcDateTime);
        var isOpenToRead = readers.MayRead(found.Item, agency, viewer);
        return new RequestView
        {
            Id = id,
            Number = found.Item.Number,
            Standard = standard,
            Step = standard.Step(found.Item.StepId),
            Agency = agency,
            Place = reading.Place(),
            Rights = reading.Rights(viewer, found.Subject.IsPlaceholder || found.Applicant.IsPlaceholder) with { MayExclude = exclusions.MayExclude(found.Item.StandardCode, viewer) },
            Clock = reading.Clock(ClockKind.Promise)!,
            LegalClock = reading.Clock(ClockKind.LegalLimit),
            Promise = reading.Promise(),
            DeskTimes = reading.DeskTimes(),
            Strip = reading.Strip(found.Request.ChannelCode),
            History = WithReceipts(Readable(history, found.Item, agency, viewer), dispositions, agency),
            Dispositions = OpenDispositions(dispositions, agency),
            People = isOpenToRead ? People(found, standard) : null,
            Answers = isOpenToRead && forms.FirstOrDefault(f => f.Code == standard.ApplicationForm) is { } form ? await form.DescribeAsync(db, id, cancellationToken) : [],
            Requirements = isOpenToRead ? await RequirementsAsync(db, found.Request, standard, cancellationToken) : [],
            Papers = isOpenToRead ? await RequestPapers.ReadAsync(db, found.Item, found.Agenda, agency, cancellationToken) : [],
            OutdatedPapers = isOpenToRead ? await RequestPapers.OutdatedAsync(db, found.Request, cancellationToken) : [],
        };
    }

    /// <summary>Who else works at this desk now, to hand a request to.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(string deskCode, Actor viewer, CancellationToken cancellationToken = default)
    {
        var desk = (await agencies.GetAsync(cancellationToken)).Desk(deskCode);
        var roles = desk.Members.Select(m => m.Role).Distinct().ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var staff = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && u.Id != viewer.UserId && u.Roles.Any(r => roles.Contains(r.Role)))
            .Select(u => new { u.Id, u.FullName, u.Position, Roles = u.Roles.Select(r => new RoleInUnit(r.Role, r.UnitCode, null)).ToList() })
            .ToListAsync(cancellationToken);
        return
        [
            .. staff
                .Where(u => desk.MembershipOf(new Actor(u.Id, u.FullName, u.Position, u.Roles)) is not null)
                .Select(u => new Colleague(u.Id, u.FullName, u.Position))
                .OrderBy(c => c.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }

    private static Task<Found?> FindAsync(DinsosDbContext db, Guid id, CancellationToken cancellationToken) =>
        (from w in db.WorkItems.AsNoTracking()
         join r in db.ServiceRequests on w.Id equals r.Id
         join s in db.Persons on r.SubjectId equals s.Id
         join a in db.Persons on r.ApplicantId equals a.Id
         join p in db.CertificatePurposes on r.PurposeCode equals p.Code into purposes
         from p in purposes.DefaultIfEmpty()
         join g in db.AgendaEntries on r.Id equals g.RequestId into agenda
         from g in agenda.DefaultIfEmpty()
         where w.Id == id
         select new Found(w, r, s, a, p == null ? null : p.Name, g == null ? null : g.Number + "/" + g.Year))
        .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Notes on a rahasia request are for whoever wrote them and for those who work on it now.</summary>
    private List<HistoryLine> Readable(List<HistoryLine> history, WorkItem item, AgencySnapshot agency, Actor viewer)
    {
        var desk = agency.Desk(item.DeskCode);
        return history.ConvertAll(h => h with { Detail = texts.Detail(h.Id, h.Detail, ConfidentialNotes.MayRead(item, desk, viewer, h.ActorId)) });
    }

    /// <summary>Says beside a disposition when the person it names has read it.</summary>
    private IReadOnlyList<HistoryLine> WithReceipts(List<HistoryLine> history, List<Disposition> dispositions, AgencySnapshot agency)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return
        [
            .. history.Select(h => dispositions.Find(d => d.ReadAt is not null && d.At == h.At && h.Title.EndsWith(d.ToText, StringComparison.Ordinal)) is { } given
                ? h with { Receipt = $"dibaca {DispositionRules.RecipientName(given)} {DeskLists.Moment(given.ReadAt!.Value, agency, now)}" }
                : h),
        ];
    }

    /// <summary>The dispositions not done yet whose day is near or past, or of which somebody was reminded.</summary>
    private IReadOnlyList<OpenDisposition> OpenDispositions(List<Disposition> dispositions, AgencySnapshot agency)
    {
        var days = DueDays.At(agency.Calendar, time.GetUtcNow().UtcDateTime);
        return [.. dispositions.Select(d => new OpenDisposition(d.Id, d.ToText, DispositionSigns.Of(d, agency, days))).Where(d => !d.Signs.IsEmpty)];
    }

    private RequestPeople People(Found found, ServiceStandard standard) => new(
        Shown(found.Subject),
        Shown(found.Applicant),
        found.Request.SubjectId == found.Request.ApplicantId ? null : found.Request.Relation,
        standard.Channel(found.Request.ChannelCode).Name,
        found.Purpose,
        found.Request.Note,
        found.Agenda);

    private RequestPerson Shown(Person person) => new(
        person.Id,
        person.Name,
        person.Nik is null ? null : Masking.Nik(person.Nik),
        person.NoNikReason,
        string.Join(", ", new[] { person.Address, Place(person) }.Where(t => !string.IsNullOrWhiteSpace(t))),
        person.Phone is null ? null : Masking.Phone(person.Phone),
        person.IsPlaceholder);

    private string? Place(Person person) =>
        (person.VillageCode ?? person.DistrictCode) is { Length: > 0 } code ? regions.Describe(code) : null;

    private static async Task<IReadOnlyList<RequirementLine>> RequirementsAsync(DinsosDbContext db, ServiceRequest request, ServiceStandard standard, CancellationToken cancellationToken)
    {
        var lines = await db.RequestRequirements.AsNoTracking().Where(q => q.RequestId == request.Id).ToListAsync(cancellationToken);
        var files = await (from a in db.Attachments.AsNoTracking()
                           join f in db.StoredFiles on a.FileId equals f.Id
                           where a.OwnerId == request.Id && a.RemovedAt == null
                           orderby a.UploadedAt
                           select new { a.Id, a.Purpose, a.DisplayName, f.Length }).ToListAsync(cancellationToken);
        var byPurpose = files.ToLookup(f => f.Purpose, f => new AttachmentLine(f.Id, f.DisplayName, FileSizes.Text(f.Length)));
        return
        [
            .. standard.RequirementsOf(request.ChannelCode).Select(asked =>
            {
                var line = lines.Find(l => l.Code == asked.Code);
                return new RequirementLine(asked.Code, asked.Text, asked.Mandatory, line?.IsPresent == true, line?.Note, [.. byPurpose[asked.Code]]);
            }),
        ];
    }
}
