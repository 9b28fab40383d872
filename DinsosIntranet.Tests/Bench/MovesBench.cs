using System.Security.Cryptography;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// A claim and a disposition through the real services, one transaction each with rules, history, clocks and the sealed
/// trail, beside the same rows saved by Entity Framework alone, and beside the disk's own flush.
/// </summary>
internal static class MovesBench
{
    private const string StepId = "3-disposisi";
    private const string BareKey = "bare";
    private const int PerRound = 100;
    private const int Requests = PerRound * (Timing.Rounds + 1);

    public static async Task RunAsync(BenchHost host)
    {
        var forReal = await BenchData.RequestsAsync(host, Requests, StepId, numberFrom: 500_000);
        var forBare = await BenchData.RequestsAsync(host, Requests, StepId, numberFrom: 100_000);
        var act = await host.ActAsync("ratna");
        var bareSequence = 0L;
        var commands = 0;
        var measured = await Timing.MeasureAsync(
            PerRound * 2,
            async n =>
            {
                commands = host.Commands.Total;
                await RealAsync(host, forReal[n / 2], n % 2 == 0, act);
                commands = host.Commands.Total - commands;
            },
            n => BareAsync(host, forBare[n / 2], n % 2 == 0, ref bareSequence),
            Flushing(host.Folder));
        await CheckAsync(host, forReal);
        var (real, bare, flushes) = (measured[0], measured[1], measured[2]);
        real.Write("moves", "tx/s", bare);
        BenchOutput.Write("moves.p50", Timing.Percentile(real.Milliseconds, 50), "ms", Timing.Percentile(bare.Milliseconds, 50));
        BenchOutput.Write("moves.p99", Timing.Percentile(real.Milliseconds, 99), "ms", Timing.Percentile(bare.Milliseconds, 99));
        BenchOutput.Write("moves.commands", commands, "SQL commands of one disposition");
        BenchOutput.Write("fsync", flushes.PerSecond, "flushes/s");
        BenchOutput.Write("moves.of-fsync", real.PerSecond, "tx/s", flushes.PerSecond);
    }

    /// <summary>One flush of the disk, which is the ceiling of durable single writes.</summary>
    public static Func<int, Task> Flushing(string folder)
    {
        var block = RandomNumberGenerator.GetBytes(4096);
        var file = File.OpenHandle(Path.Combine(folder, "flush"), FileMode.Create, FileAccess.Write);
        return n =>
        {
            RandomAccess.Write(file, block, n * (long)block.Length);
            RandomAccess.FlushToDisk(file);
            return Task.CompletedTask;
        };
    }

    /// <summary>The head disposes to the division the standard proposes; also what the boards of <see cref="BoardBench"/> follow.</summary>
    public static async Task DisposeAsync(BenchHost host, Guid id, ActionContext act)
    {
        var outcome = await host.Service<DispositionService>().GiveAsync(
            new GiveDisposition { RequestId = id, ToDeskCode = "kabid-linjamsos", Instructions = ["proses-lanjut"] },
            act with { Now = ActionContext.CutToMilliseconds(host.Now) });
        Require(outcome);
    }

    private static async Task RealAsync(BenchHost host, Guid id, bool isClaim, ActionContext act)
    {
        if (isClaim)
        {
            Require(await host.Service<DeskService>().ClaimAsync(id, act with { Now = ActionContext.CutToMilliseconds(host.Now) }));
            return;
        }

        await DisposeAsync(host, id, act);
    }

    private static void Require(Outcome outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException(outcome.Message);
        }
    }

    /// <summary>Nothing may be dropped for speed: each request stands at the next desk, with its history and its trail.</summary>
    private static async Task CheckAsync(BenchHost host, IReadOnlyList<Guid> ids)
    {
        await using var db = host.OpenDb();
        var moved = await db.WorkItems.CountAsync(w => ids.Contains(w.Id) && w.DeskCode == "kabid-linjamsos");
        var history = await db.HistoryEntries.CountAsync(h => ids.Contains(h.WorkItemId));
        var trail = await db.AuditRecords.CountAsync(r => r.KeyId != BareKey && r.RecordKind == WorkFlow.RecordKind);
        var disposed = await db.Dispositions.CountAsync(d => d.RequestId != null && ids.Contains(d.RequestId.Value));
        if ((moved, disposed, history, trail) != (Requests, Requests, Requests * 2, Requests * 3))
        {
            throw new InvalidOperationException($"Only {moved} moved, {disposed} dispositions, {history} lines of history, {trail} of trail.");
        }
    }

    /// <summary>The same rows changed and added in one transaction, with nothing asked and nothing sealed.</summary>
    private static Task BareAsync(BenchHost host, Guid id, bool isClaim, ref long sequence)
    {
        // These rows are not sealed and count down from zero, so the trail's own end stays the last row.
        var (first, second) = (Trail(--sequence, id), Trail(--sequence, id));
        return SaveAsync();

        async Task SaveAsync()
        {
            await using var db = host.OpenDb();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var item = await db.WorkItems.FirstAsync(w => w.Id == id);
            db.HistoryEntries.Add(History(item));
            db.AuditRecords.Add(first);
            if (isClaim)
            {
                item.Claim(Guid.Empty, "Nani Rohaeni", item.EnteredDeskAt);
            }
            else
            {
                var stay = await db.DeskStays.FirstAsync(s => s.WorkItemId == id && s.LeftAt == null);
                (stay.LeftAt, stay.NetMinutes) = (item.EnteredDeskAt, 3);
                item.MoveTo("4-tugas-kabid", "kabid-linjamsos", item.EnteredDeskAt);
                db.Dispositions.Add(Disposed(item));
                db.DeskStays.Add(new DeskStay { Id = Guid.CreateVersion7(), WorkItemId = id, StepId = item.StepId, DeskCode = item.DeskCode, EnteredAt = item.EnteredDeskAt });
                db.AuditRecords.Add(second);
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private static HistoryEntry History(WorkItem item) => new()
    {
        Id = Guid.CreateVersion7(),
        WorkItemId = item.Id,
        At = item.EnteredDeskAt,
        Title = "Diambil Nani Rohaeni",
        ActorId = Guid.Empty,
        ActorText = "Nani Rohaeni, Front Office",
        StepId = item.StepId,
    };

    private static Disposition Disposed(WorkItem item) => new()
    {
        Id = Guid.CreateVersion7(),
        RequestId = item.Id,
        FromUserId = Guid.Empty,
        FromText = "Ratna Kusumawardani, Kepala Dinas",
        ToDeskCode = "kabid-linjamsos",
        ToText = "Kabid Linjamsos",
        Instructions = ["proses-lanjut"],
        At = item.EnteredDeskAt,
    };

    private static AuditRecord Trail(long sequence, Guid id) => new()
    {
        Sequence = sequence,
        AtUtc = DateTime.UnixEpoch,
        ChainVersion = AuditChain.CurrentVersion,
        KeyId = BareKey,
        ActorId = Guid.Empty,
        ActorName = "Nani Rohaeni",
        Act = "permohonan.ambil",
        RecordKind = WorkFlow.RecordKind,
        RecordId = id.ToString(),
        Text = """{"asal":"bench"}""",
        PreviousHash = AuditAnchor.Beginning.Hash,
        Hash = AuditAnchor.Beginning.Hash,
    };
}
