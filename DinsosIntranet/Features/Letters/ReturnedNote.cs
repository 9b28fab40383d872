using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>Why the signer sent a draft back.</summary>
public sealed record ReturnedNote(string By, string? Reason)
{
    /// <summary>Only while the draft is still the one that was sent back; a corrected one is a new draft.</summary>
    public static async Task<ReturnedNote?> FindAsync(DinsosDbContext db, Guid requestId, DateTime draftCreatedAt, CancellationToken cancellationToken) =>
        await db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == requestId && h.Title == LetterService.ReturnedTitle && h.At > draftCreatedAt)
            .OrderByDescending(h => h.At)
            .Select(h => new ReturnedNote(h.ActorText, h.Detail))
            .FirstOrDefaultAsync(cancellationToken);
}
