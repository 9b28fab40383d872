using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>One page of a list, and how long the whole list is.</summary>
public sealed record DispositionList<T>(IReadOnlyList<T> Rows, int Total);

/// <summary>
/// How much waits for somebody behind each part of the page; <paramref name="Received"/> were given to them and are unread or
/// pressing, <paramref name="Late"/> were given by them, are past their day and not done.
/// </summary>
public sealed record DispositionCounts(int Waiting, int Received, int ToReview, int Late = 0, bool HasSent = false);

/// <summary>What officials see of dispositions: what waits for them, what was given to them, what went out in their name.</summary>
public sealed partial class DispositionQueries(
    IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, RegionCatalog regions, RequestTexts requestTexts, TimeProvider time)
{
    public const int PageSize = 25;

    private static readonly HashSet<string> Actions = [StepActions.Forward, StepActions.Dispose, StepActions.Assign];

    public ValueTask<AgencySnapshot> AgencyAsync(CancellationToken cancellationToken = default) => agencies.GetAsync(cancellationToken);

    /// <summary>
    /// What waits at the actor's desks to be forwarded, disposed or assigned: the earliest due first, paused last.
    /// <paramref name="text"/> narrows it as in the register of requests.
    /// </summary>
    public async Task<DispositionList<DispositionCase>> InboxAsync(Actor actor, int page, string? text = null, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await WaitingAsync(db, agency, actor, cancellationToken) is not { } waiting)
        {
            return new DispositionList<DispositionCase>([], 0);
        }

        waiting = waiting.Matching(db, text);
        var total = await waiting.CountAsync(cancellationToken);
        var cases = await ReadAsync(db, waiting, agency, actor, (page - 1) * PageSize, cancellationToken);
        return new DispositionList<DispositionCase>(cases, total);
    }

    /// <summary>Whether any standard has a step that this person forwards, disposes or assigns.</summary>
    public async Task<bool> ServesAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var active = await standards.ActiveOnAsync(agency.DateOf(time.GetUtcNow().UtcDateTime), cancellationToken);
        return active.SelectMany(s => s.Standard.Steps).Any(s => Actions.Contains(s.Action) && agency.FindDesk(s.Desk)?.MembershipOf(actor) is not null);
    }

    /// <summary>One request as the panel of its step shows it; null when there is none.</summary>
    public async Task<DispositionCase?> FindAsync(Guid requestId, Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await ReadAsync(db, db.WorkItems.AsNoTracking().VisibleTo(actor).Where(w => w.Id == requestId), agency, actor, 0, cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<DispositionCounts> CountAsync(Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var days = DueDays.At(agency.Calendar, time.GetUtcNow().UtcDateTime);
        var waiting = await WaitingAsync(db, agency, actor, cancellationToken);
        return new DispositionCounts(
            (waiting is null ? 0 : await waiting.CountAsync(cancellationToken)) + await LettersAsync(db, agency, actor, cancellationToken),
            await db.Dispositions.Received(actor, AgendaAccess.DesksOf(agency, actor)).Pressing(days).CountAsync(cancellationToken),
            await ToReview(db, actor).CountAsync(cancellationToken),
            await Sent(db, agency, actor, SentFilter.Late, days).CountAsync(cancellationToken),
            await Sent(db, agency, actor, SentFilter.All, days).AnyAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<InstructionChoice>> InstructionsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.DispositionInstructions.AsNoTracking().Where(i => i.RetiredAt == null).OrderBy(i => i.SortOrder).Select(i => new InstructionChoice(i.Code, i.Text)).ToListAsync(cancellationToken);
    }

    /// <summary>Who works at a desk today, stand-ins included, with how many open requests each holds; whoever holds least first.</summary>
    public async Task<IReadOnlyList<DeskPerson>> PeopleAsync(string deskCode, Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (agency.FindDesk(deskCode) is not { } desk)
        {
            return [];
        }

        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var roles = desk.Members.Select(m => m.Role).Distinct().ToArray();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var own = await db.RoleAssignments.AsNoTracking()
            .Where(r => roles.Contains(r.Role))
            .Select(r => new { r.UserId, r.Role, r.UnitCode })
            .ToListAsync(cancellationToken);
        var standIns = await (from s in db.StandIns.AsNoTracking()
                              join o in db.Officials.AsNoTracking() on s.OfficialId equals o.Id
                              where s.RevokedAt == null && s.From <= today && s.Until >= today && roles.Contains(o.Role)
                              select new { UserId = s.ActingUserId, o.Role, o.UnitCode }).ToListAsync(cancellationToken);
        var ids = own.Concat(standIns)
            .Where(r => desk.Members.Any(m => m.Role == r.Role && (m.UnitCode is null || m.UnitCode == r.UnitCode)))
            .Select(r => r.UserId)
            .Distinct()
            .ToArray();
        var held = db.WorkItems.VisibleTo(viewer);
        var people = await db.Users.AsNoTracking()
            .Where(u => ids.Contains(u.Id) && u.DisabledAt == null)
            .Select(u => new DeskPerson(u.Id, u.FullName, held.Count(w => w.HolderId == u.Id && w.ClosedAt == null)))
            .ToListAsync(cancellationToken);
        return [.. people.OrderBy(p => p.Holds).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>The open requests at the actor's desks whose step is one of ours; null where there cannot be any.</summary>
    private async Task<IQueryable<WorkItem>?> WaitingAsync(DinsosDbContext db, AgencySnapshot agency, Actor actor, CancellationToken cancellationToken)
    {
        var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code).ToArray();
        var open = db.WorkItems.AsNoTracking().VisibleTo(actor)
            .Where(w => w.ClosedAt == null && desks.Contains(w.DeskCode) && (w.HolderId == null || w.HolderId == actor.UserId));
        var places = await open.Select(w => new { w.StandardVersionId, w.StepId }).Distinct().ToListAsync(cancellationToken);
        IQueryable<WorkItem>? waiting = null;
        foreach (var version in places.GroupBy(p => p.StandardVersionId, p => p.StepId))
        {
            var standard = (await standards.GetAsync(version.Key, cancellationToken)).Standard;
            var steps = version.Where(s => Actions.Contains(standard.Step(s).Action)).ToArray();
            if (steps.Length > 0)
            {
                var part = open.Where(w => w.StandardVersionId == version.Key && steps.Contains(w.StepId));
                waiting = waiting is null ? part : waiting.Concat(part);
            }
        }

        return waiting;
    }

    private async Task<IReadOnlyList<DispositionCase>> ReadAsync(
        DinsosDbContext db, IQueryable<WorkItem> items, AgencySnapshot agency, Actor actor, int skip, CancellationToken cancellationToken)
    {
        var rows = await (from w in items
                          join c in db.WorkClocks.AsNoTracking().Where(c => c.Kind == ClockKind.Promise) on w.Id equals c.WorkItemId
                          join r in db.ServiceRequests.AsNoTracking() on w.Id equals r.Id
                          join p in db.Persons.AsNoTracking() on r.SubjectId equals p.Id
                          join a in db.AgendaEntries.AsNoTracking() on w.Id equals a.RequestId into entries
                          from agenda in entries.DefaultIfEmpty()
                          orderby w.PausedSince != null, c.DueAt == null, c.DueAt, w.EnteredDeskAt, w.Id
                          select new
                          {
                              Item = w,
                              Person = w.IsConfidential ? null : p.Name,
                              DistrictCode = w.IsConfidential ? null : p.DistrictCode,
                              Risk = w.IsConfidential ? db.VictimCases.Where(c => c.Id == w.Id).Select(c => c.Risk).FirstOrDefault() : null,
                              Purpose = w.IsConfidential ? null : db.CertificatePurposes.Where(x => x.Code == r.PurposeCode).Select(x => x.Name).FirstOrDefault(),
                              Agenda = agenda,
                          }).Skip(skip).Take(PageSize).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Item.Id).ToArray();
        var clocks = (await db.WorkClocks.AsNoTracking().Where(c => ids.Contains(c.WorkItemId)).ToListAsync(cancellationToken)).ToLookup(c => c.WorkItemId);
        var earlier = (await db.Dispositions.AsNoTracking().Where(d => d.RequestId != null && ids.Contains(d.RequestId.Value) && d.RecalledAt == null).ToListAsync(cancellationToken)).ToLookup(d => d.RequestId!.Value);
        var now = time.GetUtcNow().UtcDateTime;
        var cases = new List<DispositionCase>(rows.Count);
        foreach (var row in rows)
        {
            var standard = (await standards.GetAsync(row.Item.StandardVersionId, cancellationToken)).Standard;
            var promise = clocks[row.Item.Id].First(c => c.Kind == ClockKind.Promise);
            cases.Add(new DispositionCase
            {
                RequestId = row.Item.Id,
                Number = row.Item.Number,
                Standard = standard,
                Step = standard.Step(row.Item.StepId),
                DeskCode = row.Item.DeskCode,
                IsConfidential = row.Item.IsConfidential,
                Person = row.Person,
                Risk = row.Risk,
                District = row.DistrictCode is { } code ? regions.District(code)?.Name : null,
                Purpose = row.Purpose,
                Agenda = row.Agenda is { } agenda ? new AgendaLine(agenda.Number, agenda.Label, agenda.At, agenda.Urgency) : null,
                EnteredDeskAt = row.Item.EnteredDeskAt,
                DueAt = promise.DueAt,
                Clocks =
                [
                    .. clocks[row.Item.Id].OrderBy(c => c.Kind).Select(c => CaseClock.Of(
                        c, row.Item.PausedSince, c.Kind == ClockKind.Promise ? null : "Batas hukum", agency, now)),
                ],
                Earlier = earlier[row.Item.Id].MaxBy(d => d.At) is { } last
                    ? new EarlierDisposition(last.FromText, last.ToText, last.Instructions, requestTexts.Note(last), last.DueOn, last.At)
                    : null,
                ActingTitle = agency.FindDesk(row.Item.DeskCode)?.MembershipOf(actor)?.ActingTitle,
                WhyNot = row.Item.IsPaused ? "Jam permohonan ini sedang dijeda. Lanjutkan jam dulu di halaman permohonannya." : null,
            });
        }

        return cases;
    }

    /// <summary>Incoming letters that wait for the head, or for who stands in.</summary>
    private static async Task<int> LettersAsync(DinsosDbContext db, AgencySnapshot agency, Actor actor, CancellationToken cancellationToken) =>
        AgendaAccess.HeadMembership(agency, actor) is null ? 0 : await db.AgendaEntries.Undisposed(db).CountAsync(cancellationToken);

    private static IQueryable<Disposition> ToReview(DinsosDbContext db, Actor actor) =>
        from d in db.Dispositions.AsNoTracking().VisibleTo(actor)
        join s in db.StandingDispositions.AsNoTracking() on d.StandingDispositionId equals s.Id
        where s.FromUserId == actor.UserId && d.ReviewedAt == null
        select d;
}
