using System.Security.Cryptography;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.Letters;

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
}
