using System.Globalization;
using System.Linq.Expressions;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agenda;

/// <summary>How far a line of the book has come.</summary>
public enum AgendaState
{
    /// <summary>Nobody was disposed to yet.</summary>
    Waiting,
    Disposed,
    Closed,
}

public static class AgendaStates
{
    public static IReadOnlyList<AgendaState> All { get; } = Enum.GetValues<AgendaState>();

    public static string Name(this AgendaState state) => state switch
    {
        AgendaState.Waiting => "Menunggu disposisi",
        AgendaState.Disposed => "Didisposisikan",
        _ => "Selesai",
    };

    /// <summary>As the address of the book writes it.</summary>
    public static string Code(this AgendaState state) => state switch
    {
        AgendaState.Waiting => "menunggu",
        AgendaState.Disposed => "didisposisikan",
        _ => "selesai",
    };

    public static AgendaState? FromCode(string? code) => All.Where(s => s.Code() == code).Cast<AgendaState?>().FirstOrDefault();
}

/// <summary>
/// What the book is asked for. The days are those of receipt, both included; <paramref name="Text"/> is an agenda number, or
/// words of the sender, the subject, the letter's number, the applicant or an instruction.
/// </summary>
public sealed record AgendaFilter(string? Text = null, int? Year = null, AgendaState? State = null, DateOnly? From = null, DateOnly? Until = null)
{
    public const int TextMaxLength = 100;
}

/// <summary>Narrows the book, always within what the viewer may read: what they may not is not found by its words either.</summary>
internal static class AgendaFilters
{
    /// <summary>Letters that wait for the head.</summary>
    public static IQueryable<AgendaEntry> Undisposed(this IQueryable<AgendaEntry> entries, DinsosDbContext db) =>
        entries.Where(a => a.RequestId == null && a.ClosedAt == null && !db.Dispositions.Any(d => d.AgendaId == a.Id && d.RecalledAt == null));

    public static IQueryable<AgendaEntry> Matching(this IQueryable<AgendaEntry> entries, DinsosDbContext db, AgendaFilter filter, AgencySnapshot agency)
    {
        if (filter.Year is { } year)
        {
            entries = entries.Where(a => a.Year == year);
        }

        if (filter.From is { } from)
        {
            var start = agency.Calendar.MidnightAfter(from.AddDays(-1));
            entries = entries.Where(a => a.RequestId == null ? a.Letter!.ReceivedOn >= from : a.At >= start);
        }

        if (filter.Until is { } until)
        {
            var end = agency.Calendar.MidnightAfter(until);
            entries = entries.Where(a => a.RequestId == null ? a.Letter!.ReceivedOn <= until : a.At < end);
        }

        return filter.State switch
        {
            AgendaState.Waiting => entries.Where(a => a.ClosedAt == null && !db.WorkItems.Any(w => w.Id == a.RequestId && w.ClosedAt != null)
                && !db.Dispositions.Any(d => d.RecalledAt == null && (d.AgendaId == a.Id || (a.RequestId != null && d.RequestId == a.RequestId)))),
            AgendaState.Disposed => entries.Where(a => a.ClosedAt == null && !db.WorkItems.Any(w => w.Id == a.RequestId && w.ClosedAt != null)
                && db.Dispositions.Any(d => d.RecalledAt == null && (d.AgendaId == a.Id || (a.RequestId != null && d.RequestId == a.RequestId)))),
            AgendaState.Closed => entries.Where(a => a.ClosedAt != null || db.WorkItems.Any(w => w.Id == a.RequestId && w.ClosedAt != null)),
            _ => entries,
        };
    }

    /// <summary>Those whose sender and subject this person may read.</summary>
    public static Expression<Func<AgendaEntry, bool>> Readable(DinsosDbContext db, AgencySnapshot agency, Actor actor)
    {
        var all = AgendaAccess.ReadsEverything(agency, actor);
        var desks = AgendaAccess.DesksOf(agency, actor);
        return a => a.RequestId != null
            ? db.WorkItems.Any(w => w.Id == a.RequestId && !w.IsConfidential)
            : all || !a.Letter!.IsSecret || db.Dispositions.Any(d => d.AgendaId == a.Id && d.RecalledAt == null
                && (d.FromUserId == actor.UserId || d.ToUserId == actor.UserId || (d.ToUserId == null && desks.Contains(d.ToDeskCode))));
    }

    /// <summary>An agenda number finds every line; words find those that may be read only.</summary>
    public static IQueryable<AgendaEntry> Saying(
        this IQueryable<AgendaEntry> entries, DinsosDbContext db, string text, string[] instructions, (string[] Current, string[] Before) tokens, Expression<Func<AgendaEntry, bool>> readable)
    {
        if (NumberIn(text) is var (number, year) && number > 0)
        {
            return entries.Where(a => a.Number == number && (year == null || a.Year == year));
        }

        var key = SearchText.Normalise(text);
        if (key.Length == 0)
        {
            return entries.Where(a => false);
        }

        var upper = text.Trim().ToUpperInvariant();
        var (current, before) = tokens;
        var (hasCurrent, hasBefore) = (current.Length > 0, before.Length > 0);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER.
        return entries.Where(readable).Where(a =>
            a.Letter!.SearchKey.Contains(key)
            || (hasCurrent && a.Letter.IsSecret && current.All(t => a.Letter.SearchKey.Contains(t)))
            || (hasBefore && a.Letter.IsSecret && before.All(t => a.Letter.SearchKey.Contains(t)))
            || db.WorkItems.Any(w => w.Id == a.RequestId && w.Number.Contains(upper))
            || db.ServiceRequests.Any(r => r.Id == a.RequestId && db.Persons.Any(p => (p.Id == r.ApplicantId || p.Id == r.SubjectId) && p.NameSearch.Contains(key)))
            || db.Dispositions.Any(d => (d.AgendaId == a.Id || (a.RequestId != null && d.RequestId == a.RequestId))
                && (d.Note!.ToUpper().Contains(upper) || d.Instructions.Any(i => instructions.Contains(i)))));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    /// <summary>By agenda number, or by words of sender, subject and number of the letter: those of a rahasia one find nothing.</summary>
    public static IQueryable<AgendaEntry> Called(this IQueryable<AgendaEntry> entries, string text)
    {
        if (NumberIn(text) is var (number, year) && number > 0)
        {
            return entries.Where(a => a.Number == number && (year == null || a.Year == year));
        }

        var key = SearchText.Normalise(text);
        return key.Length == 0 ? entries.Where(a => false) : entries.Where(a => a.Letter != null && !a.Letter.IsSecret && a.Letter.SearchKey.Contains(key));
    }

    /// <summary>"12" or "12/2026", also as lists write it: "Agenda 12/2026".</summary>
    private static (int Number, int? Year) NumberIn(string text)
    {
        const string Book = "agenda ";
        var typed = text.Trim();
        var parts = (typed.StartsWith(Book, StringComparison.OrdinalIgnoreCase) ? typed[Book.Length..].TrimStart() : typed).Split('/');
        var isNumber = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || parts.Length > 2)
        {
            return (0, null);
        }

        return parts.Length == 1 ? (number, null)
            : int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? (number, year) : (0, null);
    }
}
