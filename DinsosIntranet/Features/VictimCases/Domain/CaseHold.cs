namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// Penahanan untuk proses hukum: while it holds the case can be neither destroyed nor anonymised. Its reasons are codes of
/// a list, since whoever keeps the archive must not read what is told in a case.
/// </summary>
public sealed class CaseHold
{
    public const int CodeMaxLength = 40;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last day it holds; null until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    public required DateTime PlacedAt { get; init; }

    public required Guid PlacedById { get; init; }

    public required string PlacedByText { get; init; }

    public DateTime? LiftedAt { get; private set; }

    public string? LiftedByText { get; private set; }

    public string? LiftReason { get; private set; }

    public required Guid Version { get; set; }

    public bool Holds(DateOnly today) => LiftedAt is null && (Until is null || Until >= today);

    public void Lift(string reason, string byText, DateTime now)
    {
        if (LiftedAt is not null)
        {
            throw new InvalidOperationException($"Hold {Id} was lifted twice.");
        }

        (LiftReason, LiftedByText, LiftedAt) = (reason, byText, now);
    }
}
