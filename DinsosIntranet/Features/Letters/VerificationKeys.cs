using System.Security.Cryptography;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.Letters;

/// <summary>A key anybody may have: with it the code of a letter is checked without asking us.</summary>
public sealed record PublishedKey(string Id, DateTime FromUtc, DateTime? UntilUtc, string Pem, string Fingerprint);

/// <summary>The QR has room for a short key id only: the last characters of the key ring's own.</summary>
public static class VerificationKeys
{
    private const int Length = 8;

    public static string ShortId(string keyId) => keyId.Length <= Length ? keyId : keyId[^Length..];

    public static ECDsa? Find(KeyRing keys, string shortId)
    {
        foreach (var key in keys.All(KeyPurpose.Verification))
        {
            if (ShortId(key.Id) == shortId)
            {
                return keys.OpenVerificationKey(key.Id);
            }
        }

        return null;
    }

    /// <summary>All public keys, the current one first; each former one until the next was made.</summary>
    public static IReadOnlyList<PublishedKey> Published(KeyRing keys)
    {
        var all = keys.All(KeyPurpose.Verification);
        return
        [
            .. all.Select((key, i) =>
            {
                using var pair = keys.OpenVerificationKey(key.Id);
                var fingerprint = Convert.ToHexString(SHA256.HashData(pair.ExportSubjectPublicKeyInfo()));
                return new PublishedKey(
                    ShortId(key.Id), key.CreatedUtc, i == 0 ? null : all[i - 1].CreatedUtc, pair.ExportSubjectPublicKeyInfoPem(), string.Join(' ', fingerprint.Chunk(4).Select(c => new string(c))));
            }),
        ];
    }
}
