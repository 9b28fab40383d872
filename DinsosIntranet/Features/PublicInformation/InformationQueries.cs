using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>A letter of the request as its panel shows it; <paramref name="Signing"/> is set while it waits for its signer.</summary>
public sealed record InformationLetterState(Guid Id, string Title, LetterStatus Status, string? Number, SigningView? Signing);

/// <summary>A document that is given, with the fingerprint of its file.</summary>
public sealed record InformationItemRow(InformationItem Item, string? Sha256)
{
    public bool LacksFile => Item.Form == CopyForm.Soft && Sha256 is null;
}

/// <summary>Whether the time may still be lengthened, and until when it would then run.</summary>
public sealed record ExtensionView(string? WhyNot, DateOnly? LastDay, int Days, DateTime? ExtendedAt);

/// <summary>Everything the panels of the information desk show of one request.</summary>
public sealed record InformationPanelView
{
    public required InformationRequest Information { get; init; }

    public required string ApplicantName { get; init; }

    public required IReadOnlyList<ExclusionTest> Tests { get; init; }

    public required IReadOnlyList<InformationItemRow> Items { get; init; }

    public required InformationLetterState? Notice { get; init; }

    public required InformationLetterState? Refusal { get; init; }

    public required InformationLetterState? ExtensionLetter { get; init; }

    public required ExtensionView Extension { get; init; }

    /// <summary>The evidence of the hand-over that was prepared, with its number.</summary>
    public required (InformationHandOver HandOver, string Number)? HandOver { get; init; }

    /// <summary>Why the signer sent the last letter back; null once it was submitted again.</summary>
    public required (string By, string? Reason)? Returned { get; init; }

    public string ReceiverName => Information.ProxyName ?? ApplicantName;
}

/// <summary>What the panels of the information desk read.</summary>
public sealed class InformationQueries(
    IDbContextFactory<DinsosDbContext> factory, LetterQueries letters, StandardLibrary standards, TimeProvider time)
{
    /// <summary>Null where there is no such request, or none for this person.</summary>
    public async Task<InformationPanelView?> PanelAsync(Guid requestId, AgencySnapshot agency, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(viewer, requestId))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from i in db.InformationRequests.AsNoTracking()
                           join r in db.ServiceRequests.AsNoTracking() on i.Id equals r.Id
                           join p in db.Persons.AsNoTracking() on r.ApplicantId equals p.Id
                           where i.Id == requestId
                           select new { Information = i, p.Name, r.StandardVersionId }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var standard = (await standards.GetAsync(found.StandardVersionId, cancellationToken)).Standard;
        var clock = await db.WorkClocks.AsNoTracking().FirstOrDefaultAsync(c => c.WorkItemId == requestId && c.Kind == ClockKind.LegalLimit, cancellationToken);
        var today = agency.DateOf(time.GetUtcNow().UtcDateTime);
        var whyNot = ExtensionRules.WhyNot(standard.LegalLimit, clock, today, agency.Calendar);
        return new InformationPanelView
        {
            Information = found.Information,
            ApplicantName = found.Name,
            Tests = await db.ExclusionTests.AsNoTracking().Where(t => t.RequestId == requestId).OrderBy(t => t.Id).ToListAsync(cancellationToken),
            Items = await ItemsAsync(db, requestId, cancellationToken),
            Notice = await LetterAsync(db, requestId, LetterKinds.InformationNotice, agency, cancellationToken),
            Refusal = await LetterAsync(db, requestId, LetterKinds.InformationRefusal, agency, cancellationToken),
            ExtensionLetter = await LetterAsync(db, requestId, LetterKinds.InformationExtension, agency, cancellationToken),
            Extension = new ExtensionView(
                whyNot,
                whyNot is null ? ExtensionRules.LastDay(standard.LegalLimit!, clock!, agency.Calendar) : null,
                standard.LegalLimit?.Extension?.Amount ?? 0,
                found.Information.ExtendedAt),
            HandOver = await HandOverAsync(db, requestId, cancellationToken),
            Returned = await ReturnedAsync(db, requestId, cancellationToken),
        };
    }

    private async Task<InformationLetterState?> LetterAsync(DinsosDbContext db, Guid requestId, string kind, AgencySnapshot agency, CancellationToken cancellationToken)
    {
        if (await InformationFacts.LetterAsync(db, requestId, kind, cancellationToken) is not { } letter)
        {
            return null;
        }

        var signing = letter.Status == LetterStatus.AwaitingSignature ? await letters.ForSigningBesideAsync(letter.Id, agency, cancellationToken) : null;
        return new InformationLetterState(letter.Id, letter.Title, letter.Status, letter.Number, signing);
    }

    private static async Task<IReadOnlyList<InformationItemRow>> ItemsAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var items = await db.InformationItems.AsNoTracking().Where(i => i.RequestId == requestId).OrderBy(i => i.Id).ToListAsync(cancellationToken);
        var files = await (from a in db.Attachments.AsNoTracking()
                           join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                           where a.OwnerId == requestId && a.RemovedAt == null
                           select new { a.Purpose, f.Sha256 }).ToListAsync(cancellationToken);
        return items.ConvertAll(i => new InformationItemRow(i, files.Find(f => f.Purpose == i.FilePurpose)?.Sha256));
    }

    private static async Task<(InformationHandOver HandOver, string Number)?> HandOverAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var found = await (from h in db.InformationHandOvers.AsNoTracking()
                           join l in db.Letters.AsNoTracking() on h.LetterId equals l.Id
                           where h.RequestId == requestId && h.ReplacedAt == null
                           select new { HandOver = h, l.Number }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.HandOver, found.Number!);
    }

    /// <summary>The last line of the story that a signer wrote, unless a letter was submitted after it.</summary>
    private static async Task<(string By, string? Reason)?> ReturnedAsync(DinsosDbContext db, Guid requestId, CancellationToken cancellationToken)
    {
        var last = await db.HistoryEntries.AsNoTracking()
            .Where(h => h.WorkItemId == requestId && h.Title == LetterService.ReturnedTitle)
            .OrderByDescending(h => h.Id)
            .Select(h => new { h.At, h.ActorText, h.Detail })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null || await db.Letters.AnyAsync(l => l.RequestId == requestId && l.CreatedAt > last.At, cancellationToken) ? null : (last.ActorText, last.Detail);
    }
}
