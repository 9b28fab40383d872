using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Reads "Meja saya". Open work of the person's desks is read without names, ordered and counted in memory (a clock's state
/// follows from the calendar, which the database does not know), and names are fetched for the rows shown only.
/// </summary>
public sealed class DeskQueries(IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, RequestTexts texts, TimeProvider time)
{
    public const int PageSize = 25;

    private const int NextCandidates = 5;

    private sealed record OpenWork(WorkItem Item, WorkClock Clock, WorkClock? LegalClock, DateTime EnteredAt, int PausedMinutes);

    private sealed record Waiting(OpenWork Work, ClockFace Face, ClockFace? LegalFace, bool IsMine)
    {
        public WorkItem Item => Work.Item;

        public ClockState Urgency => DeskOrder.MoreUrgent(Face.State, LegalFace?.State);
    }

    public async Task<MyDesk> MyDeskAsync(Actor actor, DeskView view, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var waiting = (await OpenWorkAsync(db, actor, desks, cancellationToken))
            .Select(w => new Waiting(
                w,
                ClockFace.Of(agency.Calendar, w.Clock.Read(w.Item.PausedSince), now),
                w.LegalClock is { EndedAt: null } legal ? ClockFace.Of(agency.Calendar, legal.Read(null), now, ClockFace.Legal) : null,
                w.Item.IsHeldBy(actor)))
            .MostUrgentFirst(w => w.Urgency, w => w.Item.OpenedAt, w => w.Item.Number)
            .ToList();
        var shown = waiting.Where(w => view.Filter.Admits(w.Urgency)).ToList();
        var tables = desks
            .Select(d => new Slice(d.Code, d.Name, [.. shown.Where(w => !w.IsMine && w.Item.DeskCode == d.Code)]))
            .Prepend(new Slice(DeskTable.MineCode, "Sedang saya pegang", [.. shown.Where(w => w.IsMine)]))
            .Select(s => s.Cut(view))
            .ToList();
        var people = await PeopleAsync(db, tables.SelectMany(t => t.Rows), cancellationToken);
        var lists = new DeskLists(db, agency, texts, now);
        var signs = await lists.SignsAsync([.. tables.SelectMany(t => t.Rows).Select(w => (w.Item.Id, w.Item.DeskCode))], cancellationToken);
        var rows = new List<DeskTable>(tables.Count);
        foreach (var table in tables)
        {
            rows.Add(new DeskTable(table.Code, table.Name, table.Total, table.Page, await RowsAsync(table.Rows, people, signs, agency, now, cancellationToken)));
        }

        return new MyDesk
        {
            DateText = IndonesianDates.LongWithTime(now, agency.Zone),
            Unit = UnitText(actor, agency),
            DoneToday = await DoneTodayAsync(db, actor, desks, agency, now, cancellationToken),
            Counts = DeskCounts.Of(waiting.Select(w => w.Urgency)),
            Mine = rows[0],
            Queues = rows[1..],
            Dispositions = await lists.DispositionsAsync(actor, cancellationToken),
            UnsignedLetters = LetterService.MayUploadScan(actor) ? await lists.UnsignedAsync(actor, cancellationToken) : null,
            Next = [.. waiting.Where(w => !w.Item.IsPaused && w.Item.Status == WorkStatus.Running).Take(NextCandidates).Select(w => new NextWork(w.Item.Id, w.IsMine))],
        };
    }

    private static async Task<IReadOnlyList<OpenWork>> OpenWorkAsync(DinsosDbContext db, Actor actor, List<Desk> desks, CancellationToken cancellationToken)
    {
        var codes = desks.ConvertAll(d => d.Code);
        return await (from w in db.WorkItems.AsNoTracking().VisibleTo(actor)
                      join c in db.WorkClocks on new { w.Id, Kind = ClockKind.Promise } equals new { Id = c.WorkItemId, c.Kind }
                      join s in db.DeskStays on w.Id equals s.WorkItemId
                      join l in db.WorkClocks on new { w.Id, Kind = ClockKind.LegalLimit } equals new { Id = l.WorkItemId, l.Kind } into limits
                      from legal in limits.DefaultIfEmpty()
                      where w.ClosedAt == null && s.LeftAt == null
                          && (w.HolderId == actor.UserId || (w.HolderId == null && codes.Contains(w.DeskCode)))
                      select new OpenWork(w, c, legal, s.EnteredAt, s.PausedMinutes)).ToListAsync(cancellationToken);
    }

