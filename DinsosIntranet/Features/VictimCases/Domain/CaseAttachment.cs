namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// A file of a case. Its own key is kept here, wrapped once more under the key of the case, and nowhere else: destroying the
/// key of the case makes the file unreadable too.
/// </summary>
public sealed class CaseAttachment
{
    /// <summary>How many files one case holds.</summary>
    public const int Most = 100;

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid FileId { get; init; }

    /// <summary>Envelope under the key of the case.</summary>
    public required string FileKey { get; init; }

    /// <summary>Envelope under the key of the case: what it is, and the name it came with.</summary>
    public required string Payload { get; init; }

    public required DateTime AddedAt { get; init; }

    public required string AddedByText { get; init; }

    /// <summary>Taken off the list; the file itself stays for the trail.</summary>
    public DateTime? RemovedAt { get; set; }

    public required Guid Version { get; set; }
}
