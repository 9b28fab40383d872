using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Dispositions;

namespace DinsosIntranet.Features.Agenda;

/// <summary>
/// A letter of the book for one viewer at one moment. Without <see cref="Content"/> it is rahasia to them: number and state
/// are all there is.
/// </summary>
public sealed record LetterView
{
    public required Guid Id { get; init; }

    public required string Label { get; init; }

    public required AgendaState State { get; init; }

    public required AgencySnapshot Agency { get; init; }

    public required LetterContentView? Content { get; init; }

    /// <summary>The viewer keeps the book.</summary>
    public required bool MayCorrect { get; init; }

    /// <summary>The viewer may put it away: nobody was disposed to.</summary>
    public required bool MayArchive { get; init; }

    /// <summary>The viewer may dispose it: as the head, or passing on what they received. Null where they may not.</summary>
    public required DispositionTask? Task { get; init; }

    /// <summary>What the viewer received of it and has not ended.</summary>
    public required LetterDisposition? Mine { get; init; }
}

/// <summary>What only those may see who may read the letter.</summary>
public sealed record LetterContentView(
    LetterInput Letter, string RegisteredBy, DateTime RegisteredAt, string? ClosedText, IReadOnlyList<LetterDisposition> Dispositions, IReadOnlyList<LetterEvent> History);

/// <summary>One disposition of a letter; <paramref name="Receipt"/> says how it stands ("dibaca … pukul 09.42", "selesai …").</summary>
public sealed record LetterDisposition(Guid Id, Guid? ParentId, string FromText, string ToText, string Content, DateOnly? DueOn, DateTime At, string Receipt, string? DoneNote, bool IsOpen, DispositionSigns Signs);

public sealed record LetterEvent(Guid Id, DateTime At, string Title, string? Detail, Guid ActorId, string ActorText);
