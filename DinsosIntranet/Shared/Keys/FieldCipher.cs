using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Shared.Keys;

/// <summary>
/// Encrypts single values under the current field key. <c>associated</c> names the place of the value as
/// <c>table|column|rowId</c>: the same text is needed to read it, so values cannot be exchanged between rows.
/// </summary>
public sealed class FieldCipher(KeyRing ring)
{
    private const int ContentKeyLength = 32;

    public string Encrypt(string plain, string associated) => EncryptBytes(Encoding.UTF8.GetBytes(plain), associated);

    public string EncryptBytes(ReadOnlySpan<byte> plain, string associated)
    {
        var key = ring.Current(KeyPurpose.Fields);
        return Envelope.Seal(key.Id, key.Material.Span, plain, associated);
    }

    public string Decrypt(string envelope, string associated) => Encoding.UTF8.GetString(DecryptBytes(envelope, associated));

    /// <summary>
    /// Throws <see cref="KeyMissingException"/> when the key is gone, <see cref="CryptographicException"/> when the value was
    /// changed or stands in another place than it was written for.
    /// </summary>
    public byte[] DecryptBytes(string envelope, string associated) =>
        Envelope.Open(envelope, ring.Get(Envelope.KeyIdOf(envelope), KeyPurpose.Fields).Material.Span, associated);

    /// <summary>Whether a stored text is an encrypted one. What people type is none: it would have to name a key and nothing but base64url.</summary>
    public static bool IsEnvelope(string text) => Envelope.IsEnvelope(text);

    /// <summary>True when the value was written under an older key and may be written again.</summary>
    public bool NeedsRewrite(string envelope) => Envelope.KeyIdOf(envelope) != ring.Current(KeyPurpose.Fields).Id;

    /// <summary>
    /// Makes a key for one body of content (a case). Only its wrapped form is stored; erasing that erases all it encrypted.
    /// </summary>
    public ContentKey CreateContentKey(Guid id, string associated)
    {
        var bytes = RandomNumberGenerator.GetBytes(ContentKeyLength);
        return new ContentKey(id, bytes, EncryptBytes(bytes, associated));
    }

    /// <summary>Throws <see cref="KeyMissingException"/> where the key was destroyed, even if an old copy of its wrapped form has come back.</summary>
    public ContentKey OpenContentKey(Guid id, string wrapped, string associated) => IsDestroyed(id)
        ? throw new KeyMissingException($"Kunci isi {id:N} sudah dimusnahkan.")
        : new(id, DecryptBytes(wrapped, associated), wrapped);

    public bool IsDestroyed(Guid contentKeyId) => ring.IsDestroyed(contentKeyId.ToString("N"));

    /// <summary>To be called once the wrapped key is erased where it was stored.</summary>
    public void MarkDestroyed(Guid contentKeyId) => ring.MarkDestroyed(contentKeyId.ToString("N"));
}

/// <summary>The key of one body of content, open for use. Disposing wipes it from memory.</summary>
public sealed class ContentKey : IDisposable
{
    private readonly byte[] _key;
    private readonly string _envelopeId;
    private bool _disposed;

    internal ContentKey(Guid id, byte[] key, string wrapped)
    {
        Id = id;
        Wrapped = wrapped;
        _key = key;
        _envelopeId = id.ToString("N");
    }

    public Guid Id { get; }

    /// <summary>The key under the master key, as it is stored.</summary>
    public string Wrapped { get; }

    public string Encrypt(string plain, string associated) => EncryptBytes(Encoding.UTF8.GetBytes(plain), associated);

    public string EncryptBytes(ReadOnlySpan<byte> plain, string associated)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Envelope.Seal(_envelopeId, _key, plain, associated);
    }

    public string Decrypt(string envelope, string associated) => Encoding.UTF8.GetString(DecryptBytes(envelope, associated));

    public byte[] DecryptBytes(string envelope, string associated)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Envelope.KeyIdOf(envelope) == _envelopeId
            ? Envelope.Open(envelope, _key, associated)
            : throw new CryptographicException("Isi ini dienkripsi dengan kunci lain.");
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_key);
        _disposed = true;
    }
}
