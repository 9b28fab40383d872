using DinsosIntranet.Features.Agency.Domain;

namespace DinsosIntranet.Features.Dispositions.Domain;

/// <summary>
/// One instruction given on a request or on an incoming letter by an official to a desk or a person; a chain where each names the one it follows.
/// Where it was given under a standing disposition, that is named and the disposition is listed for review.
/// </summary>
public sealed class Disposition
{
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }

    /// <summary>The request it was given on; null where <see cref="AgendaId"/> is set, and the other way round.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The letter of the agenda book it was given on.</summary>
    public Guid? AgendaId { get; init; }

    /// <summary>What it was given on, whichever of the two.</summary>
    public Guid SubjectId => RequestId ?? AgendaId!.Value;

    public Guid? ParentId { get; init; }

    public required Guid FromUserId { get; init; }

    /// <summary>Name and title of the giver as it was then, Plh. included.</summary>
    public required string FromText { get; init; }

    /// <summary>
    /// Step and desk where it was given: a disposition taken back returns the request there. Null for those of the time
    /// before this was kept.
    /// </summary>
    public string? FromStepId { get; init; }

    public string? FromDeskCode { get; init; }

    public required string ToDeskCode { get; init; }

    public Guid? ToUserId { get; init; }

    public required string ToText { get; init; }

    /// <summary>Codes of the instructions ticked on the sheet.</summary>
    public required string[] Instructions { get; init; }

    public string? Note { get; init; }

    /// <summary>The day by which it should be done; null where the request's own clock says enough.</summary>
    public DateOnly? DueOn { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When the person it was given to opened the request, or said to have read it; never by anybody else.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>When the work it asked for was done: the request left the desk it had come to, other than by a further disposition.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>What the receiver wrote when a letter was dealt with ("Selesai: sudah dihadiri").</summary>
    public string? DoneNote { get; set; }

    /// <summary>When the giver took it back, unread.</summary>
    public DateTime? RecalledAt { get; private set; }

    /// <summary>Name and title of who took it back.</summary>
    public string? RecalledByText { get; private set; }

    /// <summary>When the giver, or who stood in for them, reminded last; null where nobody has.</summary>
    public DateTime? RemindedAt { get; private set; }

    /// <summary>Name and title of who reminded last.</summary>
    public string? RemindedByText { get; private set; }

    /// <summary>Reading and taking back at once change the same row: exactly one of them is first.</summary>
    public Guid Version { get; set; }

    public Guid? StandingDispositionId { get; init; }

    /// <summary>When the head looked at what was disposed under the standing disposition.</summary>
    public DateTime? ReviewedAt { get; set; }

    public void Recall(string by, DateTime now)
    {
        if (RecalledAt is not null || ReadAt is not null || DoneAt is not null)
        {
            throw new InvalidOperationException($"Disposition {Id} was taken back though read, done or taken back before.");
        }

        (RecalledAt, RecalledByText) = (now, by);
    }

    public void Remind(string by, DateTime now)
    {
        if (RecalledAt is not null || DoneAt is not null)
        {
            throw new InvalidOperationException($"Somebody was reminded of disposition {Id} though it was done or taken back.");
        }

        (RemindedAt, RemindedByText) = (now, by);
    }
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
