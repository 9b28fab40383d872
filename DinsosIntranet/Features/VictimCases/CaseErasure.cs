using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// Takes out of one case everything that was told: inside the write that approved it the key, the envelopes, the indexes and the
/// rows of its files, afterwards the bytes. What was not finished when the program stopped is finished when it starts again, and
/// so is a case that an older copy of the database brought back although its key is on the list of those destroyed.
/// </summary>
public sealed class CaseErasure(
    IDbContextFactory<DinsosDbContext> factory, WriteRunner writes, CaseVault vault, CaseReference reference, FileVault files, IEnumerable<IRequestEraser> erasers, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>Erases inside a write; what is to be deleted outside the database is in the answer and deleted by <see cref="FinishAsync"/>.</summary>
    internal async Task<(ErasedAmounts Amounts, IReadOnlyList<string> Files)> EraseAsync(WriteScope scope, VictimCase victimCase, CancellationToken cancellationToken)
    {
        await DatabaseTraces.OverwriteAsync(scope.Db, cancellationToken);
        var erased = new ErasedRequest();
        foreach (var eraser in erasers)
        {
            await eraser.EraseAsync(scope, victimCase.Id, erased, cancellationToken);
        }

        var blocks = await EraseBlocksAsync(scope, victimCase, cancellationToken);
        await EraseEnvelopesAsync(scope.Db, victimCase.Id, cancellationToken);
        var attachments = await scope.Db.CaseAttachments.Where(a => a.CaseId == victimCase.Id).ToListAsync(cancellationToken);
        var ids = attachments.ConvertAll(a => a.FileId);
        scope.Db.CaseAttachments.RemoveRange(attachments);
        foreach (var file in await scope.Db.StoredFiles.Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken))
        {
            erased.Remove(scope, file);
        }

        victimCase.WrappedKey = null;
        return (new ErasedAmounts(blocks, erased.Files.Count, erased.Texts), erased.Files);
    }

    /// <summary>
    /// Does what lies outside the database: the files' bytes, the list of destroyed keys, the write-ahead log. Safe to run again;
    /// answers how many cases are finished by it.
    /// </summary>
    public async Task<int> FinishAsync(CancellationToken cancellationToken = default)
    {
        List<(Guid Id, Guid CaseId, IReadOnlyList<string> Paths)> open;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            open = (await db.CaseDestructions.AsNoTracking().Where(d => d.State == DestructionState.Done && d.FinishedAt == null).OrderBy(d => d.Id).Take(Batch).ToListAsync(cancellationToken))
                .ConvertAll(d => (d.Id, d.CaseId, d.PendingPaths));
        }

        foreach (var (_, caseId, paths) in open)
        {
            vault.MarkDestroyed(caseId);
            foreach (var path in paths)
            {
                await files.DeleteAsync(path);
            }
        }

        return open.Count > 0 && await WipeAsync(cancellationToken) ? await RecordAsync(open.ConvertAll(o => o.Id), cancellationToken) : 0;
    }

    /// <summary>At start: cases whose key is on the list of those destroyed but which the database holds again. Answers how many.</summary>
    public async Task<int> EraseReturnedAsync(CancellationToken cancellationToken = default)
    {
        List<Guid> returned;
        await using (var db = await factory.CreateDbContextAsync(cancellationToken))
        {
            returned = (await db.VictimCases.AsNoTracking().Where(c => c.WrappedKey != null).Select(c => c.Id).ToListAsync(cancellationToken)).FindAll(vault.WasDestroyed);
        }

        foreach (var caseId in returned)
        {
            IReadOnlyList<string> paths = [];
            var text = new AuditText();
            await writes.RunAsync(
                ActionContext.For(Actor.System, time, "sistem"),
                async scope =>
                {
                    scope.Audit("kasus.musnah-ulang", CaseService.RecordKind, caseId, text);
                    var victimCase = await scope.Db.VictimCases.FirstAsync(c => c.Id == caseId, cancellationToken);
                    (var amounts, paths) = await EraseAsync(scope, victimCase, cancellationToken);
                    text.Fact("blok", amounts.Blocks).Fact("berkas", amounts.Files);
                    return Outcome.Ok();
                },
                cancellationToken);
            foreach (var path in paths)
            {
                await files.DeleteAsync(path);
            }
        }

        if (returned.Count > 0)
        {
            await WipeAsync(cancellationToken);
        }

        return returned.Count;
    }

    private async Task<int> EraseBlocksAsync(WriteScope scope, VictimCase victimCase, CancellationToken cancellationToken)
    {
        var blocks = await scope.Db.CaseBlocks.Where(b => b.CaseId == victimCase.Id).ToListAsync(cancellationToken);
        using var key = vault.Open(victimCase);
        var filled = key is null ? [] : blocks.Where(b => b.RemovedAt is null).Select(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b))).ToList();
        var eventOn = filled.Find(b => b.Kind == CaseBlocks.Event)?.Values.Date(CaseBlocks.EventOn);
        var kept = CaseRemains.MayBeCounted(filled) ? filled.ToDictionary(b => b.Id, b => CaseRemains.Of(b, reference.Kept, eventOn)) : [];
        foreach (var block in blocks)
        {
            block.Payload = kept.TryGetValue(block.Id, out var values) && values.All.Count > 0 ? vault.SealKept(block.Id, values) : "";
            (block.NikIndex, block.PhoneIndex) = (null, null);
        }

        return blocks.Count;
    }

    /// <summary>What stands in envelopes beside the blocks. The key is gone with this write; the envelopes go too, so that nothing is left to be guessed at.</summary>
    private static async Task EraseEnvelopesAsync(DinsosDbContext db, Guid caseId, CancellationToken cancellationToken)
    {
        await db.CaseEmergencies.Where(e => e.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, ""), cancellationToken);
        await db.AssessmentReviews.Where(r => r.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Note, (string?)null), cancellationToken);
        await db.CaseReferrals.Where(r => r.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, "").SetProperty(r => r.Answer, (string?)null), cancellationToken);
        await db.CaseHearings.Where(h => h.CaseId == caseId).ExecuteUpdateAsync(set => set.SetProperty(h => h.Payload, ""), cancellationToken);
        await db.CaseClosures.Where(c => c.CaseId == caseId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.Payload, "").SetProperty(c => c.Note, (string?)null).SetProperty(c => c.ReopenReason, (string?)null), cancellationToken);
    }

    private async Task<bool> WipeAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await DatabaseTraces.WipeLogAsync(db, cancellationToken);
    }

    private async Task<int> RecordAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var outcome = await writes.RunAsync<int>(
            ActionContext.For(Actor.System, time, "sistem"),
            async scope =>
            {
                var open = await scope.Db.CaseDestructions.Where(d => ids.Contains(d.Id) && d.FinishedAt == null).ToListAsync(cancellationToken);
                foreach (var destruction in open)
                {
                    scope.Audit("kasus.musnah-tuntas", CaseService.RecordKind, destruction.CaseId);
                    destruction.Finish(scope.Now);
                }

                return open.Count;
            },
            cancellationToken);
        return outcome.IsOk ? outcome.Value : 0;
    }
}

/// <summary>Finishes at start and every minute what an anonymising left to do.</summary>
internal sealed partial class CaseErasureWatch(CaseErasure erasure, TimeProvider time, ILogger<CaseErasureWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await FinishAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Shutting down.
        }
    }

    private async Task FinishAsync(CancellationToken cancellationToken)
    {
        try
        {
            await erasure.FinishAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnfinished(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An anonymised case could not be finished; trying again in a minute.")]
    private static partial void LogUnfinished(ILogger logger, Exception exception);
}
