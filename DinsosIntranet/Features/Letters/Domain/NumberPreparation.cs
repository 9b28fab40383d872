namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>
/// What number a letter is to get when it is approved, where that is not the next one: prepared by the secretariat, which
/// keeps the book, and seen by the signer. It belongs to the request, so it outlives a draft that is written anew.
/// </summary>
public sealed class NumberPreparation
{
    public const int ReasonMaxLength = 300;

    public required Guid RequestId { get; init; }

    /// <summary>The kind of letter.</summary>
    public required string Kind { get; init; }

    /// <summary>The running number to insert behind; null where the number comes from another system.</summary>
    public int? AfterSequence { get; set; }

    /// <summary>The number as the other system gave it; null for an inserted one.</summary>
    public string? TypedNumber { get; set; }

    /// <summary>The date the letter bears.</summary>
    public required DateOnly DatedOn { get; set; }

    public required string Reason { get; set; }

    public required string PreparedByText { get; set; }

    public required DateTime PreparedAt { get; set; }
}
