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
/// Gives out running numbers: one book per kind and year, starting at 1 on 1 January. The counter is advanced inside the
/// transaction that uses the number, so a write that fails leaves no gap, and two writes never get the same.
/// </summary>
public sealed class NumberService
{
    public async Task<int> NextAsync(WriteScope scope, string book, int year, CancellationToken cancellationToken)
    {
        var advanced = await scope.Db.NumberBooks
            .Where(b => b.Code == book && b.Year == year)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Last, b => b.Last + 1), cancellationToken);
        if (advanced == 0)
        {
            scope.Db.NumberBooks.Add(new NumberBook { Code = book, Year = year, Last = 1 });
            await scope.Db.SaveChangesAsync(cancellationToken);
            return 1;
        }

        return await scope.Db.NumberBooks.AsNoTracking()
            .Where(b => b.Code == book && b.Year == year)
            .Select(b => b.Last)
            .FirstAsync(cancellationToken);
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
        var classification = letter.Classification ?? await ClassificationAsync(scope.Db, letter.Kind, cancellationToken);
        var prepared = await scope.Db.NumberPreparations.FirstOrDefaultAsync(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind, cancellationToken);
        var date = prepared?.DatedOn ?? today;
        (letter.Book, letter.Year, letter.DatedOn, letter.NumberReason) = (letter.Kind, date.Year, date, prepared?.Reason);
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

        if (await IsTakenAsync(scope.Db, letter.Book, letter.Year.Value, letter.Number, cancellationToken))
        {
            return Outcome.Refused($"Nomor {letter.Number} sudah dipakai surat lain. Minta sekretariat menyiapkan nomor lain.");
        }

        scope.Db.NumberPreparations.Remove(prepared);
        return Outcome.Ok();
    }

    /// <summary>Whether a letter of this book and year bears the number, in capitals or not.</summary>
    public static Task<bool> IsTakenAsync(DinsosDbContext db, string book, int year, string number, CancellationToken cancellationToken)
    {
        var wanted = number.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Translated to the database's UPPER: numbers hold ASCII letters only.
        return db.Letters.AnyAsync(l => l.Book == book && l.Year == year && l.Number!.ToUpper() == wanted, cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    private async Task AllotNextAsync(WriteScope scope, Letter letter, Func<int, string> numberOf, CancellationToken cancellationToken)
    {
        do
        {
            letter.Sequence = await NextAsync(scope, letter.Book!, letter.Year!.Value, cancellationToken);
            letter.Number = numberOf(letter.Sequence.Value);
        }

        // A number typed by hand may have taken the place of a running one: the book has it, so nothing is missing.
        while (await IsTakenAsync(scope.Db, letter.Book!, letter.Year.Value, letter.Number, cancellationToken));
    }

    /// <summary>The code the agency files this kind of letter under; a kind nobody gave one has none in its number.</summary>
    public static async Task<string> ClassificationAsync(DinsosDbContext db, string kind, CancellationToken cancellationToken) =>
        await db.LetterClassifications.Where(c => c.Kind == kind).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) ?? "";
}
