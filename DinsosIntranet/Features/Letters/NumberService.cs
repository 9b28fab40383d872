using System.Globalization;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>The number of a slip, "TT/12/2026": nobody signs it, so it knows no classification.</summary>
public sealed record SlipNumber(int Year, int Sequence, string Text);

/// <summary>
/// Gives out running numbers: one book per year for each kind of slip and for the letters of each classification, starting
/// at 1 on 1 January. The counter is advanced inside the
/// transaction that uses the number, so a write that fails leaves no gap, and two writes never get the same.
/// </summary>
public sealed class NumberService
{
    /// <summary>The next number of a book; where it opens the book, the one after the last given out elsewhere (<paramref name="lastElsewhere"/>).</summary>
    public async Task<int> NextAsync(WriteScope scope, string book, int year, CancellationToken cancellationToken, Func<Task<int>>? lastElsewhere = null)
    {
        var advanced = await scope.Db.NumberBooks
            .Where(b => b.Code == book && b.Year == year)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Last, b => b.Last + 1), cancellationToken);
        if (advanced == 0)
        {
            var first = (lastElsewhere is null ? 0 : await lastElsewhere()) + 1;
            scope.Db.NumberBooks.Add(new NumberBook { Code = book, Year = year, Last = first });
            await scope.Db.SaveChangesAsync(cancellationToken);
            return first;
        }

        return await scope.Db.NumberBooks.AsNoTracking()
            .Where(b => b.Code == book && b.Year == year)
            .Select(b => b.Last)
            .FirstAsync(cancellationToken);
    }

    /// <summary>The next tracking number of the requests of a standard, "DTKS-2026-0412".</summary>
    public async Task<string> NextRequestAsync(WriteScope scope, string prefix, int year, CancellationToken cancellationToken)
    {
        var sequence = await NextAsync(scope, prefix, year, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{year}-{sequence:0000}");
    }

    /// <summary>The next number of the book of this kind of slip.</summary>
    public async Task<SlipNumber> NextSlipAsync(WriteScope scope, string kind, string prefix, int year, CancellationToken cancellationToken)
    {
        var sequence = await NextAsync(scope, kind, year, cancellationToken);
        return new SlipNumber(year, sequence, string.Create(CultureInfo.InvariantCulture, $"{prefix}/{sequence}/{year}"));
    }

    /// <summary>
    /// Gives a letter its number and date: the next of its book, or the one the secretariat prepared. Refused where the
    /// prepared one is not free any more.
    /// </summary>
    public async Task<Outcome> AllotAsync(WriteScope scope, Letter letter, AgencyProfile agency, bool isConfidential, DateOnly today, CancellationToken cancellationToken)
    {
        var pattern = LetterNumberPattern.Parse(agency.LetterNumberPattern).Value;
        var classification = await ClassificationAsync(scope.Db, letter, cancellationToken);
        var prepared = await scope.Db.NumberPreparations.FirstOrDefaultAsync(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind, cancellationToken);
        var date = prepared?.DatedOn ?? today;
        (letter.Book, letter.Year, letter.DatedOn, letter.NumberReason) = (pattern.BookOf(classification), date.Year, date, prepared?.Reason);
        string NumberOf(int sequence, int insertion) =>
            pattern.Format(new NumberParts(classification, sequence, agency.UnitCodeInNumbers, date, isConfidential, LetterRules.InsertionSuffix(insertion)));
        if (prepared is null)
        {
            await AllotNextAsync(scope, letter, sequence => NumberOf(sequence, 0), cancellationToken);
            return Outcome.Ok();
        }

        if (prepared.AfterSequence is { } after)
        {
            var last = await scope.Db.Letters.Where(l => l.Book == letter.Book && l.Year == letter.Year && l.Sequence == after).MaxAsync(l => (int?)l.Insertion, cancellationToken);
            if (last >= LetterRules.MostInsertions)
            {
                return Outcome.Refused($"Setelah nomor {after} sudah ada {LetterRules.MostInsertions} nomor sisipan. Minta sekretariat menyiapkan nomor lain.");
            }

            (letter.Sequence, letter.Insertion) = (after, (last ?? 0) + 1);
            letter.Number = NumberOf(after, letter.Insertion);
        }
        else
        {
            letter.Number = prepared.TypedNumber!;
        }

        if (await IsTakenAsync(scope.Db, letter.Year.Value, letter.Number, cancellationToken))
        {
            return Outcome.Refused($"Nomor {letter.Number} sudah dipakai surat lain. Minta sekretariat menyiapkan nomor lain.");
        }

        scope.Db.NumberPreparations.Remove(prepared);
        return Outcome.Ok();
    }

    /// <summary>Whether a letter of this year bears the number, of whatever kind, in capitals or not.</summary>
    public static Task<bool> IsTakenAsync(DinsosDbContext db, int year, string number, CancellationToken cancellationToken)
    {
        var wanted = number.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER: numbers hold ASCII letters only.
        return db.Letters.AnyAsync(l => l.Year == year && l.Number!.ToUpper() == wanted, cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private async Task AllotNextAsync(WriteScope scope, Letter letter, Func<int, string> numberOf, CancellationToken cancellationToken)
    {
        var (book, year) = (letter.Book!, letter.Year!.Value);
        do
        {
            letter.Sequence = await NextAsync(scope, book, year, cancellationToken, () => LastElsewhereAsync(scope.Db, book, year, cancellationToken));
            letter.Number = numberOf(letter.Sequence.Value);
        }

        // A number typed by hand may have taken the place of a running one: the book has it, so nothing is missing.
        while (await IsTakenAsync(scope.Db, year, letter.Number, cancellationToken));
    }

    /// <summary>The book this letter's number comes from, or will.</summary>
    public static async Task<string> BookAsync(DinsosDbContext db, Letter letter, CancellationToken cancellationToken)
    {
        var pattern = await db.AgencyProfiles.Select(a => a.LetterNumberPattern).FirstAsync(cancellationToken);
        return LetterNumberPattern.Parse(pattern).Value.BookOf(await ClassificationAsync(db, letter, cancellationToken));
    }

    /// <summary>
    /// The highest number of this year in the books of single kinds that a version before this one kept, for the kinds that
    /// share this book; 0 where there are none.
    /// </summary>
    public static async Task<int> LastElsewhereAsync(DinsosDbContext db, string book, int year, CancellationToken cancellationToken)
    {
        var classification = book == LetterNumberPattern.BookOfAll ? null : book[LetterNumberPattern.BookPrefix.Length..];
        return await db.NumberBooks
            .Where(b => b.Year == year && db.LetterClassifications.Any(c => c.Kind == b.Code && (classification == null || c.Code == classification)))
            .MaxAsync(b => (int?)b.Last, cancellationToken) ?? 0;
    }

    /// <summary>The code this letter is filed under: its template's own, else that of its kind; none where nobody gave one.</summary>
    private static async Task<string> ClassificationAsync(DinsosDbContext db, Letter letter, CancellationToken cancellationToken) =>
        letter.Classification ?? await db.LetterClassifications.Where(c => c.Kind == letter.Kind).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) ?? "";
}
