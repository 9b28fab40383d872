namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>What somebody of the staff said of themselves, so that they are kept out of cases of people close to them.</summary>
public enum TieKind
{
    /// <summary>The number of a Kartu Keluarga they stand in.</summary>
    FamilyCard,
    /// <summary>The NIK of somebody close to them, or their own.</summary>
    Nik,
}

/// <summary>
/// One tie of a member of staff. Only its blind index is kept: nobody can read whom it names, not even they themselves, and it
/// is compared with the same index of the parties of cases. After the keys were changed it stays under the old one, which the ring
/// keeps: without the number it cannot be computed anew.
/// </summary>
public sealed class StaffTie
{
    /// <summary>How many one person may state; enough for a family, too few to try out numbers.</summary>
    public const int Most = 20;

    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required TieKind Kind { get; init; }

    public required string Index { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>Why somebody is proposed to be kept out of a case.</summary>
public enum ConflictGround
{
    /// <summary>They stand in the Kartu Keluarga of a party.</summary>
    FamilyCard,
    /// <summary>A party is somebody they named.</summary>
    Named,
    /// <summary>They said so of this case themselves.</summary>
    Declared,
}

public enum ConflictState
{
    Waiting,
    Accepted,
    Declined,
}

public static class ConflictWords
{
    public static string Words(this ConflictGround ground) => ground switch
    {
        ConflictGround.FamilyCard => "Satu kartu keluarga dengan pihak",
        ConflictGround.Named => "Menyebut NIK pihak sebagai orang dekatnya",
        ConflictGround.Declared => "Menyatakan sendiri hubungannya",
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };
}

/// <summary>
/// A conflict of interest proposed by the program or by the person concerned, and what the head said. Accepting it excludes the
/// person from the case; they are not told of proposals about them.
/// </summary>
public sealed class CaseConflict
{
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid UserId { get; init; }

    public required string UserText { get; init; }

    public required ConflictGround Ground { get; init; }

    public required DateTime FoundAt { get; init; }

    public ConflictState State { get; private set; } = ConflictState.Waiting;

    public DateTime? DecidedAt { get; private set; }

    public string? DecidedByText { get; private set; }

    /// <summary>Envelope under the key of the case: why.</summary>
    public string? Note { get; private set; }

    public required Guid Version { get; set; }

    public void Decide(ConflictState state, string sealedNote, string byText, DateTime now)
    {
        if (State != ConflictState.Waiting || state == ConflictState.Waiting)
        {
            throw new InvalidOperationException($"Conflict {Id} was decided twice.");
        }

        (State, Note, DecidedByText, DecidedAt) = (state, sealedNote, byText, now);
    }
}
