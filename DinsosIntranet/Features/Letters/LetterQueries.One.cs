using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

public sealed partial class LetterQueries
{
    /// <summary>More on the letter's own page would push everything else away; the register has them all.</summary>
    public const int PrintsOnPage = 20;

    private const int MostNumberChoices = 60;

    /// <summary>One letter in full; null where there is none, or it is not for this person.</summary>
    public async Task<LetterView?> FindAsync(Guid letterId, Actor viewer, DateOnly today, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(viewer))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from l in db.Letters.AsNoTracking().VisibleTo(viewer)
                           join w in db.WorkItems.AsNoTracking() on l.RequestId equals w.Id
                           where l.Id == letterId && (!w.IsConfidential || _kindsWithoutContent.Contains(l.Kind))
                           select new { Letter = l, w.Number, w.StandardVersionId, IsOpen = w.ClosedAt == null }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var letter = found.Letter;
        var prints = await PrintsAsync(db, viewer, new PrintFilter(null, null, null, null, null, letterId), 1, PrintsOnPage, cancellationToken);
        return new LetterView
        {
            Letter = letter,
            RequestNumber = found.Number,
            RequestIsOpen = found.IsOpen,
            Standing = LetterStandings.Of(letter.Status, letter.ValidUntil, today),
            IsSigned = _bookKinds.Contains(letter.Kind),
            IsReplaceable = contents.Any(c => c.Kind == letter.Kind && c.IsReplaceable),
            IsBesideSteps = _besideKinds.Contains(letter.Kind),
            SigningDesk = _besideKinds.Contains(letter.Kind) ? await SigningDeskAsync(db, letter.Kind, found.StandardVersionId, cancellationToken) : null,
            Versions = await VersionsAsync(db, letter, cancellationToken),
            Replaces = await EarlierAsync(db, viewer, letter, cancellationToken),
            ReplacedBy = await LaterAsync(db, viewer, letter, cancellationToken),
            Prepared = letter.Status == LetterStatus.Draft ? await PreparedAsync(db, letter, cancellationToken) : null,
            Prints = prints.Rows,
            PrintTotal = prints.Total,
            Copies = await db.PrintRecords.Where(p => p.RecordId == letterId).MaxAsync(p => p.Copy, cancellationToken) ?? 0,
        };
    }

    /// <summary>The running numbers of a draft's book that another number stands behind already, the newest first.</summary>
    public async Task<IReadOnlyList<NumberChoice>> NumberChoicesAsync(Guid letterId, int year, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var draft = await db.Letters.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(l => l.Id == letterId, cancellationToken);
        if (draft is null)
        {
            return [];
        }

        var book = await NumberService.BookAsync(db, draft, cancellationToken);
        return await db.Letters.AsNoTracking().VisibleTo(viewer)
            .Where(l => l.Book == book && l.Year == year && l.Insertion == 0 && l.Sequence != null)
            .Where(l => db.Letters.Any(n => n.Book == book && n.Year == year && n.Sequence == l.Sequence + 1))
            .OrderByDescending(l => l.Sequence)
            .Take(MostNumberChoices)
            .Select(l => new NumberChoice(l.Sequence!.Value, l.Number!, l.DatedOn!.Value))
            .ToListAsync(cancellationToken);
    }

    private async Task<string?> SigningDeskAsync(DinsosDbContext db, string kind, Guid versionId, CancellationToken cancellationToken)
    {
        var standard = (await standards.GetAsync(versionId, cancellationToken)).Standard;
        return contents.First(c => c.Kind == kind).SigningDesk(standard, await db.Desks.AsNoTracking().Include(d => d.Members).Where(d => d.RetiredAt == null).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken));
    }

    private static async Task<PreparedNumber?> PreparedAsync(DinsosDbContext db, Letter letter, CancellationToken cancellationToken)
    {
        var prepared = await db.NumberPreparations.AsNoTracking().FirstOrDefaultAsync(p => p.RequestId == letter.RequestId && p.Kind == letter.Kind, cancellationToken);
        if (prepared is null)
        {
            return null;
        }

        var book = await NumberService.BookAsync(db, letter, cancellationToken);
        var after = prepared.AfterSequence is null ? null : await db.Letters
            .Where(l => l.Book == book && l.Year == prepared.DatedOn.Year && l.Sequence == prepared.AfterSequence && l.Insertion == 0)
            .Select(l => l.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return new PreparedNumber(prepared.AfterSequence, after, prepared.TypedNumber, prepared.DatedOn, prepared.Reason, prepared.PreparedByText);
    }

    private static async Task<IReadOnlyList<LetterVersion>> VersionsAsync(DinsosDbContext db, Letter letter, CancellationToken cancellationToken)
    {
        Guid?[] wanted = [letter.ApprovedFileId, letter.IssuedFileId];
        var files = await db.StoredFiles.AsNoTracking()
            .Where(f => wanted.Contains(f.Id))
            .Select(f => new { f.Id, f.StoredAt, f.Kind, f.Length, f.Sha256 })
            .ToListAsync(cancellationToken);
        return
        [
            .. files.OrderBy(f => f.StoredAt).ThenBy(f => f.Id).Select(f => new LetterVersion(
                f.Id == letter.IssuedFileId ? "Yang terbit" : "Yang disetujui, belum bertanda tangan", f.StoredAt, f.Kind.Extension().TrimStart('.').ToUpperInvariant(), f.Length, f.Sha256)),
        ];
    }

    private static async Task<LinkedLetter?> EarlierAsync(DinsosDbContext db, Actor viewer, Letter letter, CancellationToken cancellationToken) =>
        await (from r in db.ServiceRequests.AsNoTracking()
               join l in db.Letters.AsNoTracking().VisibleTo(viewer) on r.ReplacesLetterId equals l.Id
               join w in db.WorkItems.AsNoTracking() on l.RequestId equals w.Id
               where r.Id == letter.RequestId && l.Kind == letter.Kind
               select new LinkedLetter(l.Id, l.Number, w.Id, w.Number, r.Replacement!.Value)).FirstOrDefaultAsync(cancellationToken);

    private static async Task<LinkedLetter?> LaterAsync(DinsosDbContext db, Actor viewer, Letter letter, CancellationToken cancellationToken)
    {
        var request = await (from r in db.ServiceRequests.AsNoTracking().VisibleTo(viewer)
                             where r.Id == letter.ReplacementRequestId
                             select new { r.Id, r.Number, Kind = r.Replacement!.Value }).FirstOrDefaultAsync(cancellationToken);
        if (request is null)
        {
            return null;
        }

        var later = await db.Letters.AsNoTracking()
            .Where(l => l.RequestId == request.Id && l.ReplacesLetterId == letter.Id && l.Status != LetterStatus.Voided)
            .OrderByDescending(l => l.ApprovedAt)
            .Select(l => new { l.Id, l.Number })
            .FirstOrDefaultAsync(cancellationToken);
        return new LinkedLetter(later?.Id, later?.Number, request.Id, request.Number, request.Kind);
    }
}
