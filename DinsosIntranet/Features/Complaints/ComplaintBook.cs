using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

public enum BookStatus
{
    Unreviewed,
    Open,
    Answered,
    PassedOn,
}

/// <summary>What the book is asked for. Days are the agency's, both included.</summary>
public sealed record BookFilter
{
    /// <summary>The number of a complaint or of its ticket; names are not searched.</summary>
    public string? Text { get; init; }

    public BookStatus? Status { get; init; }

    public string? ClassCode { get; init; }

    public string? ChannelCode { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }
}

/// <summary>One line of the complaint book. Whoever may not know a name reads "Dirahasiakan" in its place.</summary>
public sealed record BookRow
{
    public required Guid Id { get; init; }

    /// <summary>Whether whoever asked may open it.</summary>
    public required bool MayOpen { get; init; }

    public required string Number { get; init; }

    public required string? Ticket { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public required string Channel { get; init; }

    public required string Naming { get; init; }

    public required ComplainantData Complainant { get; init; }

    public required string ComplainantName { get; init; }

    public required string Service { get; init; }

    public required string Unit { get; init; }

    public required string Accused { get; init; }

    public required string? EventWhen { get; init; }

    public required string? EventPlace { get; init; }

    public required string Description { get; init; }

    public required string? Loss { get; init; }

    public required string? Demand { get; init; }

    public required int Evidence { get; init; }

    public required string ClassName { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required string? Reviewer { get; init; }

    /// <summary>To whom it was disposed last.</summary>
    public required string? DisposedTo { get; init; }

    public required string? PassedTo { get; init; }

    public required DateOnly? AnsweredOn { get; init; }

    public required string? AnswerWay { get; init; }

    public required string? AnsweredBy { get; init; }

    /// <summary>Who examined it: the one who leads, and the others.</summary>
    public required string? Team { get; init; }

    /// <summary>How many entries the team's log has.</summary>
    public required int TeamActs { get; init; }

    /// <summary>"Terbukti sebagian": what the examination came to.</summary>
    public required string? Verdict { get; init; }

    public required DateOnly? ApprovedOn { get; init; }

    public required string? ApprovedBy { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required string? Reaction { get; init; }

    /// <summary>"Ditangani bidang, Kabid Rehsos" while it is open, else how it ended.</summary>
    public required string Status { get; init; }

    public required ClockFace Clock { get; init; }
}

public sealed record BookPart(IReadOnlyList<BookRow> Rows, int Count);

/// <summary>The complaint book, newest first, read page by page; nobody finds a complaint about themselves in it.</summary>
public sealed partial class ComplaintBook(
    IDbContextFactory<DinsosDbContext> factory, StandardLibrary standards, AgencyDirectory agencies, ComplainantVault vault, ComplaintReference reference, TimeProvider time)
{
    public const int PageSize = 25;
    public const int SearchMaxLength = 40;
    private const int MostAtOnce = 500;

    public static bool MayRead(Actor actor) => Policies.Admits(Policies.Complaints, actor);

    public async Task<BookPart> PageAsync(BookFilter filter, int page, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!MayRead(actor))
        {
            return new BookPart([], 0);
        }

        var agency = await agencies.GetAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = Filtered(db, filter, agency, actor);
        var count = await found.CountAsync(cancellationToken);
        var part = found.OrderByDescending(w => w.OpenedAt).ThenByDescending(w => w.Number).Skip((Math.Max(1, page) - 1) * PageSize).Take(PageSize);
        return new BookPart(await ReadAsync(db, part, agency, actor, cancellationToken), count);
    }

    /// <summary>All matching rows, oldest first, some hundred at a time.</summary>
    public async IAsyncEnumerable<BookRow> AllAsync(BookFilter filter, Actor actor, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var (after, last) = (DateTime.MinValue.ToUniversalTime(), "");
        while (true)
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
#pragma warning disable CA1309 // Translated to a comparison of the database.
            var part = Filtered(db, filter, agency, actor).Where(w => w.OpenedAt > after || (w.OpenedAt == after && string.Compare(w.Number, last) > 0)).OrderBy(w => w.OpenedAt).ThenBy(w => w.Number).Take(MostAtOnce);
#pragma warning restore CA1309
            var places = await part.Select(w => new { w.OpenedAt, w.Number }).ToListAsync(cancellationToken);
            if (places.Count == 0)
            {
                yield break;
            }

            foreach (var row in (await ReadAsync(db, part, agency, actor, cancellationToken)).OrderBy(r => r.Number, StringComparer.Ordinal))
            {
                yield return row;
            }

            (after, last) = (places[^1].OpenedAt, places[^1].Number);
        }
    }

    private static IQueryable<WorkItem> Filtered(DinsosDbContext db, BookFilter filter, AgencySnapshot agency, Actor actor)
    {
        var items = db.WorkItems.AsNoTracking().VisibleTo(actor).Where(w => db.Complaints.Select(c => c.Id).Contains(w.Id));
        if (!ComplaintAccess.MayReadAll(actor))
        {
            var desks = agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code).ToList();
            items = items.Where(w => w.ClosedAt == null && desks.Contains(w.DeskCode));
        }

        if (filter.Text?.Trim() is { Length: > 0 } typed)
        {
            var number = typed.ToUpperInvariant();
            var digits = ComplaintInput.Digits(typed);
            var ending = "-" + digits.PadLeft(4, '0');
            items = digits.Length == typed.Length
                ? items.Where(w => w.Number.EndsWith(ending) || db.Complaints.Any(c => c.Id == w.Id && c.Ticket == digits))
                : items.Where(w => w.Number.Contains(number));
        }

        items = filter.Status switch
        {
            BookStatus.Unreviewed => items.Where(w => w.ClosedAt == null && db.Complaints.Any(c => c.Id == w.Id && c.ClassCode == null)),
            BookStatus.Open => items.Where(w => w.ClosedAt == null),
            BookStatus.Answered => items.Where(w => w.Status == WorkStatus.Done),
            BookStatus.PassedOn => items.Where(w => w.Status == WorkStatus.Referred),
            _ => items,
        };
        if (filter.ClassCode is { } classCode)
        {
            items = items.Where(w => db.Complaints.Any(c => c.Id == w.Id && c.ClassCode == classCode));
        }

        if (filter.ChannelCode is { } channel)
        {
            items = items.Where(w => db.Complaints.Any(c => c.Id == w.Id && c.ChannelCode == channel));
        }

        if (filter.From is { } from)
        {
            var start = agency.Calendar.MidnightAfter(from.AddDays(-1));
            items = items.Where(w => db.ServiceRequests.Any(r => r.Id == w.Id && r.ReceivedAt >= start));
        }

        if (filter.Until is { } until)
        {
            var end = agency.Calendar.MidnightAfter(until);
            items = items.Where(w => db.ServiceRequests.Any(r => r.Id == w.Id && r.ReceivedAt < end));
        }

        return items;
    }
}