    private static async Task<Dictionary<Guid, DeskRowPerson>> PeopleAsync(DinsosDbContext db, IEnumerable<Waiting> rows, CancellationToken cancellationToken)
    {
        // Names of confidential requests are not even read.
        var ids = rows.Where(w => !w.Item.IsConfidential).Select(w => w.Item.Id).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var people = await (from r in db.ServiceRequests.AsNoTracking()
                            join p in db.Persons on r.SubjectId equals p.Id
                            where ids.Contains(r.Id)
                            select new { r.Id, p.Name, p.Nik }).ToListAsync(cancellationToken);
        return people.ToDictionary(p => p.Id, p => new DeskRowPerson(p.Name, p.Nik is null ? null : Masking.Nik(p.Nik)));
    }

    private async Task<IReadOnlyList<DeskRow>> RowsAsync(IReadOnlyList<Waiting> waiting, Dictionary<Guid, DeskRowPerson> people, Dictionary<Guid, DispositionSigns> signs, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        var rows = new List<DeskRow>(waiting.Count);
        foreach (var (work, face, legal, isMine) in waiting)
        {
            var item = work.Item;
            var standard = (await standards.GetAsync(item.StandardVersionId, cancellationToken)).Standard;
            var step = standard.Step(item.StepId);
            rows.Add(new DeskRow(
                item.Id,
                item.Number,
                standard.ShortTitle,
                face,
                legal is null ? null : new LegalClockFace(standard.LegalLimit!.Name, legal),
                people.GetValueOrDefault(item.Id),
                step.ShortTitle,
                StepNote(item, isMine, agency, now),
                WorkWords.Minutes(RequestReading.NetMinutes(agency.Calendar, work.EnteredAt, work.PausedMinutes, item.PausedSince, now)),
                WorkWords.NextAct(item.Status, item.IsPaused, step),
                signs.GetValueOrDefault(item.Id, DispositionSigns.None),
                isMine,
                item.IsPaused,
                item.Status == WorkStatus.Running && !item.IsPaused));
        }

        return rows;
    }

    private static string? StepNote(WorkItem item, bool isMine, AgencySnapshot agency, DateTime now)
    {
        if (item.IsPaused)
        {
            return "jeda: " + item.PauseReason;
        }

        if (item.Status == WorkStatus.WaitingForDocuments)
        {
            return "menunggu berkas";
        }

        return isMine ? "diambil " + DeskLists.Moment(item.HeldSince!.Value, agency, now) : null;
    }

    private static async Task<int> DoneTodayAsync(DinsosDbContext db, Actor actor, List<Desk> desks, AgencySnapshot agency, DateTime now, CancellationToken cancellationToken)
    {
        if (desks.Count == 0)
        {
            return 0;
        }

        var codes = desks.ConvertAll(d => d.Code);
        var midnight = agency.Calendar.MidnightAfter(agency.DateOf(now).AddDays(-1));
        return await db.WorkItems.VisibleTo(actor).CountAsync(
            w => w.ClosedAt >= midnight && db.DeskStays.Any(s => s.WorkItemId == w.Id && codes.Contains(s.DeskCode)),
            cancellationToken);
    }

    private static string UnitText(Actor actor, AgencySnapshot agency)
    {
        var code = actor.Roles.FirstOrDefault(r => r is { UnitCode: not null, ActingTitle: null })?.UnitCode;
        return agency.Units.FirstOrDefault(u => u.Code == code) is not { } unit ? actor.Position
            : unit.Name.StartsWith("Bidang ", StringComparison.Ordinal) ? "Bidang " + unit.ShortName
            : unit.Name;
    }

    /// <summary>All rows of one table, before the page to show is cut out.</summary>
    private sealed record Slice(string Code, string Name, IReadOnlyList<Waiting> All)
    {
        public (string Code, string Name, int Total, int Page, IReadOnlyList<Waiting> Rows) Cut(DeskView view)
        {
            // Work that goes away may leave an address beyond the last page.
            var last = Math.Max(1, (All.Count + PageSize - 1) / PageSize);
            var page = view.PagedTable == Code ? Math.Clamp(view.Page, 1, last) : 1;
            return (Code, Name, All.Count, page, [.. All.Skip((page - 1) * PageSize).Take(PageSize)]);
        }
    }
}
