using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A file of a case as it is handed out, with a name that says nothing but code and kind of file.</summary>
public sealed record CaseFile(Stream Content, string ContentType, string FileName);

/// <summary>Hands out the attachment a reading was recorded for: to the same person, within minutes, while the content is open to them.</summary>
public sealed class CaseFileReader(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, CaseVault vault, FileVault files, TimeProvider time)
{
    public async Task<CaseFile?> FetchAsync(Guid readingId, Actor actor, CancellationToken cancellationToken = default)
    {
        var agency = await agencies.GetAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = now.AddMinutes(-CaseFormWriter.FetchMinutes);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var reading = await db.CaseSightings.AsNoTracking().FirstOrDefaultAsync(
            s => s.Id == readingId && s.Kind == SightingKind.Attachment && s.UserId == actor.UserId && s.At > oldest, cancellationToken);
        if (reading is null
            || await CaseFinding.FindAsync(db, reading.CaseId, actor, agency, now, cancellationToken) is not { Sight: CaseSight.Content } found
            || await CaseFinding.OpenUntilAsync(db, reading.CaseId, actor.UserId, now, cancellationToken) is null)
        {
            return null;
        }

        var attachmentId = Guid.ParseExact(reading.Detail!, "N");
        var attachment = await db.CaseAttachments.AsNoTracking().FirstOrDefaultAsync(a => a.Id == attachmentId && a.CaseId == reading.CaseId && a.RemovedAt == null, cancellationToken);
        using var key = vault.Open(found.Case);
        if (attachment is null || key is null)
        {
            return null;
        }

        var file = await db.StoredFiles.AsNoTracking().FirstAsync(f => f.Id == attachment.FileId, cancellationToken);
        var info = file.ToInfo() with { WrappedKey = CaseVault.Read(key, CaseService.AttachmentTable, "FileKey", attachment.Id, attachment.FileKey) };
        return new CaseFile(files.OpenRead(info), file.Kind.ContentType(), $"lampiran-{found.Item.Number}{file.Kind.Extension()}");
    }
}
