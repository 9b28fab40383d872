namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What somebody did with the content of a case.</summary>
public enum SightingKind
{
    Opened,
    Revealed,
    Printed,
    Found,
    Emergency,
    Attachment,
}

/// <summary>One look at a case, for those who work on it to see: who, when, what, why. Never what was seen.</summary>
public sealed class CaseSighting
{
    public const int ReasonMaxLength = 40;
    public const int DetailMaxLength = 60;
    public const int UserTextMaxLength = 250;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid UserId { get; init; }

    public required string UserText { get; init; }

    public required SightingKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Until when an opening holds.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Code of the reason, of a fixed list: what is typed freely may name somebody.</summary>
    public required string Reason { get; init; }

    /// <summary>The block or form concerned.</summary>
    public string? Detail { get; init; }
}

/// <summary>
/// An opening in an emergency by somebody outside the team: for an hour, with a reason that only the case's key opens, and to
/// be reviewed by the head of the unit or the lead of the case.
/// </summary>
public sealed class CaseEmergency
{
    public const int Minutes = 60;
    public const int ReasonMaxLength = 500;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid UserId { get; init; }

    public required string UserText { get; init; }

    public required DateTime At { get; init; }

    public required DateTime Until { get; set; }

    /// <summary>Envelope under the key of the case.</summary>
    public required string Reason { get; init; }

    public DateTime? ReviewedAt { get; set; }

    public Guid? ReviewedById { get; set; }

    public string? ReviewedByText { get; set; }

    /// <summary>What the review found.</summary>
    public bool? WasJustified { get; set; }

    public required Guid Version { get; set; }
}
