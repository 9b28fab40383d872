namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>One day of one person or vehicle, taken by one journey. The unique index refuses the second journey.</summary>
public sealed class EscortBooking
{
    public const int KeyMaxLength = 60;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>See <see cref="BookingKeys"/>.</summary>
    public required string Key { get; init; }

    public required DateOnly Day { get; init; }
}

/// <summary>
/// One stop of a journey: the point of debarkation, then the home of each of the people. Its id is random and says nothing;
/// the phone of the escort keeps nothing else of it.
/// </summary>
public sealed class EscortStop
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>0 for the point of debarkation, then the number of the person on the run-sheet.</summary>
    public required int Order { get; init; }

    /// <summary>When it was ticked, by the clock of the phone.</summary>
    public DateTime? TickedAt { get; private set; }

    public string? TickedByText { get; private set; }

    /// <summary>The phone it came from; the same tick sent twice is known by it.</summary>
    public Guid? ClientId { get; private set; }

    public DateTime? ReceivedAt { get; private set; }

    public required Guid Version { get; set; }

    public void Tick(DateTime at, Guid clientId, string byText, DateTime now)
    {
        if (TickedAt is not null)
        {
            throw new InvalidOperationException($"Stop {Id} was ticked twice.");
        }

        (TickedAt, ClientId, TickedByText, ReceivedAt, Version) = (at, clientId, byText, now, Guid.CreateVersion7());
    }
}

public enum RepatriationPaperKind
{
    /// <summary>The hand-over sheet with the signatures of both parties and the witness.</summary>
    SignedSheet,
    Photo,
}

/// <summary>A file about one of the people, encrypted in the vault.</summary>
public sealed class RepatriationPaper
{
    /// <summary>How many files there are of one person.</summary>
    public const int Most = 8;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid MigrantId { get; init; }

    public required RepatriationPaperKind Kind { get; init; }

    public required Guid FileId { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedByText { get; init; }

    /// <summary>Taken off the list; the file itself stays for the trail.</summary>
    public DateTime? RemovedAt { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>A visit to somebody who is home, by the day it is due. What was found stands encrypted in <see cref="Payload"/>.</summary>
public sealed class RepatriationVisit
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid MigrantId { get; init; }

    /// <summary>The number of the person on the run-sheet, which stands for the name.</summary>
    public required int PersonNumber { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? DoneOn { get; set; }

    public string? DoneByText { get; set; }

    public string? Payload { get; set; }

    public required Guid Version { get; set; }
}

public enum SightKind
{
    Opened,
    Printed,
    File,
}

/// <summary>One look at who the people are: who, when, why. Never what was seen.</summary>
public sealed class RepatriationSighting
{
    public const int ReasonMaxLength = 40;
    public const int DetailMaxLength = 80;
    public const int UserTextMaxLength = 250;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required Guid UserId { get; init; }

    public required string UserText { get; init; }

    public required SightKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Until when an opening holds.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Code of the reason, of a fixed list: what is typed freely may name somebody.</summary>
    public required string Reason { get; init; }

    /// <summary>The sheet that was printed, with the person it is about, or the file that was read.</summary>
    public string? Detail { get; init; }
}
