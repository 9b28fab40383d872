namespace DinsosIntranet.Features.Agenda.Domain;

/// <summary>One line of the story of a letter in the book, as it was said when it happened; never changed afterwards.</summary>
public sealed class AgendaEvent
{
    public const int TitleMaxLength = 350;
    public const int DetailMaxLength = 4000;

    public required Guid Id { get; init; }

    public required Guid EntryId { get; init; }

    public required DateTime At { get; init; }

    public required string Title { get; init; }

    public string? Detail { get; init; }

    public required Guid ActorId { get; init; }

    public required string ActorText { get; init; }
}
