using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Intake;

/// <summary>A scan as lists show it.</summary>
public sealed record AttachmentRow(Guid Id, string Purpose, string Name, long Length, FileKind Kind, DateTime UploadedAt);

/// <summary>A scan opened for reading; whoever receives it closes the stream.</summary>
public sealed record OpenedAttachment(Stream Content, FileKind Kind, string Purpose);

/// <summary>
/// Scans and screenshots of requests, and of forms not saved yet. A draft's scans belong to the person who
/// uploaded them. Those of a request are seen by everybody who may see the request; requirements are kept by the counter,
/// everything else by whoever may work on the request now.
/// </summary>
public sealed class AttachmentService(
    WriteRunner writes,
    FileVault vault,
    IOptions<FileVaultOptions> options,
    AgencyDirectory agencies,
    IEnumerable<IAttachmentOwner> owners,
    IDbContextFactory<DinsosDbContext> factory)
{
    public const int PurposeMaxLength = 60;
    private const string RecordKind = "berkas";

    /// <summary>
    /// Takes a file in. It is stored before the write that records it, so that a slow line never holds the write gate, and
    /// deleted again when that write is refused. An earlier file of the same owner and purpose gives way to it.
    /// </summary>
    public async Task<Outcome<AttachmentRow>> AddAsync(
        Guid ownerId,
        string purpose,
        string fileName,
        Stream content,
        ActionContext act,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (purpose.Length is 0 or > PurposeMaxLength)
        {
            return Outcome.Refused("Berkas ini tidak punya tempat di permohonan.");
        }

        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            // Asked again inside the write: this look only spares reading what would be refused anyway.
            if (await CheckChangeAsync(db, act.Actor, ownerId, purpose, cancellationToken) is { IsOk: false } refused)
            {
                return refused.AsFailure();
            }
        }

        var stored = await vault.StoreAsync(content, options.Value.MaxBytes, progress, cancellationToken);
        if (!stored.IsOk)
        {
            return stored.AsFailure();
        }

        // Not deleted by the scope's undo: a write that met another one is run again and still needs the file.
        var kept = false;
        try
        {
            var outcome = await RecordAsync(ownerId, purpose, SafeFileName.Clean(fileName), stored.Value, act, cancellationToken);
            kept = outcome.IsOk;
            return outcome;
        }
        finally
        {
            if (!kept)
            {
                await vault.DeleteAsync(stored.Value);
            }
        }
    }

    /// <summary>Takes a file off the list; the file itself stays for the trail.</summary>
    public Task<Outcome> RemoveAsync(Guid attachmentId, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            async scope =>
            {
                scope.Audit("berkas.hapus", RecordKind, attachmentId);
                var attachment = await scope.Db.Attachments.FirstOrDefaultAsync(a => a.Id == attachmentId && a.RemovedAt == null, cancellationToken);
                if (attachment is null || scope.Actor.IsExcludedFrom(attachment.OwnerId))
                {
                    return Outcome.NotFound("Berkas ini sudah dihapus.");
                }

                var allowed = await CheckChangeAsync(scope.Db, scope.Actor, attachment.OwnerId, attachment.Purpose, cancellationToken);
                if (allowed.IsOk)
                {
                    attachment.RemovedAt = scope.Now;
                    scope.Publish(Topic.Work, attachment.OwnerId);
                }

                return allowed;
            },
            cancellationToken);

    /// <summary>What belongs to a request or draft now, one file per purpose; empty for somebody who may not see it.</summary>
    public async Task<IReadOnlyList<AttachmentRow>> ListAsync(Guid ownerId, Actor viewer, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!await MaySeeAsync(db, viewer, ownerId, cancellationToken))
        {
            return [];
        }

        var rows = await (from a in db.Attachments.AsNoTracking()
                          join f in db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                          where a.OwnerId == ownerId && a.RemovedAt == null
                          orderby a.UploadedAt
                          select new AttachmentRow(a.Id, a.Purpose, a.DisplayName, f.Length, f.Kind, a.UploadedAt)).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(r => r.Purpose).Select(g => g.Last())];
    }

    /// <summary>Opens a file for showing; the opening is in the trail.</summary>
    public async Task<Outcome<OpenedAttachment>> OpenAsync(Guid attachmentId, ActionContext act, CancellationToken cancellationToken = default)
    {
        var found = await writes.RunAsync<(StoredFileInfo Info, string Purpose)>(
            act,
            async scope =>
            {
                var row = await (from a in scope.Db.Attachments.AsNoTracking()
                                 join f in scope.Db.StoredFiles.AsNoTracking() on a.FileId equals f.Id
                                 where a.Id == attachmentId && a.RemovedAt == null
                                 select new { a.OwnerId, a.Purpose, File = f }).FirstOrDefaultAsync(cancellationToken);
                if (row is null || scope.Actor.IsExcludedFrom(row.OwnerId))
                {
                    return Outcome.NotFound("Berkas tidak ditemukan atau sudah dihapus.");
                }

                scope.Audit("berkas.buka", RecordKind, attachmentId, new AuditText().Fact("milik", row.OwnerId).Fact("keperluan", row.Purpose));
                return await MaySeeAsync(scope.Db, scope.Actor, row.OwnerId, cancellationToken)
                    ? (row.File.ToInfo(), row.Purpose)
                    : Outcome.Forbidden();
            },
            cancellationToken);
        return found.IsOk
            ? new OpenedAttachment(vault.OpenRead(found.Value.Info), found.Value.Info.Kind, found.Value.Purpose)
            : found.AsFailure();
    }

    private Task<Outcome<AttachmentRow>> RecordAsync(Guid ownerId, string purpose, string name, StoredFileInfo info, ActionContext act, CancellationToken cancellationToken) =>
        writes.RunAsync<AttachmentRow>(
            act,
            async scope =>
            {
                var id = Guid.CreateVersion7();
                scope.Audit("berkas.unggah", RecordKind, id, new AuditText()
                    .Fact("milik", ownerId).Fact("keperluan", purpose).Fact("ukuran", info.Length).Fact("sha256", info.Sha256));
                if (await CheckChangeAsync(scope.Db, scope.Actor, ownerId, purpose, cancellationToken) is { IsOk: false } refused)
                {
                    return refused.AsFailure();
                }

                foreach (var earlier in await scope.Db.Attachments.Where(a => a.OwnerId == ownerId && a.Purpose == purpose && a.RemovedAt == null).ToListAsync(cancellationToken))
                {
                    earlier.RemovedAt = scope.Now;
                }

                scope.Db.StoredFiles.Add(StoredFile.From(info, scope.Now));
                scope.Db.Attachments.Add(new Attachment
                {
                    Id = id,
                    OwnerId = ownerId,
                    Purpose = purpose,
                    FileId = info.Id,
                    DisplayName = name,
                    UploadedById = scope.Actor.UserId,
                    UploadedAt = scope.Now,
                });
                scope.Publish(Topic.Work, ownerId);
                return new AttachmentRow(id, purpose, name, info.Length, info.Kind, scope.Now);
            },
            cancellationToken);

    private async Task<Outcome> CheckChangeAsync(DinsosDbContext db, Actor actor, Guid ownerId, string purpose, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(w => w.Id == ownerId, cancellationToken);
        if (item is null)
        {
            var may = await FindOwnedAsync(db, actor, ownerId, cancellationToken) is { } rights ? rights.MayChange : await IsOwnDraftAsync(db, actor, ownerId, cancellationToken);
            return may ? Outcome.Ok() : Outcome.Forbidden();
        }

        if (actor.IsExcludedFrom(ownerId))
        {
            return Outcome.NotFound("Permohonan tidak ditemukan.");
        }

        if (!MaySee(item, actor))
        {
            return Outcome.Forbidden();
        }

        var agency = await agencies.GetAsync(cancellationToken);
        var desk = agency.Desk(item.DeskCode);
        if (DeskRules.CanWork(item, desk, actor, utc => IndonesianDates.Time(utc, agency.Zone)) is not { } refusal)
        {
            return Outcome.Ok();
        }

        // What is missing may be brought while the request already lies at another desk.
        if (item.IsOpen && RequestAccess.MayRegister(actor) && await db.RequestRequirements.AnyAsync(r => r.RequestId == ownerId && r.Code == purpose, cancellationToken))
        {
            return Outcome.Ok();
        }

        return desk.MembershipOf(actor) is null ? Outcome.Forbidden(refusal.Message) : Outcome.Refused(refusal.Message);
    }

    private async Task<bool> MaySeeAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken) =>
        await db.WorkItems.AsNoTracking().FirstOrDefaultAsync(w => w.Id == ownerId, cancellationToken) is { } item
            ? MaySee(item, actor)
            : await FindOwnedAsync(db, actor, ownerId, cancellationToken) is { } rights ? rights.MaySee : await IsOwnDraftAsync(db, actor, ownerId, cancellationToken);

    private async Task<AttachmentRights?> FindOwnedAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken)
    {
        foreach (var owner in owners)
        {
            if (await owner.FindAsync(db, actor, ownerId, cancellationToken) is { } rights)
            {
                return rights;
            }
        }

        return null;
    }

    /// <summary>Files of confidential requests are opened through their own capability only.</summary>
    private static bool MaySee(WorkItem item, Actor actor) => !item.IsConfidential && RequestAccess.MaySee(actor, item.Id);

    private async Task<bool> IsOwnDraftAsync(DinsosDbContext db, Actor actor, Guid ownerId, CancellationToken cancellationToken) =>
        (RequestAccess.MayRegister(actor) || owners.Any(o => o.MayDraft(actor))) && !await db.Attachments.AnyAsync(a => a.OwnerId == ownerId && a.UploadedById != actor.UserId, cancellationToken);
}
