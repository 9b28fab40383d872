using System.Diagnostics;
using System.Security.Cryptography;
using DinsosIntranet.Features.Audit.Domain;

namespace DinsosIntranet.Tests.Bench;

/// <summary>Checking a trail held in memory, beside SHA-256 alone over as many bytes.</summary>
internal static class AuditBench
{
    private const int Rows = 200_000;

    /// <summary>About what one sealed row encodes to.</summary>
    private const int BytesPerRow = 330;

    public static async Task RunAsync()
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var trail = Trail(key);
        var checks = new List<double>();
        var bare = new List<double>();
        var block = RandomNumberGenerator.GetBytes(BytesPerRow);
        var hash = new byte[SHA256.HashSizeInBytes];
        for (var round = 0; round <= Timing.Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await AuditChain.VerifyAsync(trail.ToAsyncEnumerable(), _ => key, AuditAnchor.Of(trail[^1]));
            checks.Add(Rows / Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (!result.IsIntact || result.Checked != Rows)
            {
                throw new InvalidOperationException(result.Problem);
            }

            started = Stopwatch.GetTimestamp();
            for (var i = 0; i < Rows; i++)
            {
                SHA256.HashData(block, hash);
            }

            bare.Add(Rows / Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        BenchOutput.Write("audit", Timing.Median(checks.Skip(1)), "rows/s", Timing.Median(bare.Skip(1)));
    }

    private static List<AuditRecord> Trail(byte[] key)
    {
        var end = AuditAnchor.Beginning;
        var trail = new List<AuditRecord>(Rows);
        var draft = new AuditDraft
        {
            AtUtc = new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc),
            ActorId = Guid.CreateVersion7(),
            ActorName = "Nani Rohaeni",
            Act = "permohonan.langkah",
            RecordKind = "permohonan",
            RecordId = Guid.CreateVersion7().ToString(),
            Text = """{"langkah":"1-terima","hasil":"terima","meja":["front-office","sekretariat"],"asal":"10.0.0.7"}""",
        };
        for (var i = 0; i < Rows; i++)
        {
            var record = AuditChain.Seal(end, draft with { AtUtc = draft.AtUtc.AddSeconds(i) }, "jejak-1", key);
            trail.Add(record);
            end = AuditAnchor.Of(record);
        }

        return trail;
    }
}
