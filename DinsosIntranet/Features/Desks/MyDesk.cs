using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;

namespace DinsosIntranet.Features.Desks;

/// <summary>What to show of "Meja saya": which clock states, and which page of which table (the others show their first).</summary>
public sealed record DeskView(TimeFilter Filter = TimeFilter.All, string? PagedTable = null, int Page = 1);

/// <summary>"Meja saya" of one person at one moment.</summary>
public sealed record MyDesk
{
    public required string DateText { get; init; }

    /// <summary>The unit, or the position of somebody who belongs to none.</summary>
    public required string Unit { get; init; }

    /// <summary>Requests that ended today and had passed one of this person's desks.</summary>
    public required int DoneToday { get; init; }

    /// <summary>Of everything that waits, whatever the filter.</summary>
    public required DeskCounts Counts { get; init; }

    public required DeskTable Mine { get; init; }

    /// <summary>One for each desk this person serves, empty ones included.</summary>
    public required IReadOnlyList<DeskTable> Queues { get; init; }

    public required Listing<DispositionRow> Dispositions { get; init; }

    /// <summary>Null for those who do not bring in scans.</summary>
    public required Listing<UnsignedLetterRow>? UnsignedLetters { get; init; }

    /// <summary>What to work on next, most urgent first; more than one because the first may be taken meanwhile.</summary>
    public required IReadOnlyList<NextWork> Next { get; init; }
}

public sealed record NextWork(Guid Id, bool IsMine);

/// <summary>A page of rows and how many there are in all.</summary>
public sealed record Listing<T>(int Total, IReadOnlyList<T> Rows);

public sealed record DeskTable(string Code, string Name, int Total, int Page, IReadOnlyList<DeskRow> Rows)
{
    /// <summary>The code of the table of what one holds; desks have codes of their own.</summary>
    public const string MineCode = "saya";
}

/// <summary>One waiting request. Without <paramref name="Person"/> it is confidential and known by its number only.</summary>
public sealed record DeskRow(
    Guid Id,
    string Number,
    string Service,
    ClockFace Clock,
    LegalClockFace? LegalClock,
    DeskRowPerson? Person,
    string Step,
    string? StepNote,
    string AtDesk,
    string NextAct,
    DispositionSigns Signs,
    bool IsMine,
    bool IsPaused,
    bool MayPause);

/// <summary>The clock of the law beside the promise, with what must have happened by then.</summary>
public sealed record LegalClockFace(string Name, ClockFace Face);

public sealed record DeskRowPerson(string Name, string? MaskedNik);

public sealed record DispositionRow(Guid Id, string Href, string Number, string DueText, DispositionSigns Signs, bool IsRead, string Text, string From, string Given);

public sealed record UnsignedLetterRow(Guid Id, Guid RequestId, string Number, string Title, string? LetterNumber, string Since, string Signer);
