namespace DinsosIntranet.Features.Audit.Domain;

/// <summary>What is to be recorded, before it has a place in the chain. <see cref="Text"/> comes from <see cref="AuditText"/>.</summary>
public sealed record AuditDraft
{
    /// <summary>UTC, cut to milliseconds, because PostgreSQL would give back fewer digits than were sealed.</summary>
    public required DateTime AtUtc { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Act { get; init; }

    public required string RecordKind { get; init; }

    public required string RecordId { get; init; }

    public required string Text { get; init; }
}

/// <summary>
/// One row of the trail. Every property is sealed by <see cref="Hash"/>, and <see cref="PreviousHash"/> ties it to the row
/// before. <see cref="Text"/> is kept as the exact text that was sealed and is never written anew.
/// </summary>
public sealed record AuditRecord
{
    public const int KeyIdMaxLength = 64;
    public const int ActorNameMaxLength = 200;
    public const int ActMaxLength = 100;
    public const int RecordKindMaxLength = 60;
    public const int RecordIdMaxLength = 64;
    public const int HashLength = 64;

    /// <summary>1 for the first row, then without gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTime AtUtc { get; init; }

    public required int ChainVersion { get; init; }

    public required string KeyId { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Act { get; init; }

    public required string RecordKind { get; init; }

    public required string RecordId { get; init; }

    public required string Text { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}

/// <summary>The end of the chain at some moment: the number and hash of its last row.</summary>
public sealed record AuditAnchor(long Sequence, string Hash)
{
    /// <summary>What the first row follows.</summary>
    public static AuditAnchor Beginning { get; } = new(0, new string('0', AuditRecord.HashLength));

    public static AuditAnchor Of(AuditRecord record) => new(record.Sequence, record.Hash);
}

/// <summary>
/// How a check ended: rows found good, and the number of the first row that is wrong or missing with a sentence about it.
/// </summary>
public sealed record AuditCheckResult(long Checked, long? FirstBadSequence, string? Problem)
{
    public bool IsIntact => FirstBadSequence is null;
}
