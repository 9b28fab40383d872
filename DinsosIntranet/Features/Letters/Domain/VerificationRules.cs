using System.Text.RegularExpressions;

namespace DinsosIntranet.Features.Letters.Domain;

public enum VerificationVerdict
{
    Genuine,
    /// <summary>Ours, but not as it was signed.</summary>
    Altered,
    Revoked,
    Expired,
    /// <summary>Its number was given up; the letter never went out.</summary>
    Voided,
    /// <summary>It has a number, but the ink on it is not recorded yet.</summary>
    NotIssued,
    Unknown,
    /// <summary>The code in the file is that of a letter that holds, but the file is not the one that went out: a scan, or saved anew.</summary>
    OtherFile,
    /// <summary>No letter at all: the number of a request or of its receipt.</summary>
    RequestNumber,
}

public enum VerificationCodeKind
{
    /// <summary>The text of the QR code of a letter.</summary>
    QrText,
    /// <summary>The short code printed beside it.</summary>
    PrintedCode,
    RequestNumber,
    None,
}

/// <summary>Reads what somebody typed, scanned or pasted, and judges how a letter stands. Knows no database.</summary>
public static partial class VerificationRules
{
    /// <summary>A pasted page footer is longer than a code, but nothing longer than this is looked at.</summary>
    public const int LongestInput = 2000;

    /// <summary>Finds the code in a text, whatever was pasted around it.</summary>
    public static (VerificationCodeKind Kind, string Code) Recognise(string? input)
    {
        if (string.IsNullOrWhiteSpace(input) || input.Length > LongestInput)
        {
            return (VerificationCodeKind.None, "");
        }

        var text = input.ToUpperInvariant();

        // A code copied from a PDF may be broken over lines; no space belongs into it.
        if (SignedCode().Match(string.Concat(text.Where(c => !char.IsWhiteSpace(c)))) is { Success: true } signed)
        {
            return (VerificationCodeKind.QrText, signed.Value);
        }

        if (FindPrintedCode(text) is { } printed)
        {
            return (VerificationCodeKind.PrintedCode, printed);
        }

        return RequestNumber().IsMatch(text.Trim()) ? (VerificationCodeKind.RequestNumber, text.Trim()) : (VerificationCodeKind.None, "");
    }

    /// <summary>The short code in a text of any length, such as that of a whole file.</summary>
    public static string? FindPrintedCode(string text) =>
        ShortCode().Match(text) is { Success: true } match ? string.Concat(match.Value.Where(c => !char.IsWhiteSpace(c))) : null;

    public static VerificationVerdict Judge(LetterStatus status, DateOnly? validUntil, DateOnly today) => LetterStandings.Of(status, validUntil, today) switch
    {
        LetterStanding.Valid => VerificationVerdict.Genuine,
        LetterStanding.Expired => VerificationVerdict.Expired,
        LetterStanding.Voided => VerificationVerdict.Voided,
        LetterStanding.Revoked => VerificationVerdict.Revoked,
        LetterStanding.AwaitingSignature => VerificationVerdict.NotIssued,
        _ => VerificationVerdict.Unknown,
    };

    [GeneratedRegex(@"DI1\.[A-Z2-7]{1,400}\.[A-Z2-7]{1,200}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SignedCode();

    /// <summary>A pasted footer may break the code behind one of its hyphens.</summary>
    [GeneratedRegex(@"VRF-\s{0,4}\d{6}-\s{0,4}[0-9A-Z]{8}(?![0-9A-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ShortCode();

    /// <summary>"DTKS-2026-0412" of a request, "TT/412/2026" of its receipt.</summary>
    [GeneratedRegex(@"\A(?:[A-Z]{2,12}-\d{4}-\d{1,7}|TT/\d{1,7}/\d{4})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RequestNumber();
}
