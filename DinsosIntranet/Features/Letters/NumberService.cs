using System.Globalization;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

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

    /// <summary>
    /// Gives a letter its number and date: the next of its book, or the one the secretariat prepared. Refused where the
    /// prepared one is not free any more.
    /// </summary>
    public async Task<Outcome> AllotAsync(WriteScope scope, Letter letter, string classification, AgencyProfile agency, DateOnly today, CancellationToken cancellationToken)
    {
        var prepared = await scope.Db.NumberPreparations.FirstOrDefaultAsync(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind, cancellationToken);
        var date = prepared?.DatedOn ?? today;
        (letter.Book, letter.Year, letter.DatedOn, letter.NumberReason) = (letter.Kind, date.Year, date, prepared?.Reason);
        if (prepared is null)
        {
            await AllotNextAsync(scope, letter, classification, agency, date, cancellationToken);
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
            letter.Number = Format(agency, classification, after, date, LetterRules.InsertionSuffix(letter.Insertion));
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

    private async Task AllotNextAsync(WriteScope scope, Letter letter, string classification, AgencyProfile agency, DateOnly date, CancellationToken cancellationToken)
    {
        do
        {
            letter.Sequence = await NextAsync(scope, letter.Book!, date.Year, cancellationToken);
            letter.Number = Format(agency, classification, letter.Sequence.Value, date);
        }

        // A number typed by hand may have taken the place of a running one: the book has it, so nothing is missing.
        while (await IsTakenAsync(scope.Db, letter.Book!, date.Year, letter.Number, cancellationToken));
    }

    /// <summary>A letter number by the agency's pattern, for example "400.9.14.1/247/Dinsos/XI/2026".</summary>
    public static string Format(AgencyProfile agency, string classification, int sequence, DateOnly date, string suffix = "") => agency.LetterNumberPattern
        .Replace("{kode}", classification, StringComparison.Ordinal)
        .Replace("{urut}", sequence.ToString("000", CultureInfo.InvariantCulture) + suffix, StringComparison.Ordinal)
        .Replace("{unit}", agency.UnitCodeInNumbers, StringComparison.Ordinal)
        .Replace("{bulan}", IndonesianDates.RomanMonth(date.Month), StringComparison.Ordinal)
        .Replace("{tahun}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
