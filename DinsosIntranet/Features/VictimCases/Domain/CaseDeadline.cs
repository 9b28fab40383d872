namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What somebody must not forget in a case.</summary>
public enum DeadlineKind
{
    ReferralAnswer,
    SocialReport,
    Hearing,
    Visit,
    FollowUp,
}

/// <summary>
/// A day on which something of a case is due. Which case and which kind is all it says; the team and the heads see it, nobody
/// else. <see cref="SourceId"/> is the block, referral or appointment it comes from.
/// </summary>
public sealed class CaseDeadline
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid SourceId { get; init; }

    public required DeadlineKind Kind { get; init; }

    /// <summary>A day of the agency.</summary>
    public required DateOnly DueOn { get; set; }

    public DateTime? DoneAt { get; set; }
}
