using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Letters.Signing;

public enum VerificationState
{
    /// <summary>The words are those the agency signed.</summary>
    Genuine,

    /// <summary>It looks like a code of ours, but the signature does not fit the words.</summary>
    Altered,

    /// <summary>Not a code of ours, or only part of one.</summary>
    Unreadable,

    /// <summary>Signed with a key this installation does not know.</summary>
    UnknownKey,
}

/// <summary>The answer to a scanned code. <paramref name="Payload"/> is given only where it is genuine.</summary>
public sealed record VerificationCheck(VerificationState State, VerificationPayload? Payload);

/// <summary>
/// What the QR code of a letter states, signed with ECDSA P-256 so that it can be checked without the database. It names
/// the holder by initials and the last four digits of the NIK only: whoever picks up the paper learns no more from it.
/// The text is "DI1.", the words, a dot, the signature, all in Base32.
/// </summary>
public sealed record VerificationPayload(
    string LetterNumber,
    string TypeCode,
    DateOnly Date,
    string HolderInitials,
    string LastNikDigits,
    DateOnly? ValidUntil,
    string KeyId)
{
    /// <summary>A longer number would not fit the code.</summary>
    public const int NumberMaxLength = 60;

    private const string Version = "DI1.";
    private const char Separator = '\u001F';
    private const string DateFormat = "yyMMdd";
    private const int SignatureLength = 64;

    /// <summary>Longer than any code of ours; a text beyond it is not even looked at.</summary>
    private const int LongestText = 600;

    /// <summary>How long each field may be, so that the code can be printed 21 mm wide.</summary>
    private static readonly int[] LongestFields = [NumberMaxLength, 12, 6, 6, 4, 6, 12];

    public string Encode(ECDsa key)
    {
        var fields = Fields();
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Length > LongestFields[i] || fields[i].Contains(Separator, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Field {i + 1} of the payload is too long or holds a separator.");
            }
        }

        var signed = Version + Base32Text.Encode(Encoding.UTF8.GetBytes(string.Join(Separator, fields)));
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base32Text.Encode(signature)}";
    }

    /// <summary>Checks a scanned text; the caller's function gives the public key of a key id, or null.</summary>
    public static VerificationCheck Verify(string text, Func<string, ECDsa?> publicKey)
    {
        var clean = text.Length > LongestText ? "" : text.Trim().ToUpperInvariant();
        var end = clean.LastIndexOf('.');
        if (!clean.StartsWith(Version, StringComparison.Ordinal) || end < Version.Length)
        {
            return new VerificationCheck(VerificationState.Unreadable, null);
        }

        var words = Base32Text.Decode(clean[Version.Length..end]);
        var signature = Base32Text.Decode(clean[(end + 1)..]);
        if (words is null || signature is not { Length: SignatureLength } || Parse(words) is not { } payload)
        {
            return new VerificationCheck(VerificationState.Unreadable, null);
        }

        if (publicKey(payload.KeyId) is not { } key)
        {
            return new VerificationCheck(VerificationState.UnknownKey, null);
        }

        var signed = Encoding.ASCII.GetBytes(clean[..end]);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? new VerificationCheck(VerificationState.Genuine, payload)
            : new VerificationCheck(VerificationState.Altered, null);
    }

    private string[] Fields() =>
    [
        LetterNumber,
        TypeCode,
        Date.ToString(DateFormat, CultureInfo.InvariantCulture),
        HolderInitials,
        LastNikDigits,
        ValidUntil?.ToString(DateFormat, CultureInfo.InvariantCulture) ?? "",
        KeyId,
    ];

    private static VerificationPayload? Parse(byte[] words)
    {
        var fields = Encoding.UTF8.GetString(words).Split(Separator);
        if (fields.Length != LongestFields.Length || !TryDate(fields[2], out var date))
        {
            return null;
        }

        DateOnly? validUntil = null;
        if (fields[5].Length > 0)
        {
            if (!TryDate(fields[5], out var until))
            {
                return null;
            }

            validUntil = until;
        }

        return new VerificationPayload(fields[0], fields[1], date, fields[3], fields[4], validUntil, fields[6]);
    }

    /// <summary>Two digits of the year are enough: the agency issues no letter of another century.</summary>
    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact("20" + text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
