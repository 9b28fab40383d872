using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Which of the dispositions one has given are shown.</summary>
public enum SentFilter
{
    All,
    /// <summary>Not read by the person, or not taken by anybody of the desk.</summary>
    Unread,
    /// <summary>Their day is near and they are not done.</summary>
    Near,
    /// <summary>Past their day and not done.</summary>
    Late,
}

/// <summary>A disposition somebody gave, or that was given from a position they serve now.</summary>
/// <param name="By">Who gave it, where that was not the viewer.</param>
/// <param name="Receipt">"dibaca Asep Mulyadi pukul 09.42", "diambil …" where it went to a desk, or that nobody has yet.</param>
/// <param name="Ended">"selesai …" or "ditarik …"; null while it is open.</param>
/// <param name="MayRemind">Not done, not taken back, and the viewer gave it or serves that position.</param>
/// <param name="WhyNoRecall">Why it can no longer be taken back; null where it can.</param>
public sealed record SentDisposition(
    Guid Id, DispositionSubject Subject, string? By, string ToText, string Content, DateTime At, DateOnly? DueOn,
    string Receipt, string? Ended, string? DoneNote, DispositionSigns Signs, bool IsPaused, bool MayRemind, string? WhyNoRecall);

public sealed partial class DispositionQueries
{
    /// <summary>What the viewer has given, the newest first; for a stand-in also what the absent official gave from the same desk.</summary>
    public async Task<DispositionList<SentDisposition>> SentAsync(Actor actor, SentFilter filter, int page, string? text = null, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var days = DueDays.At(agency.Calendar, now);
        var sent = Sent(db, agency, actor, filter, days).About(db, text, actor);

        // The page is cut out before anything is joined to it: all that were ever given are sorted, but bare.
        var onPage = sent.OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Skip((page - 1) * PageSize).Take(PageSize);
        var rows = await (from d in onPage
                          join w in db.WorkItems.AsNoTracking() on d.RequestId equals (Guid?)w.Id into items
                          from w in items.DefaultIfEmpty()
                          join a in db.AgendaEntries.AsNoTracking() on d.AgendaId equals (Guid?)a.Id into entries
                          from a in entries.DefaultIfEmpty()
                          orderby d.At descending, d.Id descending
                          select new { Disposition = d, Item = w, Entry = a }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => (Guid?)r.Disposition.Id);
        var passed = (await db.Dispositions.AsNoTracking()
            .Where(c => ids.Contains(c.ParentId) && (c.AgendaId == null || c.RecalledAt == null))
            .OrderBy(c => c.At)
            .Select(c => new { c.ParentId, c.FromText, c.At, c.ToText })
            .ToListAsync(cancellationToken)).ToLookup(c => c.ParentId, c => new LaterAct(c.FromText, c.At, "diteruskan ke " + c.ToText));
        var texts = await InstructionsAsync(cancellationToken);
        string Moment(DateTime utc) => DeskLists.Moment(utc, agency, now);
        var list = new List<SentDisposition>(rows.Count);
        foreach (var row in rows)
        {
            var (d, item) = (row.Disposition, row.Item);
            var later = passed[d.Id].FirstOrDefault();
            var place = item is null
                ? new DispositionPlace(row.Entry!.ClosedAt is null, false, null, null, null, later)
                : new DispositionPlace(item.IsOpen && item.EnteredDeskAt == d.At, item.IsPaused, item.HolderId, item.HolderName, item.HeldSince, later);
            var isReadable = d.FromUserId == actor.UserId || row.Entry?.Letter is not { IsSecret: true } || AgendaAccess.ReadsEverything(agency, actor);
            var mayRecall = d.FromDeskCode is { } code && agency.FindDesk(code)?.MembershipOf(actor) is not null;
            list.Add(new SentDisposition(
                d.Id,
                await SubjectAsync(item, row.Entry, isReadable, cancellationToken),
                d.FromUserId == actor.UserId ? null : d.FromText,
                d.ToText,
                Content(texts, d.Instructions, requestTexts.Note(d, d.FromUserId == actor.UserId)),
                d.At,
                d.DueOn,
                Receipt(d, place, Moment),
                d switch
                {
                    { RecalledAt: { } recalled } => "ditarik " + Moment(recalled),
                    { DoneAt: { } done } => "selesai " + Moment(done),
                    _ => null,
                },
                requestTexts.DoneNote(d, isReadable),
                DispositionSigns.Of(d, agency, days),
                item?.IsPaused == true,
                d is { DoneAt: null, RecalledAt: null },
                mayRecall ? DispositionRules.CanRecall(d, place, Moment)?.Message : "Hanya pemberi disposisi yang dapat menarik."));
        }

        return new DispositionList<SentDisposition>(list, await sent.CountAsync(cancellationToken));
    }

    private static string Receipt(Disposition d, DispositionPlace place, Func<DateTime, string> moment) => d switch
    {
        { ReadAt: { } read } => $"dibaca {DispositionRules.RecipientName(d)} {moment(read)}",
        _ when place.Later is { } later => $"{later.What} {moment(later.At)}",
        { ToUserId: null } when place is { IsWhereSent: true, HolderName: { } holder, HeldSince: { } since } => $"diambil {holder} {moment(since)}",
        { DoneAt: not null } => "dikerjakan",
        { ToUserId: null, AgendaId: null } => "belum diambil",
        _ => "belum dibaca",
    };

    private static IQueryable<Disposition> Sent(DinsosDbContext db, AgencySnapshot agency, Actor actor, SentFilter filter, DueDays days)
    {
        var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code).ToArray();
        var sent = db.Dispositions.AsNoTracking().VisibleTo(actor).Where(d => d.FromUserId == actor.UserId || desks.Contains(d.FromDeskCode));
        return filter switch
        {
            SentFilter.Unread => sent.Where(d => d.RecalledAt == null && d.DoneAt == null && d.ReadAt == null
                && !db.Dispositions.Any(c => c.ParentId == d.Id)
                && (d.ToUserId != null || d.AgendaId != null || db.WorkItems.Any(w => w.Id == d.RequestId && w.HolderId == null))),
            SentFilter.Near => sent.Where(d => d.RecalledAt == null && d.DoneAt == null && d.DueOn >= days.LateBefore && d.DueOn <= days.NearUntil),
            SentFilter.Late => sent.Where(d => d.RecalledAt == null && d.DoneAt == null && d.DueOn < days.LateBefore),
            _ => sent,
        };
    }
}
