namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// One proposal to close a case, and what the supervisor said. An approved one lets the case leave its last step; reopening
/// the case ends it, and the next closing needs another.
/// </summary>
public sealed class CaseClosure
{
    public const int NoteMaxLength = 1000;
    public const int FeedbackMaxLength = 4000;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>From 1 within the case.</summary>
    public required int Round { get; init; }

    /// <summary>Envelope under the key of the case: reason, checklist, the victim's own feedback.</summary>
    public required string Payload { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required Guid ProposedById { get; init; }

    public required string ProposedByText { get; init; }

    public ReviewState State { get; private set; } = ReviewState.Waiting;

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedByText { get; private set; }

    /// <summary>Envelope under the key of the case.</summary>
    public string? Note { get; private set; }

    public DateTime? ReopenedAt { get; private set; }

    public string? ReopenedByText { get; private set; }

    /// <summary>Envelope under the key of the case: why the case was taken up again.</summary>
    public string? ReopenReason { get; private set; }

    public required Guid Version { get; set; }

    /// <summary>Whether the case may be closed on it.</summary>
    public bool Holds => State == ReviewState.Approved && ReopenedAt is null;

    public void Decide(ReviewState state, string? sealedNote, string byText, DateTime now)
    {
        Require(State == ReviewState.Waiting && state is ReviewState.Approved or ReviewState.Revision, "decided twice");
        (State, Note, DecidedByText, DecidedAt) = (state, sealedNote, byText, now);
    }

    public void Reopen(string sealedReason, string byText, DateTime now)
    {
        Require(Holds, "reopened though not closed on");
        (ReopenReason, ReopenedByText, ReopenedAt) = (sealedReason, byText, now);
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Closure {Id} was {problem}.");
        }
    }
}
