using DinsosIntranet.Features.PublicInformation.Domain;

namespace DinsosIntranet.Features.Objections.Domain;

public enum ObjectionDecision
{
    /// <summary>The information desk must give what was asked for.</summary>
    Accepted,

    /// <summary>Some of it must be given; the rest stays as it was decided.</summary>
    AcceptedInPart,
    Rejected,
}

/// <summary>What the applicant said to the answer.</summary>
public enum ObjectionResponse
{
    Satisfied,

    /// <summary>They want the Komisi Informasi to settle it (UU 14/2008 pasal 37).</summary>
    GoesToCommission,
}

/// <summary>Where an objection stands.</summary>
public enum ObjectionState
{
    /// <summary>Not decided yet.</summary>
    Waiting,

    /// <summary>Decided; the answer is drafted, signed, or waits to be handed over.</summary>
    Decided,

    /// <summary>The answer reached the applicant.</summary>
    Answered,
    Withdrawn,
}

/// <summary>
/// Keberatan: the applicant's objection against what became of a request for public information, to the superior of the
/// PPID (UU 14/2008 pasal 35 and 36; form and register of Perki KI 1/2021). Several may follow each other on one request,
/// never two at once.
/// </summary>
public sealed class Objection
{
    public const int NumberMaxLength = 40;
    public const int CaseMaxLength = 2000;
    public const int PurposeMaxLength = 1000;
    public const int AddressMaxLength = 250;
    public const int IdentityMaxLength = 60;
    public const int AuthorityMaxLength = 150;
    public const int ReasonMaxLength = 2000;
    public const int ActorTextMaxLength = 250;
    public const int NoteMaxLength = 600;

    /// <summary>The longest time, in working days, that may be set for giving what an objection won.</summary>
    public const int MostProvideDays = 30;

    public required Guid Id { get; init; }

    /// <summary>The request for information it objects to.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>"KBR/1/2026".</summary>
    public required string Number { get; init; }

    /// <summary>When the written objection was received, which starts the clock: this moment at the counter, the day's beginning for one that came by post.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Letters of pasal 35 ayat 1.</summary>
    public required string[] Grounds { get; init; }

    /// <summary>Kasus posisi: what happened, in the applicant's words.</summary>
    public required string CaseText { get; init; }

    public required string Purpose { get; init; }

    public string? ProxyName { get; init; }

    public string? ProxyAddress { get; init; }

    public string? ProxyIdentity { get; init; }

    /// <summary>Number and date of the letter of authority.</summary>
    public string? ProxyLetter { get; init; }

    /// <summary>The last day of the answer as it stands on the form.</summary>
    public required DateOnly PromisedOn { get; init; }

    public required DateTime RegisteredAt { get; init; }

    public required Guid RegisteredById { get; init; }

    /// <summary>The form both signed; one copy is the applicant's receipt.</summary>
    public required Guid FormLetterId { get; init; }

    public ObjectionDecision? Decision { get; set; }

    public string? DecisionReason { get; set; }

    /// <summary>Working days after the answer within which the information must be given; null where nothing is won.</summary>
    public int? ProvideDays { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>Who decided, or who recorded what a superior outside the agency decided.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>Name and position of the superior.</summary>
    public string? SuperiorText { get; set; }

    /// <summary>The superior serves outside the agency; the answer was signed there and is kept as a scan.</summary>
    public bool IsDecidedOutside { get; set; }

    /// <summary>The answer as it was handed over or sent; null before that.</summary>
    public Guid? AnswerLetterId { get; set; }

    public DateTime? ConveyedAt { get; set; }

    public DeliveryWay? ConveyedWay { get; set; }

    /// <summary>The last day on which what was won must be given.</summary>
    public DateOnly? ProvideBy { get; set; }

    /// <summary>The request that was opened to give what was won, where the first one had ended.</summary>
    public Guid? FollowRequestId { get; set; }

    public ObjectionResponse? Response { get; set; }

    public string? ResponseNote { get; set; }

    public DateTime? RespondedAt { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public string? WithdrawnReason { get; set; }

    /// <summary>Set once it was answered or withdrawn; an open one has none.</summary>
    public DateTime? ClosedAt { get; set; }

    public required Guid Version { get; set; }

    public ObjectionState State =>
        WithdrawnAt is not null ? ObjectionState.Withdrawn
        : ConveyedAt is not null ? ObjectionState.Answered
        : DecidedAt is not null ? ObjectionState.Decided
        : ObjectionState.Waiting;

    public bool IsWon => Decision is ObjectionDecision.Accepted or ObjectionDecision.AcceptedInPart;

    /// <summary>The superior's decision; made anew while no answer to the earlier one exists.</summary>
    public void Decide(ObjectionVerdict verdict, Guid byId, string superiorText, bool isOutside, DateTime now)
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException("An objection that is closed is not decided again.");
        }

        (Decision, DecisionReason) = (verdict.Decision!.Value, verdict.Reason.Trim());
        ProvideDays = IsWon ? verdict.ProvideDays : null;
        (DecidedAt, DecidedById, SuperiorText, IsDecidedOutside) = (now, byId, superiorText, isOutside);
    }

    /// <summary>The answer reached the applicant, which ends the clock.</summary>
    public void Convey(Guid letterId, DeliveryWay way, DateOnly? provideBy, DateTime now)
    {
        if (ClosedAt is not null || DecidedAt is null)
        {
            throw new InvalidOperationException("Only a decided objection is answered.");
        }

        (AnswerLetterId, ConveyedWay, ProvideBy, ConveyedAt, ClosedAt) = (letterId, way, provideBy, now, now);
    }

    public void Withdraw(string reason, DateTime now)
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException("An objection that is closed is not withdrawn.");
        }

        (WithdrawnReason, WithdrawnAt, ClosedAt) = (reason, now, now);
    }
}
