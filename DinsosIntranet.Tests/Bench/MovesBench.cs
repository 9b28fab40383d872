using System.Security.Cryptography;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// A claim and a move through the real service, one transaction each with rules, history, clocks and the sealed trail,
/// beside the same rows saved by Entity Framework alone, and beside the disk's own flush.
/// </summary>
internal static class MovesBench
{
    private const int PerRound = 200;
    private const int Requests = PerRound * (Timing.Rounds + 1);

    public static async Task RunAsync(BenchHost host)
    {
        var flushes = await FlushesAsync(host.Folder);
        var (real, times) = await RealAsync(host);
        var bare = await BareAsync(host);
        BenchOutput.Write("moves", real, "tx/s", bare);
        BenchOutput.Write("moves.p50", Timing.Percentile(times, 50), "ms");
        BenchOutput.Write("moves.p99", Timing.Percentile(times, 99), "ms");
        BenchOutput.Write("moves.of-flushes", real, "tx/s", flushes);
    }

    /// <summary>What one flush of the disk takes, which is the ceiling of durable single writes.</summary>
    public static async Task<double> FlushesAsync(string folder)
    {
        var block = RandomNumberGenerator.GetBytes(4096);
        await using var file = new FileStream(Path.Combine(folder, "flush"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var (perSecond, _) = await Timing.RateAsync(200, n =>
        {
            RandomAccess.Write(file.SafeFileHandle, block, n * (long)block.Length);
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        });
        BenchOutput.Write("fsync", perSecond, "flushes/s");
        return perSecond;
    }

    private static async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RealAsync(BenchHost host)
    {
        var ids = await BenchData.RequestsAsync(host, Requests, "1-terima", numberFrom: 500_000);
        var desks = host.Service<DeskService>();
        var act = await host.ActAsync("nani");
        var commands = 0;
        var result = await Timing.RateAsync(PerRound * 2, async n =>
        {
            var id = ids[n / 2];
            commands = host.Commands.Count;
            var now = act with { Now = ActionContext.CutToMilliseconds(DateTime.UtcNow) };
            Require(n % 2 == 0
                ? await desks.ClaimAsync(id, now)
                : await desks.MoveAsync(new MoveRequest { RequestId = id, StepId = "1-terima", Outcome = "terima" }, now));
        });
        BenchOutput.Write("moves.commands", host.Commands.Count - commands, "SQL commands of one move");

        // Nothing may be dropped for speed: each request stands at the next desk, with its history and its trail.
        await using var db = await host.Databases.CreateDbContextAsync();
        var moved = await db.WorkItems.CountAsync(w => ids.Contains(w.Id) && w.DeskCode == "sekretariat");
        var history = await db.HistoryEntries.CountAsync(h => ids.Contains(h.WorkItemId));
        var trail = await db.AuditRecords.CountAsync(r => r.Act == "permohonan.ambil" || r.Act == "permohonan.langkah" || r.Act == "permohonan.maju");
        return (moved, history, trail) == (Requests, Requests * 2, Requests * 3)
            ? result
            : throw new InvalidOperationException($"Only {moved} moved, {history} lines of history, {trail} of trail.");
    }

    /// <summary>The same rows changed and added, each pair in a transaction of its own, with nothing asked and nothing sealed.</summary>
    private static async Task<double> BareAsync(BenchHost host)
    {
        var ids = await BenchData.RequestsAsync(host, Requests, "1-terima", numberFrom: 100_000);
        var user = Guid.CreateVersion7();
        // These rows are not sealed, so they come after all others; the database is thrown away.
        var sequence = 1_000_000L;
        var (perSecond, _) = await Timing.RateAsync(PerRound * 2, async n =>
        {
            var id = ids[n / 2];
            await using var db = await host.Databases.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            var item = await db.WorkItems.FirstAsync(w => w.Id == id);
            db.HistoryEntries.Add(History(item, user));
            db.AuditRecords.Add(Trail(ref sequence, user, id));
            if (n % 2 == 0)
            {
                item.Claim(user, "Nani Rohaeni", DateTime.UtcNow);
            }
            else
            {
                var stay = await db.DeskStays.FirstAsync(s => s.WorkItemId == id && s.LeftAt == null);
                (stay.LeftAt, stay.NetMinutes) = (DateTime.UtcNow, 3);
                item.MoveTo("2-sekretariat", "sekretariat", DateTime.UtcNow);
                db.DeskStays.Add(new DeskStay { Id = Guid.CreateVersion7(), WorkItemId = id, StepId = item.StepId, DeskCode = item.DeskCode, EnteredAt = DateTime.UtcNow });
                db.AuditRecords.Add(Trail(ref sequence, user, id));
            }

            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        return perSecond;
    }

    private static HistoryEntry History(WorkItem item, Guid user) => new()
    {
        Id = Guid.CreateVersion7(),
        WorkItemId = item.Id,
        At = DateTime.UtcNow,
        Title = "Diambil Nani Rohaeni",
        ActorId = user,
        ActorText = "Nani Rohaeni, Front Office",
        StepId = item.StepId,
    };

    private static AuditRecord Trail(ref long sequence, Guid user, Guid id) => new()
    {
        Sequence = ++sequence,
        AtUtc = DateTime.UtcNow,
        ChainVersion = AuditChain.CurrentVersion,
        KeyId = "bare",
        ActorId = user,
        ActorName = "Nani Rohaeni",
        Act = "permohonan.ambil",
        RecordKind = WorkFlow.RecordKind,
        RecordId = id.ToString(),
        Text = """{"asal":"bench"}""",
        PreviousHash = AuditAnchor.Beginning.Hash,
        Hash = AuditAnchor.Beginning.Hash,
    };

    private static void Require(Outcome outcome)
    {
        if (!outcome.IsOk)
        {
            throw new InvalidOperationException(outcome.Message);
        }
    }
}
