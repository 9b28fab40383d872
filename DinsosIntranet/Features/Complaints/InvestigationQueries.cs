using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>A line of the team's log with its files.</summary>
public sealed record LogRow(Guid Id, LogKind Kind, DateOnly HappenedOn, LogText Text, string ByText, bool IsMine, IReadOnlyList<AttachmentRow> Files);

/// <summary>The written result and how far it is.</summary>
public sealed record FindingView(ComplaintFinding Finding, FindingText Text);

/// <summary>An answer on its way: its words, and its letter where it goes out as one.</summary>
public sealed record ReplyView(string Text, string WayCode, DateOnly PreparedOn, InformationLetterState? Letter);

/// <summary>What is known of an examination, for the team and for those who may read the complaint.</summary>
public sealed record InvestigationView
{
    public required Guid ComplaintId { get; init; }

    public required string Number { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<(string Label, string Text)> Told { get; init; }

    public required ClockFace Clock { get; init; }

    public required AssignmentView? Team { get; init; }

    public required IReadOnlyList<LogRow> Log { get; init; }

    public required FindingView? Finding { get; init; }

    public required ReplyView? Reply { get; init; }

    /// <summary>How often the complainant was answered after the examination.</summary>
    public required int Answers { get; init; }

    /// <summary>The first day on which silence counts as no response; null while no answer was given.</summary>
    public required DateOnly? SilentFrom { get; init; }

    public required DateOnly Today { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required bool IsMember { get; init; }

    public required bool MayWrite { get; init; }

    public required bool MaySubmit { get; init; }

    /// <summary>Whether the viewer may open the complaint's own page.</summary>
    public required bool MayOpen { get; init; }
}

/// <summary>A complaint that asks for somebody: their team works on it, or its limit is near.</summary>
public sealed record WaitingComplaint(Guid Id, string Number, string Text, string? Href, ClockFace Clock);

/// <summary>What teams, and those who follow them, read.</summary>
public sealed class InvestigationQueries(
    IDbContextFactory<DinsosDbContext> factory,
    AgencyDirectory agencies,
    StandardLibrary standards,
    AssignmentQueries assignments,
    LetterQueries letters,
    ComplaintService service,
    InvestigationVault texts,
    TimeProvider time)
{
    private const int MostWaiting = 50;

    /// <summary>The examination of a complaint; null for whoever is neither in its team nor may read it.</summary>
    public async Task<InvestigationView?> FindAsync(Guid id, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from w in db.WorkItems.AsNoTracking().VisibleTo(viewer)
                           join c in db.Complaints.AsNoTracking() on w.Id equals c.Id
                           join k in db.WorkClocks.AsNoTracking() on w.Id equals k.WorkItemId
                           where w.Id == id && k.Kind == ClockKind.Promise
                           select new { Item = w, Complaint = c, Clock = k }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var member = await ComplaintTeam.MembersOf(db, id).Where(m => m.StaffId == viewer.UserId).Select(m => new { m.IsLead }).FirstOrDefaultAsync(cancellationToken);
        var mayOpen = ComplaintAccess.MayRead(found.Item, agency.FindDesk(found.Item.DeskCode), viewer);
        if (member is null && !mayOpen)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var isUnderWay = found.Item is { IsOpen: true, IsPaused: false } && (await standards.GetAsync(found.Item.StandardVersionId, cancellationToken)).Standard.Step(found.Item.StepId).Action == ComplaintService.InvestigateAction;
        var finding = await db.ComplaintFindings.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, cancellationToken);
        var answered = await db.ComplaintAnswers.AsNoTracking().Where(a => a.ComplaintId == id && !a.IsAtOnce).OrderBy(a => a.Id).Select(a => a.At).ToListAsync(cancellationToken);
        return new InvestigationView
        {
            ComplaintId = id,
            Number = found.Item.Number,
            Description = found.Complaint.Description,
            Told = await ToldAsync(db, found.Complaint, cancellationToken),
            Clock = found.Item.Status == WorkStatus.Withdrawn ? ClockFace.Withdrawn : ClockFace.Of(agency.Calendar, found.Clock.Read(found.Item.PausedSince), now, "Batas"),
            Team = await assignments.FindAsync(id, viewer, cancellationToken),
            Log = await LogAsync(db, id, viewer, cancellationToken),
            Finding = finding is null ? null : new FindingView(finding, texts.Open(finding)),
            Reply = await ReplyAsync(db, id, agency, cancellationToken),
            Answers = answered.Count,
            SilentFrom = answered.Count == 0 ? null : service.SilentFrom(agency, answered[^1]),
            Today = agency.DateOf(now),
            Zone = agency.Zone,
            IsMember = member is not null,
            MayWrite = member is not null && isUnderWay,
            MaySubmit = member is { IsLead: true } && isUnderWay,
            MayOpen = mayOpen,
        };
    }

    /// <summary>What waits for this person's team, and limits near on the desks they serve or are above of.</summary>
    public async Task<IReadOnlyList<WaitingComplaint>> WaitingAsync(Actor viewer, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var desks = agency.Desks.Where(d => d.MembershipOf(viewer) is not null).Select(d => d.Code).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var mine = await (from m in db.AssignmentMembers.AsNoTracking()
                          join a in db.Assignments.AsNoTracking() on m.AssignmentId equals a.Id
                          join w in db.WorkItems.AsNoTracking().VisibleTo(viewer) on a.RequestId equals w.Id
                          join k in db.WorkClocks.AsNoTracking() on w.Id equals k.WorkItemId
                          where m.StaffId == viewer.UserId && a.EndedAt == null && w.ClosedAt == null && w.StandardCode == ComplaintService.Standard && k.Kind == ClockKind.Promise
                          orderby k.DueAt
                          select new { Item = w, Clock = k }).Take(MostWaiting).ToListAsync(cancellationToken);
        var near = await (from r in db.ComplaintReminders.AsNoTracking()
                          join w in db.WorkItems.AsNoTracking().VisibleTo(viewer) on r.ComplaintId equals w.Id
                          join k in db.WorkClocks.AsNoTracking() on w.Id equals k.WorkItemId
                          where w.ClosedAt == null && w.PausedSince == null && k.Kind == ClockKind.Promise && k.EndedAt == null && k.DueAt == r.DueAt
                          where (desks.Contains(w.DeskCode) && (w.HolderId == null || w.HolderId == viewer.UserId)) || (r.SuperiorDeskCode != null && desks.Contains(r.SuperiorDeskCode))
                          orderby k.DueAt, r.DaysBefore
                          select new { Item = w, Clock = k, r.DaysBefore }).Take(MostWaiting).ToListAsync(cancellationToken);
        var rows = new List<WaitingComplaint>();
        foreach (var one in near.GroupBy(n => n.Item.Id).Select(g => g.First()))
        {
            var href = ComplaintAccess.MayRead(one.Item, agency.FindDesk(one.Item.DeskCode), viewer) ? $"/permohonan/{one.Item.Id}" : null;
            rows.Add(new WaitingComplaint(one.Item.Id, one.Item.Number, $"Tinggal {one.DaysBefore} hari kerja sebelum batas, di meja {agency.DeskName(one.Item.DeskCode)}{(one.Item.HolderName is { } holder ? $", {holder}" : "")}.", href, Face(one.Clock, one.Item)));
        }

        foreach (var one in mine.Where(m => rows.TrueForAll(r => r.Id != m.Item.Id)))
        {
            if ((await standards.GetAsync(one.Item.StandardVersionId, cancellationToken)).Standard.Step(one.Item.StepId).Action == ComplaintService.InvestigateAction)
            {
                rows.Add(new WaitingComplaint(one.Item.Id, one.Item.Number, "Anda anggota timnya.", $"/pengaduan/{one.Item.Id}/tim", Face(one.Clock, one.Item)));
            }
        }

        return rows;

        ClockFace Face(WorkClock clock, WorkItem item) => ClockFace.Of(agency.Calendar, clock.Read(item.PausedSince), now, "Batas");
    }

    private static async Task<IReadOnlyList<(string Label, string Text)>> ToldAsync(DinsosDbContext db, Complaint complaint, CancellationToken cancellationToken)
    {
        var accused = await db.ComplaintAccused.AsNoTracking().Where(a => a.ComplaintId == complaint.Id).OrderBy(a => a.Id).Select(a => a.Text).ToListAsync(cancellationToken);
        (string Label, string? Text)[] lines =
        [
            ("Yang diadukan", string.Join("; ", accused.Append(complaint.OtherAccused).OfType<string>()) is { Length: > 0 } names ? names : null),
            ("Waktu kejadian", complaint.EventWhen),
            ("Tempat kejadian", complaint.EventPlace),
            ("Kerugian", complaint.Loss),
            ("Permintaan", complaint.Demand),
        ];
        return [.. lines.Where(l => l.Text is not null).Select(l => (l.Label, l.Text!))];
    }

    private async Task<IReadOnlyList<LogRow>> LogAsync(DinsosDbContext db, Guid id, Actor viewer, CancellationToken cancellationToken)
    {
        var entries = await db.ComplaintLog.AsNoTracking().Where(e => e.ComplaintId == id).OrderBy(e => e.HappenedOn).ThenBy(e => e.Id).ToListAsync(cancellationToken);
        var ids = entries.ConvertAll(e => e.Id);
        var files = (await (from a in db.Attachments.AsNoTracking()
                            join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                            where ids.Contains(a.OwnerId) && a.RemovedAt == null
                            orderby a.UploadedAt
                            select new { a.OwnerId, Row = new AttachmentRow(a.Id, a.Purpose, a.DisplayName, f.Length, f.Kind, a.UploadedAt) }).ToListAsync(cancellationToken)).ToLookup(f => f.OwnerId, f => f.Row);
        return [.. entries.Select(e => new LogRow(e.Id, e.Kind, e.HappenedOn, texts.Open(e), e.ByText, e.ById == viewer.UserId, [.. files[e.Id]]))];
    }

    private async Task<ReplyView?> ReplyAsync(DinsosDbContext db, Guid id, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var reply = await db.ComplaintReplies.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        if (reply is null)
        {
            return null;
        }

        var letter = await ComplaintService.ReplyLetterAsync(db, reply, cancellationToken);
        var signing = letter is { Status: LetterStatus.AwaitingSignature } ? await letters.ForSigningBesideAsync(letter.Id, agency, cancellationToken) : null;
        return new ReplyView(reply.Text, reply.WayCode, agency.DateOf(reply.PreparedAt), letter is null ? null : new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing));
    }
}
