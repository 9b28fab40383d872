using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Kiosks.Domain;

/// <summary>
/// What a paired screen keeps in its cookie: which device it is and 256 random bits. It needs no key of the program, so it
/// outlives restarts; a plain hash of so long a secret is enough to store.
/// </summary>
public sealed record KioskToken(Guid DeviceId, string Secret)
{
    public const int HashLength = 64;

    private const int SecretBytes = 32;

    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>The text of the cookie.</summary>
    public string Text => $"{DeviceId:N}.{Secret}";

    public static KioskToken New(Guid deviceId) => new(deviceId, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));

    /// <summary>Null for anything that cannot be a token.</summary>
    public static KioskToken? Read(string? text) =>
        text?.Split('.') is [var id, { Length: > 0 and <= 100 } secret] && Guid.TryParseExact(id, "N", out var deviceId) ? new KioskToken(deviceId, secret) : null;
}
