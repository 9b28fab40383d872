using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// Appends acts to the trail inside the transaction of the write they describe. On SQLite the write gate makes it the only
/// writer; on PostgreSQL an advisory lock of the transaction does, from the moment the chain's end is read to the commit.
/// </summary>
public sealed class AuditSealer(KeyRing keys, AuditAnchorFile anchorFile, IEnumerable<AuditCover> covers)
{
    private const long ChainLock = 0x4A_45_4A_41_4B; // "JEJAK"

    private AuditAnchor? _lastCommitted;

    /// <summary>
    /// Saves what the write changed together with its rows of the trail. Returns the chain's new end, to be handed to
    /// <see cref="Committed"/> once the transaction is; null where nothing was recorded.
    /// </summary>
    public async Task<AuditAnchor?> SealAsync(DinsosDbContext db, ActionContext act, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken)
    {
        if (notes.Count == 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        if (db.Database.IsNpgsql())
        {
            // Rows before the chain, in every write: whoever waits for a row must not hold the chain already.
            await db.SaveChangesAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChainLock})", cancellationToken);
        }

        var reasons = await CoverAsync(db, act, notes, cancellationToken);
        var end = await db.AuditRecords.AsNoTracking()
            .OrderByDescending(r => r.Sequence)
            .Select(r => new AuditAnchor(r.Sequence, r.Hash))
            .FirstOrDefaultAsync(cancellationToken) ?? AuditAnchor.Beginning;
        var key = keys.Current(KeyPurpose.AuditTrail);
        foreach (var (note, reason) in notes.Zip(reasons))
        {
            var draft = new AuditDraft
            {
                AtUtc = act.Now,
                ActorId = act.Actor.UserId,
                ActorName = act.Actor.Name,
                Act = note.Act,
                RecordKind = note.RecordKind,
                RecordId = note.RecordId,
                Text = note.Text.ToJson(reason, act.Origin),
            };
            var record = AuditChain.Seal(end, draft, key.Id, key.Material.Span);
            db.AuditRecords.Add(record);
            end = AuditAnchor.Of(record);
        }

        await db.SaveChangesAsync(cancellationToken);
        return end;
    }

    /// <summary>Seals what was typed freely about covered records; returns the reason of the act as each note may carry it.</summary>
    private async Task<IReadOnlyList<string?>> CoverAsync(DinsosDbContext db, ActionContext act, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken)
    {
        var reasons = notes.Select(_ => act.Reason).ToArray();
        foreach (var cover in covers)
        {
            var free = notes.Select((note, index) => (note, index))
                .Where(n => n.note.RecordKind == cover.RecordKind && (act.Reason is not null || n.note.Text.HasFreeText))
                .Select(n => (n.note, n.index, Id: Guid.TryParse(n.note.RecordId, out var id) ? id : Guid.Empty))
                .ToList();
            if (free.Count == 0)
            {
                continue;
            }

            var sealers = await cover.SealersAsync(db, [.. free.Select(f => f.Id).Distinct()], cancellationToken);
            foreach (var (note, index, id) in free.Where(f => sealers.ContainsKey(f.Id)))
            {
                note.Text.SealFreeText(sealers[id]);
                reasons[index] = act.Reason is { } reason ? sealers[id](reason) : null;
            }
        }

        return reasons;
    }

    /// <summary>Remembers the chain's new end once the write is committed; <see cref="AuditAnchorWriter"/> brings it to the file.</summary>
    public void Committed(AuditAnchor? end)
    {
        if (end is not null)
        {
            Volatile.Write(ref _lastCommitted, end);
        }
    }

    /// <summary>Writes the last committed end of the chain to the anchor file, if it moved; kept for the next try where the disk refuses.</summary>
    public void WriteAnchor()
    {
        if (Interlocked.Exchange(ref _lastCommitted, null) is not { } anchor)
        {
            return;
        }

        try
        {
            anchorFile.Advance(anchor);
        }
        catch
        {
            Interlocked.CompareExchange(ref _lastCommitted, anchor, null);
            throw;
        }
    }
}

/// <summary>Brings the end of the chain to the anchor file once a second and at shutdown, so no write waits for it.</summary>
internal sealed class AuditAnchorWriter(AuditSealer sealer, TimeProvider time, ILogger<AuditAnchorWriter> logger) : BackgroundService
{
    private bool _failing;


    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Write();
            }
        }
        catch (OperationCanceledException)
        {
            // Shutting down: the last write follows.
        }

        Write();
    }

    /// <summary>A full disk or a missing folder must not stop the counter: it is said once, and tried again every second.</summary>
    private void Write()
    {
        try
        {
            sealer.WriteAnchor();
            _failing = false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            if (!_failing)
            {
                logger.LogError(exception, "The end of the trail could not be written to its anchor file; trying again every second.");
            }

            _failing = true;
        }
    }
}
