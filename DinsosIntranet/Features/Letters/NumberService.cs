using System.Globalization;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Letters.Domain;
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

    /// <summary>A letter number by the agency's pattern, for example "400.9.14.1/247/Dinsos/XI/2026".</summary>
    public static string Format(AgencyProfile agency, string classification, int sequence, DateOnly date) => agency.LetterNumberPattern
        .Replace("{kode}", classification, StringComparison.Ordinal)
        .Replace("{urut}", sequence.ToString("000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{unit}", agency.UnitCodeInNumbers, StringComparison.Ordinal)
        .Replace("{bulan}", IndonesianDates.RomanMonth(date.Month), StringComparison.Ordinal)
        .Replace("{tahun}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
