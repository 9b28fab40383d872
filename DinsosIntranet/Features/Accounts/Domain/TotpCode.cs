using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>
/// Time-based one-time passwords (RFC 6238) as every authenticator app makes them: SHA-1, 30 seconds, six digits, a secret
/// of 160 bits.
/// </summary>
public static class TotpCode
{
    public const int Digits = 6;
    public const int SecretLength = 20;
    private const int StepSeconds = 30;

    /// <summary>How far the clocks of phone and server may be apart, in steps.</summary>
    private const int Tolerance = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public static long StepOf(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    public static string At(ReadOnlySpan<byte> secret, long step) => At(secret, step, Digits);

    /// <summary>The step whose code was typed: this one or one either way, but none at or before the last one used.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, DateTime utc, long? lastUsed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiDigit));
        if (code.Length != Digits)
        {
            return null;
        }

        var now = StepOf(utc);
        long? found = null;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            // All are compared, so that the time taken does not tell which.
            var isSame = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(secret, step)), Encoding.ASCII.GetBytes(code));
            if (isSame && step > (lastUsed ?? long.MinValue))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>What the QR code says, in the form all authenticator apps read.</summary>
    public static string Address(string issuer, string account, string base32Secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={base32Secret}&issuer={Uri.EscapeDataString(issuer)}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238 with SHA-1 is what authenticator apps make; as an HMAC it is not weakened by collisions.")]
    internal static string At(ReadOnlySpan<byte> secret, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & int.MaxValue;
        var modulus = (int)Math.Pow(10, digits);
        return (number % modulus).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
