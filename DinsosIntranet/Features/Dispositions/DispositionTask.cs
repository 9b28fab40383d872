namespace DinsosIntranet.Features.Dispositions;

/// <summary>
/// What a disposition is about to be given on, as the form needs it: a request at a step, or a letter of the agenda book.
/// </summary>
public sealed record DispositionTask
{
    /// <summary>Changes when the form is to begin anew.</summary>
    public required string Key { get; init; }

    /// <summary>"DTKS-2026-0002", "Agenda 12/2026".</summary>
    public required string Number { get; init; }

    public Guid? RequestId { get; init; }

    public string? StepId { get; init; }

    public Guid? AgendaId { get; init; }

    /// <summary>The letter's disposition that is passed on; null where the head disposes it.</summary>
    public Guid? ParentId { get; init; }

    public required string DeskCode { get; init; }

    public required bool IsConfidential { get; init; }

    /// <summary>Work is given to somebody of the own division: people are offered at once.</summary>
    public bool IsAssign { get; init; }

    public DateTime? DueAt { get; init; }

    public string? ProposedDesk { get; init; }

    public IReadOnlyList<string> ProposedInstructions { get; init; } = [];

    public static DispositionTask Of(DispositionCase item) => new()
    {
        Key = $"{item.RequestId} {item.Step.Id}",
        Number = item.Number,
        RequestId = item.RequestId,
        StepId = item.Step.Id,
        DeskCode = item.DeskCode,
        IsConfidential = item.IsConfidential,
        IsAssign = item.IsAssign,
        DueAt = item.DueAt,
        ProposedDesk = item.ProposedDesk,
        ProposedInstructions = item.ProposedInstructions,
    };
}
