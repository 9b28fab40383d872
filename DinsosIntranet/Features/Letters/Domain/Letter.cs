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
}

/// <summary>
/// A paper the agency issued or prepares. What was issued is stored as it was and never rendered again. The verification
/// particulars (type, date, initials, last four digits of the NIK) are kept beside it, so verifying opens no personal file.
/// </summary>
public sealed class Letter
{
    public const int NumberMaxLength = 80;
    public const int ReasonMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>Code of the kind of letter: "sk-dtks", "tanda-terima", "info-tidak-terdaftar".</summary>
    public required string Kind { get; init; }

    public required string Title { get; set; }

    public required LetterStatus Status { get; set; }

    public SigningMode? SigningMode { get; set; }

    public string? Book { get; set; }

    public int? Year { get; set; }

    public int? Sequence { get; set; }

    public string? Number { get; set; }

    public DateOnly? DatedOn { get; set; }

    public DateOnly? ValidUntil { get; set; }

    /// <summary>Whom it concerns; used to warn when the same letter for the same purpose is still valid.</summary>
    public Guid? SubjectId { get; init; }

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

    public DateTime CreatedAt { get; init; }

    public required Guid CreatedById { get; init; }

    public DateTime? ApprovedAt { get; set; }

    public DateTime? IssuedAt { get; set; }

    public DateTime? EndedAt { get; set; }

    public string? EndedReason { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>The last number given out of one book in one year; advanced in the transaction that allots the number, so none is given twice or skipped.</summary>
public sealed class NumberBook
{
    public required string Code { get; init; }

    public required int Year { get; init; }

    public required int Last { get; set; }
}

/// <summary>One print, preview or download of a paper.</summary>
public sealed class PrintRecord
{
    public required Guid Id { get; init; }

    /// <summary>The letter, or the request for papers that are rendered on demand.</summary>
    public required Guid RecordId { get; init; }

    public required string Kind { get; init; }

    public required int Copy { get; init; }

    public required DateTime At { get; init; }

    public required Guid ByUserId { get; init; }
}
