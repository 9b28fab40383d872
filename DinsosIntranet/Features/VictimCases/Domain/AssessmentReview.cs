namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What the supervisor said to something that was put before them.</summary>
public enum ReviewState
{
    Waiting,
    Approved,
    /// <summary>To be revised and submitted again.</summary>
    Revision,
    Rejected,
}

/// <summary>
/// One submission of assessment and plan to the supervisor. It names the versions of both blocks that were read, so that an
/// approval does not cover what was changed afterwards.
/// </summary>
public sealed class AssessmentReview
{
    public const int NoteMaxLength = 1000;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case.</summary>
    public required int Round { get; init; }

    public required Guid AssessmentVersion { get; init; }

    public required Guid PlanVersion { get; init; }

    public required DateTime SubmittedAt { get; init; }

    public required Guid SubmittedById { get; init; }

    public required string SubmittedByText { get; init; }

    public ReviewState State { get; private set; } = ReviewState.Waiting;

    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    public string? DecidedByText { get; private set; }

    /// <summary>Envelope under the key of the case; what is to be revised, or why not.</summary>
    public string? Note { get; private set; }

    public required Guid Version { get; set; }

    public void Decide(ReviewState state, string? sealedNote, Guid byId, string byText, DateTime now)
    {
        if (State != ReviewState.Waiting || state == ReviewState.Waiting)
        {
            throw new InvalidOperationException($"Assessment review {Id} was decided twice.");
        }

        (State, Note, DecidedById, DecidedByText, DecidedAt) = (state, sealedNote, byId, byText, now);
    }
}
