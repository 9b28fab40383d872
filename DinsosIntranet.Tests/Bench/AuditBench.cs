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
        var block = RandomNumberGenerator.GetBytes(BytesPerRow);
        var hash = new byte[SHA256.HashSizeInBytes];
        var measured = await Timing.MeasureAsync(
            1,
            async _ =>
            {
                var result = await AuditChain.VerifyAsync(trail.ToAsyncEnumerable(), _ => key, AuditAnchor.Of(trail[^1]));
                if (!result.IsIntact || result.Checked != Rows)
                {
                    throw new InvalidOperationException(result.Problem);
                }
            },
            Timing.Act(() =>
            {
                for (var i = 0; i < Rows; i++)
                {
                    SHA256.HashData(block, hash);
                }
            }));
        var (check, bare) = (measured[0], measured[1]);
        BenchOutput.Write("audit", check.PerSecond * Rows, "rows/s", bare.PerSecond * Rows);
        BenchOutput.Write("audit.cpu", Rows / check.ProcessorMilliseconds * 1000, "rows/s of one processor", Rows / bare.ProcessorMilliseconds * 1000);
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
