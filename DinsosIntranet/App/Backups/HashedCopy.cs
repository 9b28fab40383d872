using System.Buffers;
using System.Security.Cryptography;

namespace DinsosIntranet.App.Backups;

internal static class HashedCopy
{
    private const int BlockLength = 128 * 1024;

    /// <summary>Copies a stream and hashes it on the way; returns its length.</summary>
    public static async Task<long> RunAsync(Stream source, Stream target, IncrementalHash hash, CancellationToken cancellationToken)
    {
        var block = ArrayPool<byte>.Shared.Rent(BlockLength);
        try
        {
            long total = 0;
            int read;
            while ((read = await source.ReadAsync(block, cancellationToken)) > 0)
            {
                hash.AppendData(block, 0, read);
                await target.WriteAsync(block.AsMemory(0, read), cancellationToken);
                total += read;
            }

            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block, clearArray: true);
        }
    }
}
