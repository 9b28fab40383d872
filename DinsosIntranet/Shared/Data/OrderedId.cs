using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DinsosIntranet.Shared.Data;

/// <summary>
/// Ids (GUID version 7) for rows whose order tells a story: each sorts behind every one made before it in this process,
/// also within one millisecond, where <see cref="Guid.CreateVersion7()"/> draws at random. Laid out as RFC 9562, 6.2 allows:
/// 48 bits of time, 12 bits that count, 62 bits at random.
/// </summary>
public static class OrderedId
{
    private const int CountBits = 12;
    private static long _last;

    public static Guid Create()
    {
        var place = Next();
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes, (place >> CountBits << 16) | 0x7000L | (place & ((1L << CountBits) - 1)));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Milliseconds and count as one number; a clock that is set back only lets the count go on.</summary>
    private static long Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << CountBits);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
