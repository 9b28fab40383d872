namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// One appointment of the court calendar: a questioning (BAP) or a hearing to which somebody accompanies the victim. When it
/// is and who goes stays readable, so that nobody is booked twice; what it is about stands in <see cref="Payload"/>.
/// </summary>
public sealed class CaseHearing
{
    /// <summary>The social report lies before the court this many days ahead, unless another day was set.</summary>
    public const int ReportDaysBefore = 3;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public required Guid CompanionId { get; init; }

    public required string CompanionText { get; init; }

    /// <summary>Until when the social report must be there; null where none was asked for.</summary>
    public DateOnly? ReportDue { get; init; }

    public DateTime? ReportDoneAt { get; private set; }

    public string? ReportDoneByText { get; private set; }

    public DateTime? CancelledAt { get; private set; }

    public string? CancelledByText { get; private set; }

    /// <summary>Envelope under the key of the case: kind, stage, place, agenda.</summary>
    public required string Payload { get; init; }

    /// <summary>The companion's letter of assignment, once one was submitted.</summary>
    public Guid? LetterId { get; set; }

    public required DateTime SavedAt { get; init; }

    public required string SavedByText { get; init; }

    public required Guid Version { get; set; }

    /// <summary>Two appointments of one companion meet unless one ends before the other begins.</summary>
    public bool Meets(DateTime startsAt, DateTime endsAt) => CancelledAt is null && StartsAt < endsAt && startsAt < EndsAt;

    public void ReportDone(string byText, DateTime now)
    {
        Require(ReportDue is not null && ReportDoneAt is null && CancelledAt is null, "reported on twice");
        (ReportDoneAt, ReportDoneByText) = (now, byText);
    }

    public void Cancel(string byText, DateTime now)
    {
        Require(CancelledAt is null, "cancelled twice");
        (CancelledAt, CancelledByText) = (now, byText);
    }

    private void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"Hearing {Id} was {problem}.");
        }
    }
}

/// <summary>Touched by every booking of a companion, so that of two bookings at once the second is run again on what the first left.</summary>
public sealed class CompanionBookings
{
    public required Guid UserId { get; init; }

    public required int Count { get; set; }

    public required Guid Version { get; set; }
}
