using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agenda;

/// <summary>One line of the book. Where the viewer may not read it, it says number, day and state only.</summary>
/// <param name="Letter">The sender's number and date, or the request's number.</param>
public sealed record AgendaRow(
    Guid Id, string Label, string Received, string Letter, string? From, string? Subject, string Character, bool IsSecret, int Scans,
    IReadOnlyList<string> To, AgendaState State, string Href);

public sealed record AgendaPage(IReadOnlyList<AgendaRow> Rows, int Total);

/// <summary>A letter that waits for the head.</summary>
public sealed record WaitingLetter(Guid Id, string Label, string From, string Subject, string Character, bool IsSecret, DateOnly ReceivedOn);

/// <summary>The agenda book, read page by page.</summary>
public sealed partial class AgendaQueries(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, StandardLibrary standards, RequestTexts texts, LetterSearch search, TimeProvider time)
{
    public const int PageSize = 25;

    /// <summary>The newest first. Empty for somebody who may not see the book; the page itself is closed to them.</summary>
    public async Task<AgendaPage> BookAsync(AgendaFilter filter, int page, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!AgendaAccess.MaySee(actor))
        {
            return new AgendaPage([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var readable = AgendaFilters.Readable(db, agency, actor);
        var entries = db.AgendaEntries.AsNoTracking().VisibleTo(actor).Matching(db, filter, agency);
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            entries = entries.Saying(db, filter.Text, await InstructionsAsync(db, filter.Text, cancellationToken), search.Tokens(filter.Text), readable);
        }

        var total = await entries.CountAsync(cancellationToken);
        var rows = await (from a in entries.OrderByDescending(a => a.Year).ThenByDescending(a => a.Number).Skip((page - 1) * PageSize).Take(PageSize)
                          join w in db.WorkItems.AsNoTracking() on a.RequestId equals (Guid?)w.Id into items
                          from w in items.DefaultIfEmpty()
                          join r in db.ServiceRequests.AsNoTracking() on a.RequestId equals (Guid?)r.Id into requests
                          from r in requests.DefaultIfEmpty()
                          orderby a.Year descending, a.Number descending
                          select new
                          {
                              Entry = a,
                              Work = w,
                              IsReadable = db.AgendaEntries.Where(readable).Any(x => x.Id == a.Id),
                              Applicant = db.Persons.Where(p => p.Id == r.ApplicantId).Select(p => p.Name).FirstOrDefault(),
                              Scans = db.Attachments.Count(f => f.OwnerId == a.Id && f.RemovedAt == null),
                          }).ToListAsync(cancellationToken);
        var to = await FirstTargetsAsync(db, [.. rows.Select(r => r.Entry.RequestId ?? r.Entry.Id)], cancellationToken);
        var list = new List<AgendaRow>(rows.Count);
        foreach (var row in rows)
        {
            var (a, isReadable) = (row.Entry, row.IsReadable);
            var letter = a.Letter is null ? null : isReadable ? texts.Letter(a) : a.Letter;
            List<string> given = [.. to[a.RequestId ?? a.Id]];
            list.Add(new AgendaRow(
                a.Id,
                a.Label,
                IndonesianDates.Short(letter?.ReceivedOn ?? agency.DateOf(a.At)),
                letter is null ? row.Work!.Number : isReadable ? LetterText(letter) : "",
                !isReadable ? null : letter?.Sender ?? row.Applicant,
                !isReadable ? null : letter?.Subject ?? (await standards.GetAsync(row.Work!.StandardVersionId, cancellationToken)).Standard.ShortTitle,
                isReadable ? a.Urgency.Name() : "",
                letter?.IsSecret ?? row.Work!.IsConfidential,
                isReadable ? row.Scans : 0,
                isReadable ? given : [],
                a.ClosedAt is not null || row.Work?.ClosedAt is not null ? AgendaState.Closed : given.Count > 0 ? AgendaState.Disposed : AgendaState.Waiting,
                a.RequestId is { } requestId ? $"/permohonan/{requestId}" : $"/agenda/{a.Id}"));
        }

        return new AgendaPage(list, total);
    }

    /// <summary>The years the book has lines of, the newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.AgendaEntries.AsNoTracking().Select(a => a.Year).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
    }

    /// <summary>The letters the head, or who stands in, has not disposed yet: the most urgent first, then the oldest. <paramref name="text"/> narrows them.</summary>
    public async Task<DispositionList<WaitingLetter>> WaitingAsync(Actor actor, string? text = null, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        if (AgendaAccess.HeadMembership(agency, actor) is null)
        {
            return new DispositionList<WaitingLetter>([], 0);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var waiting = db.AgendaEntries.AsNoTracking().Undisposed(db);
        waiting = string.IsNullOrWhiteSpace(text) ? waiting : waiting.Called(text);
        var entries = await waiting
            .OrderByDescending(a => a.Urgency == Urgency.VeryUrgent).ThenByDescending(a => a.Urgency == Urgency.Urgent).ThenBy(a => a.At)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        return new DispositionList<WaitingLetter>(
            [
                .. from a in entries
                   let letter = texts.Letter(a)
                   select new WaitingLetter(a.Id, a.Label, letter.Sender, letter.Subject, a.Urgency.Name(), letter.IsSecret, letter.ReceivedOn),
            ],
            entries.Count < PageSize ? entries.Count : await waiting.CountAsync(cancellationToken));
    }

    /// <summary>"005/12/Um, 20/11/2026".</summary>
    internal static string LetterText(IncomingLetter letter) =>
        (letter.Number ?? "tanpa nomor") + ", " + (letter.DatedOn is { } day ? IndonesianDates.Short(day) : "tanpa tanggal");

    /// <summary>To whom each request or letter was disposed first, by the record it was given on.</summary>
    private static async Task<ILookup<Guid, string>> FirstTargetsAsync(DinsosDbContext db, IReadOnlyList<Guid> subjects, CancellationToken cancellationToken)
    {
        var given = await db.Dispositions.AsNoTracking()
            .Where(d => d.RecalledAt == null && d.ParentId == null && ((d.AgendaId != null && subjects.Contains(d.AgendaId.Value)) || (d.RequestId != null && subjects.Contains(d.RequestId.Value))))
            .OrderBy(d => d.Id)
            .Select(d => new { Subject = d.AgendaId ?? d.RequestId!.Value, d.ToText })
            .ToListAsync(cancellationToken);
        return given.ToLookup(d => d.Subject, d => d.ToText);
    }

    /// <summary>The instructions whose words hold what was typed.</summary>
    private static async Task<string[]> InstructionsAsync(DinsosDbContext db, string text, CancellationToken cancellationToken)
    {
        var key = SearchText.Normalise(text);
        var all = await db.DispositionInstructions.AsNoTracking().Select(i => new { i.Code, i.Text }).ToListAsync(cancellationToken);
        return key.Length == 0 ? [] : [.. all.Where(i => SearchText.Normalise(i.Text).Contains(key, StringComparison.Ordinal)).Select(i => i.Code)];
    }
}
