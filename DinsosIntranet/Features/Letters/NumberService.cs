using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
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

    /// <summary>The code the agency files this kind of letter under; a kind nobody gave one has none in its number.</summary>
    public static async Task<string> ClassificationAsync(DinsosDbContext db, string kind, CancellationToken cancellationToken) =>
        await db.LetterClassifications.Where(c => c.Kind == kind).Select(c => c.Code).FirstOrDefaultAsync(cancellationToken) ?? "";
}
