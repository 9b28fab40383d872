using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.TemplateLetters;

/// <summary>What the panel of the preparing step shows.</summary>
public sealed record ComposeView(
    IReadOnlyDictionary<string, string>? Answers, Guid? Version, DateTime? SavedAt, string? SavedBy, Guid? DraftLetterId, ReturnedNote? Returned);

/// <summary>What was typed for a letter, and where its draft stands.</summary>
public sealed class TemplateLetterQueries(IDbContextFactory<DinsosDbContext> factory)
{
    public async Task<ComposeView> PanelAsync(Guid requestId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from e in db.TemplateEntries.AsNoTracking()
                           join u in db.Users.AsNoTracking() on e.SavedById equals u.Id
                           where e.RequestId == requestId
                           select new { Entry = e, u.FullName }).FirstOrDefaultAsync(cancellationToken);
        var draft = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == requestId && l.Kind == LetterKinds.FromTemplate && l.Status == LetterStatus.Draft)
            .Select(l => new { l.Id, l.CreatedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return new ComposeView(
            found?.Entry.Answers,
            found?.Entry.Version,
            found?.Entry.SavedAt,
            found?.FullName,
            draft?.Id,
            draft is null ? null : await ReturnedNote.FindAsync(db, requestId, draft.CreatedAt, cancellationToken));
    }
}
