using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Letters;

/// <summary>A paper that goes out as soon as it is made, without a signer: which kind, of which request, dated how, with which number if any.</summary>
public sealed record Slip(Guid RequestId, string Kind, DateOnly DatedOn, SlipNumber? Number = null)
{
    /// <summary>Made beforehand where something else names the slip already.</summary>
    public Guid LetterId { get; init; } = Guid.CreateVersion7();
}

/// <summary>Keeps papers as they were issued, and counts each time one is printed or opened.</summary>
public sealed class PaperArchive(FileVault vault, WriteRunner writes, IDbContextFactory<DinsosDbContext> factory)
{
    /// <summary>Longest paper of our own making: far beyond any real one, so only a fault can reach it.</summary>
    private const long MaxPaperBytes = 20 * 1024 * 1024;

    /// <summary>Stores a paper inside a write; if that write does not commit, the file goes again.</summary>
    public async Task<StoredFile> StoreAsync(WriteScope scope, byte[] pdf, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(pdf, writable: false);
        var stored = await vault.StoreAsync(content, MaxPaperBytes, cancellation: cancellationToken);
        var info = stored.IsOk ? stored.Value : throw new InvalidOperationException("A paper of our own was refused: " + stored.Message);
        scope.OnRollback(() => vault.DeleteAsync(info));
        var file = StoredFile.From(info, scope.Now);
        scope.Db.StoredFiles.Add(file);
        return file;
    }

    /// <summary>Stores a slip and enters it as issued, inside a write.</summary>
    public async Task<Letter> IssueAsync(WriteScope scope, Slip slip, byte[] pdf, CancellationToken cancellationToken)
    {
        var file = await StoreAsync(scope, pdf, cancellationToken);
        var letter = new Letter
        {
            Id = slip.LetterId,
            RequestId = slip.RequestId,
            Kind = slip.Kind,
            Title = LetterKinds.Name(slip.Kind),
            Status = LetterStatus.Issued,
            Book = slip.Number is null ? null : slip.Kind,
            Year = slip.Number?.Year,
            Sequence = slip.Number?.Sequence,
            Number = slip.Number?.Text,
            DatedOn = slip.DatedOn,
            IssuedFileId = file.Id,
            IssuedSha256 = file.Sha256,
            CreatedAt = scope.Now,
            IssuedAt = scope.Now,
            CreatedById = scope.Actor.UserId,
            Version = Guid.CreateVersion7(),
        };
        scope.Db.Letters.Add(letter);
        return letter;
    }

    public async Task<byte[]> ReadAsync(Guid fileId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var file = await db.StoredFiles.AsNoTracking().FirstAsync(f => f.Id == fileId, cancellationToken);
        return await vault.ReadAllAsync(file.ToInfo(), cancellationToken);
    }

    /// <summary>Records that a paper went out and returns which copy this is, counted from 1. The paper itself is not marked.</summary>
    public Task<Outcome<int>> RecordPrintAsync(Guid recordId, string kind, PrintWay way, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync<int>(
            act,
            async scope =>
            {
                var copy = 1 + (await scope.Db.PrintRecords.Where(p => p.RecordId == recordId && p.Kind == kind).MaxAsync(p => p.Copy, cancellationToken) ?? 0);
                Add(scope, recordId, kind, way, copy);
                scope.Audit(way == PrintWay.Downloaded ? "surat.unduh" : "surat.cetak", kind, recordId, new AuditText().Fact("cetakan", copy));
                return copy;
            },
            cancellationToken);

    /// <summary>Records that a draft was looked at.</summary>
    public Task<Outcome> RecordPreviewAsync(Guid letterId, string kind, ActionContext act, CancellationToken cancellationToken = default) =>
        writes.RunAsync(
            act,
            scope =>
            {
                Add(scope, letterId, kind, PrintWay.Previewed, copy: null);
                scope.Audit(LetterPapers.PreviewAct, LetterService.RecordKind, letterId);
                return Task.FromResult(Outcome.Ok());
            },
            cancellationToken);

    private static void Add(WriteScope scope, Guid recordId, string kind, PrintWay way, int? copy)
    {
        scope.Db.PrintRecords.Add(new PrintRecord
        {
            Id = Guid.CreateVersion7(),
            RecordId = recordId,
            Kind = kind,
            Way = way,
            Copy = copy,
            At = scope.Now,
            ByUserId = scope.Actor.UserId,
        });
        scope.Publish(Topic.Letters, recordId);
    }
}
