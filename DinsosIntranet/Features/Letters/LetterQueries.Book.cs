using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>What the letter book is narrowed to. The text is looked for in letter and request numbers, never in names.</summary>
public sealed record LetterFilter(string? Text, string? Kind, LetterStanding? Standing, int? Year);

/// <summary>One line of the letter book.</summary>
public sealed record LetterRow
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string RequestNumber { get; init; }

    public required string Title { get; init; }

    public required string? Number { get; init; }

    public required DateOnly? DatedOn { get; init; }

    public required DateOnly? ValidUntil { get; init; }

    public required string? SignerText { get; init; }

    public required string? EndedReason { get; init; }

    /// <summary>Why its number was inserted or typed by hand.</summary>
    public required string? NumberReason { get; init; }

    public required LetterStanding Standing { get; init; }
}

public sealed record LetterPage(IReadOnlyList<LetterRow> Rows, int Total);

public sealed partial class LetterQueries
{
    public const int PageSize = 25;

    /// <summary>The numbered letters, newest first; an inserted number (12a) right above the one it follows. Voided numbers stay in the book, so that it has no gap.</summary>
    public async Task<LetterPage> BookAsync(LetterFilter filter, int page, DateOnly today, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var letters = from l in db.Letters.AsNoTracking().VisibleTo(viewer)
                      join w in db.WorkItems.AsNoTracking() on l.RequestId equals w.Id
                      where l.Number != null && l.DatedOn >= DateOnly.MinValue // A number is given with a date; a range of dates is what lets the page be cut from their index.
                          && (!w.IsConfidential || _kindsWithoutContent.Contains(l.Kind))
                      select new { Letter = l, RequestNumber = w.Number };
        if (filter.Kind is { } kind)
        {
            letters = letters.Where(l => l.Letter.Kind == kind);
        }

        if (filter.Year is { } year)
        {
            letters = letters.Where(l => l.Letter.Year == year);
        }

        letters = filter.Standing switch
        {
            LetterStanding.AwaitingSignature => letters.Where(l => l.Letter.Status == LetterStatus.AwaitingSignature),
            LetterStanding.Valid => letters.Where(l => l.Letter.Status == LetterStatus.Issued && (l.Letter.ValidUntil == null || l.Letter.ValidUntil >= today)),
            LetterStanding.Expired => letters.Where(l => l.Letter.Status == LetterStatus.Issued && l.Letter.ValidUntil < today),
            LetterStanding.Voided => letters.Where(l => l.Letter.Status == LetterStatus.Voided),
            LetterStanding.Revoked => letters.Where(l => l.Letter.Status == LetterStatus.Revoked),
            _ => letters,
        };
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var wanted = text.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER: numbers hold ASCII letters only.
            letters = letters.Where(l => l.Letter.Number!.ToUpper().Contains(wanted) || l.RequestNumber.ToUpper().Contains(wanted));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var total = await letters.CountAsync(cancellationToken);
        var rows = await letters
            .OrderByDescending(l => l.Letter.DatedOn)
            .ThenByDescending(l => l.Letter.Sequence ?? 0).ThenByDescending(l => l.Letter.Insertion)
            .ThenByDescending(l => l.Letter.ApprovedAt ?? l.Letter.CreatedAt).ThenByDescending(l => l.Letter.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(l => new
            {
                l.Letter.Id,
                l.Letter.RequestId,
                l.RequestNumber,
                l.Letter.Title,
                l.Letter.Number,
                l.Letter.DatedOn,
                l.Letter.ValidUntil,
                l.Letter.SignerText,
                l.Letter.EndedReason,
                l.Letter.NumberReason,
                l.Letter.Status,
            })
            .ToListAsync(cancellationToken);
        return new LetterPage(
            [
                .. rows.Select(l => new LetterRow
                {
                    Id = l.Id,
                    RequestId = l.RequestId,
                    RequestNumber = l.RequestNumber,
                    Title = l.Title,
                    Number = l.Number,
                    DatedOn = l.DatedOn,
                    ValidUntil = l.ValidUntil,
                    SignerText = l.SignerText,
                    EndedReason = l.EndedReason,
                    NumberReason = l.NumberReason,
                    Standing = LetterStandings.Of(l.Status, l.ValidUntil, today),
                }),
            ],
            total);
    }

    /// <summary>The kinds and years that have letters, for the filters.</summary>
    public async Task<(IReadOnlyList<string> Kinds, IReadOnlyList<int> Years)> BookChoicesAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var books = await db.NumberBooks.AsNoTracking().Select(b => new { b.Code, b.Year }).ToListAsync(cancellationToken);
        var kinds = await db.Letters.AsNoTracking().Where(l => l.Number != null).Select(l => l.Kind).Distinct().ToListAsync(cancellationToken);
        return ([.. kinds.OrderBy(LetterKinds.Name)], [.. books.Where(b => kinds.Contains(b.Code) || b.Code.StartsWith(LetterNumberPattern.BookOfAll, StringComparison.Ordinal)).Select(b => b.Year).Distinct().OrderDescending()]);
    }
}
