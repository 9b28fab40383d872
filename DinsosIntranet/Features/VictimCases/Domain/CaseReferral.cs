namespace DinsosIntranet.Features.VictimCases.Domain;

public enum ReferralState
{
    Sent,
    Accepted,
    Refused,
    Done,
}

/// <summary>
/// One referral that was sent. Its id is that of the block it was written down in; <see cref="Letter"/> keeps what the letter
/// says as it was then, so that what is printed later is the same.
/// </summary>
public sealed class CaseReferral
{
    public const int AnswerMaxLength = 2000;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public ReferralState State { get; private set; } = ReferralState.Sent;

    /// <summary>Envelope under the key of the case: recipient, consent, and the consented answers.</summary>
    public required string Letter { get; init; }

    public required DateTime SentAt { get; init; }

    public required Guid SentById { get; init; }

    public required string SentByText { get; init; }

    public DateTime? AnsweredAt { get; private set; }

    public string? AnsweredByText { get; private set; }

    /// <summary>Envelope under the key of the case; what the recipient answered.</summary>
    public string? Answer { get; private set; }

    public required Guid Version { get; set; }

    /// <summary>Sent is answered by accepted or refused, accepted by done or refused; refused and done are the end.</summary>
    public static bool MayBecome(ReferralState from, ReferralState to) => (from, to) switch
    {
        (ReferralState.Sent, ReferralState.Accepted or ReferralState.Refused or ReferralState.Done) => true,
        (ReferralState.Accepted, ReferralState.Refused or ReferralState.Done) => true,
        _ => false,
    };

    public void Take(ReferralState state, string? sealedAnswer, string byText, DateTime now)
    {
        if (!MayBecome(State, state))
        {
            throw new InvalidOperationException($"Referral {Id} cannot become {state} from {State}.");
        }

        (State, Answer, AnsweredByText, AnsweredAt) = (state, sealedAnswer ?? Answer, byText, now);
    }
}
