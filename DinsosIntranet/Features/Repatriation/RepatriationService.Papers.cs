using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Repatriation;

/// <summary>A file about one of the people: the signed sheet of the hand-over, or a photo.</summary>
public sealed record AddRepatriationPaper(Guid RequestId, Guid MigrantId, RepatriationPaperKind Kind, Stream Content);

public sealed partial class RepatriationService
{
    /// <summary>Takes a file in: checked by its content and size, encrypted; deleted again when the write that records it is refused.</summary>
    public async Task<Outcome> AddPaperAsync(AddRepatriationPaper command, ActionContext act, CancellationToken cancellationToken = default)
    {
        var stored = await files.StoreAsync(command.Content, fileOptions.Value.MaxBytes, null, cancellationToken);
        if (!stored.IsOk)
        {
            return stored.AsFailure();
        }

        var kept = false;
        try
        {
            var outcome = await RecordPaperAsync(command, stored.Value, act, cancellationToken);
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

    public Task<Outcome> RemovePaperAsync(Guid requestId, Guid paperId, ActionContext act, CancellationToken cancellationToken = default) =>
        OnAsync(requestId, act, "pemulangan.berkas-hapus", new AuditText().Fact("berkas", paperId), [EscortAction], needsContent: true, async (scope, _, _) =>
        {
            if (await scope.Db.RepatriationPapers.FirstOrDefaultAsync(p => p.Id == paperId && p.RequestId == requestId && p.RemovedAt == null, cancellationToken) is not { } paper)
            {
                return Outcome.NotFound("Berkas ini sudah dihapus.");
            }

            (paper.RemovedAt, paper.Version) = (scope.Now, Guid.CreateVersion7());
            return Outcome.Ok();
        }, cancellationToken);

    private Task<Outcome> RecordPaperAsync(AddRepatriationPaper command, StoredFileInfo info, ActionContext act, CancellationToken cancellationToken)
    {
        var id = OrderedId.Create();
        return OnAsync(
            command.RequestId,
            act,
            "pemulangan.berkas-tambah",
            new AuditText().Fact("berkas", id).Fact("jenis", command.Kind),
            [EscortAction],
            needsContent: true,
            async (scope, _, file) =>
            {
                if (vault.Open(file).Migrants.Find(m => m.Id == command.MigrantId) is not { } migrant)
                {
                    return Outcome.NotFound("Orang ini tidak ada dalam perjalanan ini.");
                }

                if (migrant.HandOver is null)
                {
                    return Outcome.Refused("Catat dulu serah terimanya.");
                }

                if (command.Kind == RepatriationPaperKind.Photo && info.Kind == FileKind.Pdf)
                {
                    return Outcome.Refused("Foto berupa JPEG atau PNG.");
                }

                if (await scope.Db.RepatriationPapers.CountAsync(p => p.RequestId == command.RequestId && p.MigrantId == command.MigrantId && p.RemovedAt == null, cancellationToken) >= RepatriationPaper.Most)
                {
                    return Outcome.Refused($"Paling banyak {RepatriationPaper.Most} berkas untuk satu orang.");
                }

                scope.Db.StoredFiles.Add(StoredFile.From(info, scope.Now));
                scope.Db.RepatriationPapers.Add(new RepatriationPaper
                {
                    Id = id,
                    RequestId = command.RequestId,
                    MigrantId = command.MigrantId,
                    Kind = command.Kind,
                    FileId = info.Id,
                    AddedAt = scope.Now,
                    AddedByText = scope.Actor.NameAndPosition,
                    Version = Guid.CreateVersion7(),
                });
                return Outcome.Ok();
            },
            cancellationToken);
    }
}
