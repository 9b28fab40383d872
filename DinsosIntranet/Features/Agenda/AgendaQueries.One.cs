using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agenda;

public sealed partial class AgendaQueries
{
    /// <summary>The letter as this person may see it; null where there is none, or where the line stands for a request.</summary>
    public async Task<LetterView?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!AgendaAccess.MaySee(actor))
        {
            return null;
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var row = await db.AgendaEntries.AsNoTracking()
            .Where(a => a.Id == id && a.RequestId == null)
            .Select(a => new { Entry = a, RegisteredBy = db.Users.Where(u => u.Id == a.ByUserId).Select(u => u.FullName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return null;
        }

        var entry = row.Entry;
        var given = await db.Dispositions.AsNoTracking().Where(d => d.AgendaId == id).OrderBy(d => d.Id).ToListAsync(cancellationToken);
        var isReadable = !entry.Letter!.IsSecret || AgendaAccess.ReadsEverything(agency, actor)
            || given.Exists(d => d.RecalledAt is null && (d.FromUserId == actor.UserId || AgendaAccess.IsReceiver(d, agency, actor)));
        var active = given.Where(d => d.RecalledAt is null).ToList();
        var mine = entry.ClosedAt is null ? active.FindLast(d => d.DoneAt is null && AgendaAccess.IsReceiver(d, agency, actor)) : null;
        var view = new LetterView
        {
            Id = id,
            Label = entry.Label,
            State = entry.ClosedAt is not null ? AgendaState.Closed : active.Count > 0 ? AgendaState.Disposed : AgendaState.Waiting,
            Agency = agency,
            Content = null,
            MayCorrect = AgendaAccess.MayKeep(actor),
            MayArchive = entry.ClosedAt is null && active.Count == 0 && AgendaAccess.ReadsEverything(agency, actor),
            Task = null,
            Mine = null,
        };
        return isReadable ? await WithContentAsync(db, view, entry, row.RegisteredBy ?? "", given, mine, actor, cancellationToken) : view;
    }

    private async Task<LetterView> WithContentAsync(
        DinsosDbContext db, LetterView view, AgendaEntry entry, string registeredBy, List<Disposition> given, Disposition? mine, Actor actor, CancellationToken cancellationToken)
    {
        var agency = view.Agency;
        var instructions = await db.DispositionInstructions.AsNoTracking().OrderBy(i => i.SortOrder).Select(i => new InstructionChoice(i.Code, i.Text)).ToListAsync(cancellationToken);
        var history = await db.AgendaEvents.AsNoTracking()
            .Where(e => e.EntryId == entry.Id)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => new LetterEvent(e.Id, e.At, e.Title, e.Detail, e.ActorId, e.ActorText))
            .ToListAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var days = DueDays.At(agency.Calendar, now);
        LetterDisposition Shown(Disposition d) => new(
            d.Id, d.ParentId, d.FromText, d.ToText, DispositionQueries.Content(instructions, d.Instructions, texts.Note(d)), d.DueOn, d.At,
            StandingOf(d, agency, now), texts.DoneNote(d), d is { DoneAt: null, RecalledAt: null }, DispositionSigns.Of(d, agency, days));
        var closed = entry.ClosedAt is { } at ? $"{texts.ClosedNote(entry)}. Ditutup {entry.ClosedByText} {DeskLists.Moment(at, agency, now)}." : null;
        return view with
        {
            Content = new LetterContentView(LetterInput.Of(texts.Letter(entry), entry.Urgency), registeredBy, entry.At, closed, [.. given.Select(Shown)], history.ConvertAll(e => e with { Detail = texts.LetterEvent(e.Id, e.Detail) })),
            Task = entry.ClosedAt is null ? TaskOf(entry, mine, agency, actor) : null,
            Mine = mine is null ? null : Shown(mine),
        };
    }

    /// <summary>Somebody who was disposed to passes on; the head, where nothing was given to them, disposes.</summary>
    private static DispositionTask? TaskOf(AgendaEntry entry, Disposition? mine, AgencySnapshot agency, Actor actor)
    {
        var desk = mine is not null ? agency.FindDesk(mine.ToDeskCode)
            : AgendaAccess.HeadMembership(agency, actor) is not null ? AgendaAccess.HeadDesk(agency)
            : null;
        return desk is null ? null : new DispositionTask
        {
            Key = $"{entry.Id} {mine?.Id}",
            Number = "Agenda " + entry.Label,
            AgendaId = entry.Id,
            ParentId = mine?.Id,
            DeskCode = desk.Code,
            IsConfidential = false,
            ProposedInstructions = mine?.Instructions ?? [],
        };
    }

    private static string StandingOf(Disposition d, AgencySnapshot agency, DateTime now) => d switch
    {
        { RecalledAt: { } recalled } => $"ditarik {DeskLists.Moment(recalled, agency, now)}",
        { DoneAt: { } done } => $"selesai {DeskLists.Moment(done, agency, now)}",
        { ReadAt: { } read } => $"dibaca {DispositionRules.RecipientName(d)} {DeskLists.Moment(read, agency, now)}",
        _ => "belum dibaca",
    };
}
