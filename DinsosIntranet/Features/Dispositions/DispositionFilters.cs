using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Dispositions;

/// <summary>Which dispositions count as waiting, the same in the menu, on the desk and on the page of dispositions.</summary>
internal static class DispositionFilters
{
    /// <summary>
    /// What was given to this person: by name, or, where it is a letter, to one of their desks. A request given to a desk waits
    /// in that desk's queue instead, and of a request they are excluded from they are told nothing.
    /// </summary>
    public static IQueryable<Disposition> Received(this IQueryable<Disposition> all, Actor actor, string[] desks) => all.VisibleTo(actor).Where(d =>
        d.RecalledAt == null && (d.ToUserId == actor.UserId || (d.AgendaId != null && d.ToUserId == null && desks.Contains(d.ToDeskCode))));

    /// <summary>
    /// Of these, what was given on a request or a letter that the text finds: by number, or by the name or subject that belongs to it.
    /// Of what is rahasia only the number finds it.
    /// </summary>
    public static IQueryable<Disposition> About(this IQueryable<Disposition> given, DinsosDbContext db, string? text, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return given;
        }

        var requests = db.WorkItems.VisibleTo(actor).Matching(db, text).Select(w => w.Id);
        var letters = db.AgendaEntries.VisibleTo(actor).Called(text).Select(a => a.Id);
        return given.Where(d => (d.RequestId != null && requests.Contains(d.RequestId.Value)) || (d.AgendaId != null && letters.Contains(d.AgendaId.Value)));
    }

    /// <summary>Of these, what is unread, or not done and near its day, past it, or reminded of.</summary>
    public static IQueryable<Disposition> Pressing(this IQueryable<Disposition> received, DueDays days) => received
        .Where(d => d.ReadAt == null || d.DoneAt == null) // Follows from the rest; said as the index of waiting dispositions says it, or SQLite does not use it.
        .Where(d => d.ReadAt == null || (d.DoneAt == null && (d.RemindedAt != null || d.DueOn <= days.NearUntil)));
}
