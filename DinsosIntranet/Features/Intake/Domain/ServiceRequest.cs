using DinsosIntranet.Features.Letters.Domain;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// What somebody asked of the agency under one service standard. Where it is and who holds it is the work item of Desks
/// with the same id; this is what was asked, by whom and for whom.
/// </summary>
public sealed class ServiceRequest
{
    public const int NumberMaxLength = 40;
    public const int RelationMaxLength = 40;
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    /// <summary>Tracking number given at the first contact, "DTKS-2026-0412".</summary>
    public required string Number { get; init; }

    public required string StandardCode { get; init; }

    public required Guid StandardVersionId { get; init; }

    public required string ChannelCode { get; set; }

    public required Guid ApplicantId { get; set; }

    /// <summary>The person concerned; the applicant where they ask for themselves.</summary>
    public required Guid SubjectId { get; set; }

    /// <summary>What the person concerned is to the applicant ("anak"); null where they are the same.</summary>
    public string? Relation { get; set; }

    /// <summary>What the certificate is for; null for standards without purposes.</summary>
    public string? PurposeCode { get; set; }

    public string? Note { get; set; }

    public required DateTime ReceivedAt { get; set; }

    /// <summary>When every mandatory requirement was there: the promise counts from here.</summary>
    public DateTime? CompletedAt { get; set; }

    public required Guid ReceivedById { get; init; }

    /// <summary>When something was corrected that stands on the receipt: one written before carries the old data.</summary>
    public DateTime? ReceiptDataChangedAt { get; set; }

    /// <summary>When something was corrected that stands in the request's letters: one approved before carries the old data.</summary>
    public DateTime? LetterDataChangedAt { get; set; }

    /// <summary>The letter this request is to replace; null for a request of its own.</summary>
    public Guid? ReplacesLetterId { get; init; }

    public ReplacementKind? Replacement { get; init; }

    public string? ReplacementReason { get; init; }

    public required Guid Version { get; set; }

    public List<RequestRequirement> Requirements { get; } = [];
}

/// <summary>One line of the checklist of requirements, as found at the counter.</summary>
public sealed class RequestRequirement
{
    public const int NoteMaxLength = 200;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required string Code { get; init; }

    public required bool IsPresent { get; set; }

    public string? Note { get; set; }
}

/// <summary>The document handed over at the counter: to whom, on what identity, and for whom where a proxy came.</summary>
public sealed class HandOver
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>The letter the program made; null where the standard's product is made on paper.</summary>
    public Guid? LetterId { get; init; }

    /// <summary>What a product made on paper is called; null with <see cref="LetterId"/>.</summary>
    public string? DocumentTitle { get; init; }

    /// <summary>The number written on it, where it bears one.</summary>
    public string? DocumentNumber { get; init; }

    public required DateTime At { get; init; }

    public required Guid ByUserId { get; init; }

    public required string CollectorName { get; init; }

    /// <summary>KTP, SIM, paspor, kartu keluarga.</summary>
    public required string IdentityKind { get; init; }

    public required string IdentityNumber { get; init; }

    /// <summary>What the collector is to the applicant; null where the applicant came in person.</summary>
    public string? ProxyRelation { get; init; }

    /// <summary>The power of attorney shown by a proxy.</summary>
    public string? ProxyLetter { get; init; }

    public string? Note { get; init; }
}
