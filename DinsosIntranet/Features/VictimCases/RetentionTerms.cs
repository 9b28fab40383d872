using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A closed case, as far as its term is asked for.</summary>
internal sealed record ClosedCase(Guid Id, string? WrappedKey, DateOnly ClosedOn, RetentionItem Item);

/// <summary>
/// Until when closed cases are kept. Whether a victim was a child is read from the case by the program itself; nobody is shown
/// it, and the end of a year is all that comes out.
/// </summary>
internal static class RetentionTerms
{
    /// <summary>The terms of some cases, with one command for all of them.</summary>
    public static async Task<IReadOnlyDictionary<Guid, RetentionTerm>> OfAsync(DinsosDbContext db, CaseVault vault, IReadOnlyList<ClosedCase> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Where(c => c.WrappedKey is not null).Select(c => c.Id).ToList();
        var blocks = (await db.CaseBlocks.AsNoTracking()
            .Where(b => ids.Contains(b.CaseId) && b.RemovedAt == null && (b.Kind == CaseBlocks.Victim || b.Kind == CaseBlocks.Event))
            .ToListAsync(cancellationToken)).ToLookup(b => b.CaseId);
        return cases.ToDictionary(c => c.Id, c => RetentionRules.Term(c.Item, c.ClosedOn, AdultOn(vault, c, [.. blocks[c.Id]])));
    }

    private static DateOnly? AdultOn(CaseVault vault, ClosedCase closed, List<CaseBlock> blocks)
    {
        using var key = vault.Open(closed.Id, closed.WrappedKey);
        if (key is null)
        {
            return null;
        }

        var eventOn = blocks.Find(b => b.Kind == CaseBlocks.Event) is { } happened ? CaseVault.Read(key, happened).Date(CaseBlocks.EventOn) : null;
        return RetentionRules.AdultOn(blocks.Where(b => b.Kind == CaseBlocks.Victim).Select(b => CaseVault.Read(key, b)), eventOn, closed.ClosedOn);
    }
}
