using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>A file to be put into a case.</summary>
public sealed record AddCaseFile(Guid CaseId, string Kind, string FileName, Stream Content);

public sealed partial class CaseService
{
    internal const string AttachmentTable = "CaseAttachments";
    internal const string AttachmentKind = "jenis";
    internal const string AttachmentName = "nama-berkas";

    /// <summary>
    /// Takes a file into a case: checked by its content, size and name, encrypted, its key wrapped under that of the case. It is
    /// stored before the write that records it, and deleted again when that write is refused.
    /// </summary>
    public async Task<Outcome> AddAttachmentAsync(AddCaseFile command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var stored = await files.StoreAsync(command.Content, fileOptions.Value.MaxBytes, null, cancellationToken);
        if (!stored.IsOk)
        {
            return stored.AsFailure();
        }

        var kept = false;
        try
        {
            var outcome = await RecordAsync(command, stored.Value, act, cancellationToken);
            kept = outcome.IsOk;
            return outcome;
        }
        finally
        {
            if (!kept)
            {
                await files.DeleteAsync(stored.Value);
            }
        }
    }

    /// <summary>Records that a file is read, and why; the id names this one reading, for the same person and a few minutes.</summary>
    public Task<Outcome<Guid>> OpenAttachmentAsync(Guid caseId, Guid attachmentId, string reason, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync<Guid>(
            caseId,
            act,
            "kasus.lampiran-buka",
            new AuditText().Fact("lampiran", attachmentId).Fact("alasan", Listed(CaseReference.OpeningReasons, reason)),
            async (scope, _) =>
            {
                if (!await scope.Db.CaseAttachments.AnyAsync(a => a.Id == attachmentId && a.CaseId == caseId && a.RemovedAt == null, cancellationToken))
                {
                    return Outcome.NotFound("Lampiran ini sudah dihapus.");
                }

                if (!reference.Knows(CaseReference.OpeningReasons, reason))
                {
                    return Outcome.Refused("Pilih alasan membuka.", nameof(reason));
                }

                var id = OrderedId.Create();
                Sighted(scope, caseId, SightingKind.Attachment, reason, attachmentId.ToString("N"), id: id);
                scope.Publish(Topic.Cases, caseId);
                return id;
            },
            cancellationToken);

    /// <summary>Takes a file off the list; the file itself stays for the trail.</summary>
    public Task<Outcome> RemoveAttachmentAsync(Guid caseId, Guid attachmentId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnWorkAsync(
            caseId,
            act,
            "kasus.lampiran-hapus",
            new AuditText().Fact("lampiran", attachmentId),
            async (scope, _, _) =>
            {
                if (await scope.Db.CaseAttachments.FirstOrDefaultAsync(a => a.Id == attachmentId && a.CaseId == caseId && a.RemovedAt == null, cancellationToken) is not { } attachment)
                {
                    return Outcome.NotFound("Lampiran ini sudah dihapus.");
                }

                attachment.RemovedAt = scope.Now;
                scope.Publish(Topic.Cases, caseId);
                return Outcome.Ok();
            },
            cancellationToken);

    private Task<Outcome> RecordAsync(AddCaseFile command, StoredFileInfo info, ActionContext act, CancellationToken cancellationToken)
    {
        var text = new AuditText().Fact("jenis", Listed(CaseReference.AttachmentKinds, command.Kind));
        return OnWorkAsync(
            command.CaseId,
            act,
            "kasus.lampiran-tambah",
            text,
            async (scope, _, key) =>
            {
                if (!reference.Knows(CaseReference.AttachmentKinds, command.Kind))
                {
                    return Outcome.Refused("Pilih jenis lampiran.", nameof(command.Kind));
                }

                if (await scope.Db.CaseAttachments.CountAsync(a => a.CaseId == command.CaseId && a.RemovedAt == null, cancellationToken) >= CaseAttachment.Most)
                {
                    return Outcome.Refused($"Paling banyak {CaseAttachment.Most} lampiran dalam satu kasus.");
                }

                var id = OrderedId.Create();
                var values = new BlockValues { [AttachmentKind] = command.Kind, [AttachmentName] = SafeFileName.Clean(command.FileName) };
                var payload = CaseVault.Seal(key, AttachmentTable, "Payload", id, values.ToJson());
                text.Fact("lampiran", id).Created("isi", payload);

                // The file's key lies with the case alone: the row of the file keeps none.
                scope.Db.StoredFiles.Add(StoredFile.From(info with { WrappedKey = "" }, scope.Now));
                scope.Db.CaseAttachments.Add(new CaseAttachment
                {
                    Id = id,
                    CaseId = command.CaseId,
                    FileId = info.Id,
                    FileKey = CaseVault.Seal(key, AttachmentTable, "FileKey", id, info.WrappedKey),
                    Payload = payload,
                    AddedAt = scope.Now,
                    AddedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                scope.Publish(Topic.Cases, command.CaseId);
                return Outcome.Ok();
            },
            cancellationToken);
    }
}
