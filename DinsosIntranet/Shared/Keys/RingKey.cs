using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Shared.Keys;

/// <summary>One master key. A class without printable members, so that no log line can show its material.</summary>
public sealed class RingKey
{
    private const int SymmetricLength = 32;

    private readonly byte[] _material;

    internal RingKey(string id, KeyPurpose purpose, DateTime createdUtc, byte[] material)
    {
        Id = id;
        Purpose = purpose;
        CreatedUtc = createdUtc;
        _material = material;
    }

    /// <summary>Purpose and a random part, without dots: it is written into envelopes that use the dot as separator.</summary>
    public string Id { get; }

    public KeyPurpose Purpose { get; }

    public DateTime CreatedUtc { get; }

    /// <summary>32 random bytes; for <see cref="KeyPurpose.Verification"/> the private key as PKCS#8.</summary>
    public ReadOnlyMemory<byte> Material => _material;

    internal static RingKey Create(KeyPurpose purpose, DateTime createdUtc)
    {
        var id = purpose.Code() + "-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        if (purpose == KeyPurpose.Verification)
        {
            using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return new RingKey(id, purpose, createdUtc, pair.ExportPkcs8PrivateKey());
        }

        return new RingKey(id, purpose, createdUtc, RandomNumberGenerator.GetBytes(SymmetricLength));
    }

    /// <summary>Recognises a damaged or exchanged key file without revealing anything of the key.</summary>
    internal string Fingerprint()
    {
        var prefix = Encoding.UTF8.GetBytes("dinsos-key|" + Id + "|");
        return Convert.ToHexStringLower(SHA256.HashData([.. prefix, .. _material]))[..32];
    }
}
