using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Shared.Keys;

/// <summary>
/// The text form of one encrypted value: <c>v1.keyId.base64url(nonce, tag, ciphertext)</c>. Version, key id and the caller's
/// associated text are authenticated, so a value copied to another row, column or key does not open.
/// </summary>
internal static class Envelope
{
    private const string Version = "v1";
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Of nonce and tag alone, as base64url.</summary>
    private const int MinimumLength = (NonceLength + TagLength) * 4 / 3;

    public static string Seal(string keyId, ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, string associated)
    {
        var sealedBytes = new byte[NonceLength + TagLength + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), Associated(keyId, associated));
        return Version + "." + keyId + "." + Base64Url.EncodeToString(sealedBytes);
    }

    /// <summary>Opens an envelope; throws <see cref="CryptographicException"/> when it was changed, moved or is none.</summary>
    public static byte[] Open(string envelope, ReadOnlySpan<byte> key, string associated)
    {
        var keyId = KeyIdOf(envelope);
        byte[] sealedBytes;
        try
        {
            sealedBytes = Base64Url.DecodeFromChars(envelope.AsSpan(Version.Length + keyId.Length + 2));
        }
        catch (FormatException problem)
        {
            throw new CryptographicException("Isi terenkripsi tidak terbaca.", problem);
        }

        if (sealedBytes.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("Isi terenkripsi terpotong.");
        }

        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            sealedBytes.AsSpan(0, NonceLength),
            sealedBytes.AsSpan(NonceLength + TagLength),
            sealedBytes.AsSpan(NonceLength, TagLength),
            plain,
            Associated(keyId, associated));
        return plain;
    }

    public static bool IsEnvelope(string text) =>
        text.StartsWith(Version + ".", StringComparison.Ordinal) && text.Split('.') is [_, { Length: > 0 }, { Length: >= MinimumLength } body] && Base64Url.IsValid(body);

    public static string KeyIdOf(string envelope)
    {
        var parts = envelope.Split('.');
        return parts is [Version, { Length: > 0 }, _]
            ? parts[1]
            : throw new CryptographicException("Isi terenkripsi tidak berbentuk v1.kunci.isi.");
    }

    private static byte[] Associated(string keyId, string associated)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(associated);
        return Encoding.UTF8.GetBytes(Version + "." + keyId + "." + associated);
    }
}
