using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Toolkit;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>A paper on its way to the browser. The name is made of the letter's number: it must not name a person.</summary>
public sealed record PaperFile(byte[] Content, string ContentType, string FileName);

/// <summary>Hands out letters for printing: the stored file of what was approved or issued, or a draft with KONSEP across it.</summary>
public sealed class LetterPapers(
    WriteRunner writes, PaperArchive archive, LetterService letters, AgencyDirectory agencies, RequestReaders readers, IEnumerable<ILetterContent> contents, IDbContextFactory<DinsosDbContext> factory)
{
    internal const string PreviewAct = "surat.pratinjau";

    /// <summary>The paper as it went out, or while it waits for ink the approved one; each opening and each download is counted as a copy. A draft has its preview instead.</summary>
    public async Task<Outcome<PaperFile>> OpenAsync(Guid letterId, PrintWay way, ActionContext act, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(letterId, "surat.cetak", act, cancellationToken);
        if (!found.IsOk)
        {
            return found.AsFailure();
        }

        var letter = found.Value;
        if (letter.IsDraft)
        {
            return await PreviewAsync(letterId, act, cancellationToken);
        }

        if (letter.FileId is not { } fileId)
        {
            return Outcome.NotFound("Surat ini tidak dapat dicetak.");
        }

        var content = await archive.ReadAsync(fileId, cancellationToken);
        var kind = FileKinds.Recognise(content) ?? throw new InvalidDataException($"File {fileId} is of no kind the agency takes in.");
        var printed = await archive.RecordPrintAsync(letterId, letter.Kind, way, act, cancellationToken);
        return printed.IsOk
            ? new PaperFile(content, kind.ContentType(), FileName(letter.Number ?? letter.Kind) + kind.Extension())
            : printed.AsFailure();
    }

    /// <summary>The draft as it would be now. Nothing is kept but the note that it was looked at.</summary>
    public async Task<Outcome<PaperFile>> PreviewAsync(Guid letterId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(letterId, PreviewAct, act, cancellationToken);
        if (!found.IsOk)
        {
            return found.AsFailure();
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var preview = await letters.PreviewAsync(letterId, act.Actor, agency.Profile, agency.DateOf(act.Now), act.Now, cancellationToken);
        if (!preview.IsOk)
        {
            return preview.AsFailure();
        }

        var noted = await archive.RecordPreviewAsync(letterId, found.Value.Kind, act, cancellationToken);
        return noted.IsOk
            ? new PaperFile(preview.Value, FileKind.Pdf.ContentType(), $"konsep-{found.Value.Kind}{FileKind.Pdf.Extension()}")
            : noted.AsFailure();
    }

    /// <summary>The draft as a picture, for devices that show no PDF inside a page.</summary>
    public async Task<Outcome<PaperFile>> PictureAsync(Guid letterId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var preview = await PreviewAsync(letterId, act, cancellationToken);
        return preview.IsOk
            ? new PaperFile(PagePicture.Draw(preview.Value.Content), PagePicture.ContentType, Path.ChangeExtension(preview.Value.FileName, ".svg"))
            : preview.AsFailure();
    }

    /// <summary>"400.9.14.1/247/Dinsos/XI/2026" as a file name.</summary>
    internal static string FileName(string number) => string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));

    /// <summary>The letter, unless it is somebody else's business; refusals for want of rights are in the trail.</summary>
    private async Task<Outcome<Found>> FindAsync(Guid letterId, string auditAct, ActionContext act, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var found = await (from l in db.Letters.AsNoTracking()
                           join w in db.WorkItems.AsNoTracking() on l.RequestId equals w.Id
                           where l.Id == letterId
                           select new Found(
                               l.Kind,
                               l.Number,
                               l.Status == LetterStatus.Draft,
                               l.Status == LetterStatus.Issued || l.Status == LetterStatus.Revoked ? l.IssuedFileId : l.Status == LetterStatus.AwaitingSignature ? l.ApprovedFileId : null,
                               l.CreatedById,
                               w)).FirstOrDefaultAsync(cancellationToken);
        if (RequestAccess.MaySee(act.Actor) && act.Actor.IsExcludedFrom(found?.Item.Id))
        {
            found = null;
        }

        if (RequestAccess.MaySee(act.Actor) && (found is null || await MayOpenAsync(db, found, act.Actor, cancellationToken)))
        {
            return found is null ? Outcome.NotFound("Surat tidak ditemukan.") : found;
        }

        var refused = await writes.RunAsync(
            act,
            scope =>
            {
                scope.Audit(auditAct, LetterService.RecordKind, letterId, new AuditText());
                return Task.FromResult<Outcome>(Outcome.Forbidden());
            },
            cancellationToken);
        return refused.AsFailure();
    }

    /// <summary>
    /// Whoever made a slip at the counter prints it, though the request itself is for others. What says nothing of its
    /// request is for those who sign it, keep its number, made it or carry it.
    /// </summary>
    private async Task<bool> MayOpenAsync(DinsosDbContext db, Found found, Actor actor, CancellationToken cancellationToken)
    {
        if (readers.MayRead(found.Item, await agencies.GetAsync(cancellationToken), actor) || (!found.Item.IsConfidential && found.MadeById == actor.UserId))
        {
            return true;
        }

        return contents.FirstOrDefault(c => c.Kind == found.Kind) is { HoldsNoContent: true } content
            && (found.MadeById == actor.UserId || actor.HasAny(StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary)
                || await content.IsBearerAsync(db, found.Item.Id, actor, cancellationToken));
    }

    private sealed record Found(string Kind, string? Number, bool IsDraft, Guid? FileId, Guid MadeById, WorkItem Item);
}
