namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>Who asks: the law asks each kind for another proof of who they are.</summary>
public enum ApplicantKind
{
    Person,

    /// <summary>Shows the decree by which it became a legal entity.</summary>
    LegalEntity,

    /// <summary>Shows the authority its members gave.</summary>
    Group,
}

/// <summary>How the information is to be obtained.</summary>
public enum ObtainWay
{
    /// <summary>Seen, read, heard or noted down; no copy is taken.</summary>
    Look,
    Copy,
}

public enum CopyForm
{
    Soft,
    Hard,
}

/// <summary>How a copy, a notice or a refusal reaches the applicant.</summary>
public enum DeliveryWay
{
    Collect,
    Courier,
    Post,
    Email,
    Fax,
}

public enum InformationDecision
{
    Granted,

    /// <summary>Some of it is excluded: those parts are left out or blacked out, with the reason.</summary>
    GrantedInPart,
    Excluded,

    /// <summary>Not an exclusion: the agency does not hold it, has not documented it, or another body holds it.</summary>
    NotHeld,
}

public enum NotHeldKind
{
    NotHeld,
    NotDocumented,
    HeldByOtherBody,
}

/// <summary>
/// The particulars of one request for public information (UU 14/2008; form and register of Perki KI 1/2021), beside the
/// <c>ServiceRequest</c> with the same id that says who asked and when.
/// </summary>
public sealed class InformationRequest
{
    public const int NameMaxLength = 150;
    public const int ProofMaxLength = 150;
    public const int OccupationMaxLength = 80;
    public const int EmailMaxLength = 120;
    public const int DeliveryMaxLength = 200;
    public const int DetailMaxLength = 2000;
    public const int PurposeMaxLength = 1000;
    public const int ReasonMaxLength = 600;
    public const int AddressMaxLength = 300;
    public const int EntryCodeMaxLength = 40;
    public const int EntryWhereMaxLength = 200;
    public const int MostPreparationDays = 30;

    public required Guid Id { get; init; }

    public required ApplicantKind ApplicantKind { get; init; }

    /// <summary>Name of the legal entity or the group; null for a person.</summary>
    public string? OrganisationName { get; init; }

    /// <summary>Number of the decree of the legal entity, or of the authority of the group.</summary>
    public string? OrganisationProof { get; init; }

    public required string Occupation { get; init; }

    public string? Email { get; init; }

    public string? ProxyName { get; init; }

    public string? ProxyIdentity { get; init; }

    /// <summary>Number and date of the special authority (surat kuasa khusus).</summary>
    public string? ProxyLetter { get; init; }

    /// <summary>What is asked for, in the applicant's words.</summary>
    public required string Detail { get; init; }

    public required string Purpose { get; init; }

    public required ObtainWay Obtain { get; init; }

    public CopyForm? CopyForm { get; init; }

    public DeliveryWay? Delivery { get; init; }

    /// <summary>Where to, when that is not the applicant's own address: a fax number, another address.</summary>
    public string? DeliveryAddress { get; init; }

    /// <summary>Words found in the request that touch victims' files or personal data; empty: none.</summary>
    public required string[] FlaggedWords { get; init; }

    public InformationDecision? Decision { get; set; }

    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedById { get; set; }

    /// <summary>Why it is given all the same, where the words say that it is likely excluded.</summary>
    public string? DecisionReason { get; set; }

    public NotHeldKind? NotHeld { get; set; }

    /// <summary>The body that holds it.</summary>
    public string? OtherBody { get; set; }

    /// <summary>Where that body sits, one line each, as the letter to it is addressed.</summary>
    public string? OtherBodyAddress { get; set; }

    /// <summary>What the letter to that body says besides the request.</summary>
    public string? ReferralNote { get; set; }

    /// <summary>How and when the letter went to that body.</summary>
    public DeliveryWay? ReferralWay { get; set; }

    public DateTime? ReferralSentAt { get; set; }

    /// <summary>Code of the entry of the public list that answered it at the counter; null where it was decided.</summary>
    public string? PublicEntryCode { get; set; }

    /// <summary>Where that entry stood on the day.</summary>
    public string? PublicEntryWhere { get; set; }

    /// <summary>When it will be there, in words; where it is not held or documented yet.</summary>
    public string? AvailableWhen { get; set; }

    /// <summary>Working days after the notice within which it is made ready.</summary>
    public int? PreparationDays { get; set; }

    /// <summary>What was blacked out or left out and why; part of the notice.</summary>
    public string? RedactionNote { get; set; }

    /// <summary>What the refusal says besides its grounds.</summary>
    public string? RefusalNote { get; set; }

    public string? ExtensionReasonCode { get; set; }

    public string? ExtensionReason { get; set; }

    /// <summary>When the notice of the extension was issued; null while there is none.</summary>
    public DateTime? ExtendedAt { get; set; }

    /// <summary>How and when the written notice, or the refusal, reached the applicant.</summary>
    public DeliveryWay? NoticeWay { get; set; }

    public DateTime? NoticeGivenAt { get; set; }

    public required Guid Version { get; set; }

    public bool IsFlagged => FlaggedWords.Length > 0;
}
