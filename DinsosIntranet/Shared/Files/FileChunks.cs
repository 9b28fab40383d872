using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DinsosIntranet.Shared.Files;

/// <summary>
/// How a file lies on disk: 8 bytes of signature, then chunks of 64 KB, each followed by its tag. File id, chunk number and
/// whether it is the last are authenticated with each chunk, so that none can be moved, repeated, exchanged or cut off.
/// </summary>
internal static class FileChunks
{
    public const int PlainLength = 64 * 1024;
    public const int TagLength = 16;
    public const int SealedLength = PlainLength + TagLength;
    public const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int AssociatedLength = 8 + 16 + 8 + 1;

    public static ReadOnlySpan<byte> Signature => "DINSOSB1"u8;

    public static long Count(long length) => (length + PlainLength - 1) / PlainLength;

    public static long LengthOnDisk(long length) => Signature.Length + length + (Count(length) * TagLength);

    public static long Offset(long index) => Signature.Length + (index * SealedLength);

    public static void Seal(AesGcm aes, Guid file, long index, bool last, ReadOnlySpan<byte> plain, Span<byte> target)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Span<byte> associated = stackalloc byte[AssociatedLength];
        Bind(file, index, last, nonce, associated);
        aes.Encrypt(nonce, plain, target[..plain.Length], target.Slice(plain.Length, TagLength), associated);
    }

    public static void Open(AesGcm aes, Guid file, long index, bool last, ReadOnlySpan<byte> source, Span<byte> plain)
    {
        Span<byte> nonce = stackalloc byte[NonceLength];
        Span<byte> associated = stackalloc byte[AssociatedLength];
        Bind(file, index, last, nonce, associated);
        aes.Decrypt(nonce, source[..^TagLength], source[^TagLength..], plain, associated);
    }

    private static void Bind(Guid file, long index, bool last, Span<byte> nonce, Span<byte> associated)
    {
        // The key serves this file only, so a counter is a unique nonce.
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce, index);
        nonce[8] = last ? (byte)1 : (byte)0;
        Signature.CopyTo(associated);
        file.TryWriteBytes(associated[8..]);
        BinaryPrimitives.WriteInt64BigEndian(associated[24..], index);
        associated[32] = nonce[8];
    }
}
