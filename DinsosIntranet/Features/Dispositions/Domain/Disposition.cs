using DinsosIntranet.Features.Agency.Domain;

namespace DinsosIntranet.Features.Dispositions.Domain;

/// <summary>The line of a request in the secretariat's agenda book; its number stands on the disposition sheet.</summary>
public sealed class AgendaEntry
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public required int Number { get; init; }

    public required int Year { get; init; }

    public required DateTime At { get; init; }

    public required Urgency Urgency { get; init; }

    public required Guid ByUserId { get; init; }

    public string Label => $"{Number}/{Year}";
}

/// <summary>Sifat on the disposition sheet.</summary>
public enum Urgency
{
    Normal,
    Urgent,
    VeryUrgent,
}

/// <summary>
/// One instruction given on a request by an official to a desk or a person; a chain where each names the one it follows.
/// Where it was given under a standing disposition, that is named and the disposition is listed for review.
/// </summary>
public sealed class Disposition
{
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    public Guid? ParentId { get; init; }

    public required Guid FromUserId { get; init; }

    /// <summary>Name and title of the giver as it was then, Plh. included.</summary>
    public required string FromText { get; init; }

    public required string ToDeskCode { get; init; }

    public Guid? ToUserId { get; init; }

    public required string ToText { get; init; }

    /// <summary>Codes of the instructions ticked on the sheet.</summary>
    public required string[] Instructions { get; init; }

    public string? Note { get; init; }

    /// <summary>The day by which it should be done; null where the request's own clock says enough.</summary>
    public DateOnly? DueOn { get; init; }

    public required DateTime At { get; init; }

    public DateTime? ReadAt { get; set; }

    public Guid? StandingDispositionId { get; init; }

    /// <summary>When the head looked at what was disposed under the standing disposition.</summary>
    public DateTime? ReviewedAt { get; set; }
}

/// <summary>
/// Disposisi tetap: an official disposes in advance, per standard and step, between two dates (both included), revocable
/// at once. Never for a confidential standard.
/// </summary>
public sealed class StandingDisposition
{
    public required Guid Id { get; init; }

    public required string StandardCode { get; init; }

    public required string StepId { get; init; }

    public required Guid FromUserId { get; init; }

    public required string FromText { get; init; }

    public required string ToDeskCode { get; init; }

    public required string[] Instructions { get; init; }

    public string? Note { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? RevokedAt { get; set; }

    public bool HoldsOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;
}

/// <summary>An instruction that can be ticked on the sheet ("Proses lebih lanjut").</summary>
public sealed class DispositionInstruction : IChoice
{
    string IChoice.Label
    {
        get => Text;
        set => Text = value;
    }

    public required string Code { get; init; }

    public required string Text { get; set; }

    public required int SortOrder { get; set; }

    /// <summary>Since when it is no longer offered; old records keep their name.</summary>
    public DateTime? RetiredAt { get; set; }
}
