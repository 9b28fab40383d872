using System.Linq.Expressions;

namespace DinsosIntranet.Features.Letters.Domain;

public enum LetterStatus
{
    /// <summary>Prepared, without number; rendered anew with KONSEP across it whenever looked at.</summary>
    Draft,
    /// <summary>Approved: number and date are allotted, the paper waits for ink and the scan of it.</summary>
    AwaitingSignature,
    Issued,
    /// <summary>The number was allotted but the letter never went out; the number stays with the reason.</summary>
    Voided,
    Revoked,
}

public enum SigningMode
{
    /// <summary>Tanda tangan basah: printed, signed in ink, the scan uploaded, which issues it.</summary>
    Wet,
    /// <summary>Segel dinas: number, QR and the agency's own X.509 signature at once. Not a certified BSrE signature.</summary>
    AgencySeal,
    /// <summary>TTE luar: the numbered PDF is signed in the agency's e-sign tool and brought back; the upload issues it.</summary>
    External,
}

/// <summary>Why a letter takes the place of an earlier one.</summary>
public enum ReplacementKind
{
    /// <summary>Perbaikan: the earlier one says something wrong and is revoked when this one goes out.</summary>
    Correction,
    /// <summary>Perpanjangan: the earlier one has expired or soon will; it keeps its own end.</summary>
    Renewal,
}

/// <summary>
/// A paper the agency issued or prepares. What was issued is stored as it was and never rendered again. The verification
/// particulars (type, date, initials, last four digits of the NIK) are kept beside it, so verifying opens no personal file.
/// </summary>
public sealed class Letter
{
    public const int NumberMaxLength = 80;
    public const int ReasonMaxLength = 300;
    public const int SignedNamesMaxLength = 400;

    /// <summary>A letter of whatever kind that somebody signed or approved for ink, and that still holds; slips have no signer.</summary>
    public static Expression<Func<Letter, bool>> IsNumbered { get; } =
        l => l.SigningMode != null && (l.Status == LetterStatus.AwaitingSignature || l.Status == LetterStatus.Issued);

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>Code of the kind of letter: "sk-dtks", "tanda-terima", "info-tidak-terdaftar".</summary>
    public required string Kind { get; init; }

    public required string Title { get; set; }

    /// <summary>The archive's classification in its number, where it differs from that of its kind.</summary>
    public string? Classification { get; set; }

    public required LetterStatus Status { get; set; }

    public SigningMode? SigningMode { get; set; }

    public string? Book { get; set; }

    public int? Year { get; set; }

    /// <summary>The running number; null where the number came from another system.</summary>
    public int? Sequence { get; set; }

    /// <summary>0 for a running number; 1 for the first one inserted behind it (12a), 2 for the second (12b).</summary>
    public int Insertion { get; set; }

    public string? Number { get; set; }

    /// <summary>Why the number was inserted or typed by hand; null for running numbers.</summary>
    public string? NumberReason { get; set; }

    public DateOnly? DatedOn { get; set; }

    public DateOnly? ValidUntil { get; set; }

    /// <summary>Whom it concerns; used to warn when the same letter for the same purpose is still valid.</summary>
    public Guid? SubjectId { get; set; }

    public string? PurposeCode { get; set; }

    public string? HolderInitials { get; set; }

    public string? NikLastFour { get; set; }

    /// <summary>What stands in the QR, signed with the agency's verification key.</summary>
    public string? VerificationText { get; set; }

    /// <summary>Short code printed beside the QR for typing by hand.</summary>
    public string? VerificationCode { get; set; }

    public Guid? SignerUserId { get; set; }

    /// <summary>Name and title of the signer, Plh. or a.n. included.</summary>
    public string? SignerText { get; set; }

    /// <summary>The paper as approved, before ink.</summary>
    public Guid? ApprovedFileId { get; set; }

    /// <summary>The paper as it went out: the signed scan, or the sealed PDF.</summary>
    public Guid? IssuedFileId { get; set; }

    public string? IssuedSha256 { get; set; }

    /// <summary>Names in the electronic signature of the uploaded file, as its certificates say; nobody checked their chain.</summary>
    public string? SignedNames { get; set; }

    /// <summary>The letter this one took the place of.</summary>
    public Guid? ReplacesLetterId { get; set; }

    /// <summary>The request that was opened to replace this letter.</summary>
    public Guid? ReplacementRequestId { get; set; }

    public DateTime CreatedAt { get; init; }

    public required Guid CreatedById { get; init; }

    public DateTime? ApprovedAt { get; set; }

    public DateTime? IssuedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndedReason { get; set; }

    /// <summary>Name and title of who voided or revoked it.</summary>
    public string? EndedByText { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>The last number given out of one book in one year; advanced in the transaction that allots the number, so none is given twice or skipped.</summary>
public sealed class NumberBook
{
    public required string Code { get; init; }

    public required int Year { get; init; }

    public required int Last { get; set; }
}

public static class ReplacementKinds
{
    public static string Name(this ReplacementKind kind) => kind switch
    {
        ReplacementKind.Correction => "Perbaikan",
        ReplacementKind.Renewal => "Perpanjangan",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

public static class SigningModes
{
    public static string Name(this SigningMode mode) => mode switch
    {
        SigningMode.Wet => "Tanda tangan basah",
        SigningMode.AgencySeal => "Segel dinas",
        SigningMode.External => "TTE luar",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
