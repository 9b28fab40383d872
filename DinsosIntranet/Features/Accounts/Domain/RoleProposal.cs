using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Accounts.Domain;

public enum RoleProposalState
{
    Waiting,
    Approved,
    Declined,
    Withdrawn,
}

/// <summary>
/// A role an administrator proposes for somebody; it holds only once a second official has approved it
/// (<see cref="RoleRules.NeedsApproval"/>).
/// </summary>
public sealed class RoleProposal
{
    public const int ReasonMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required StaffRole Role { get; init; }

    public string? UnitCode { get; init; }

    public required Guid ProposedById { get; init; }

    public required DateTime ProposedAt { get; init; }

    public RoleProposalState State { get; private set; } = RoleProposalState.Waiting;

    public Guid? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();

    public void Approve(Guid by, DateTime at) => Decide(RoleProposalState.Approved, by, at, null);

    public void Decline(Guid by, DateTime at, string reason) => Decide(RoleProposalState.Declined, by, at, reason);

    public void Withdraw(Guid by, DateTime at) => Decide(RoleProposalState.Withdrawn, by, at, null);

    private void Decide(RoleProposalState state, Guid by, DateTime at, string? reason)
    {
        if (State != RoleProposalState.Waiting)
        {
            throw new InvalidOperationException($"The proposal is {State} already.");
        }

        (State, DecidedById, DecidedAt, Reason) = (state, by, at, reason);
    }
}
