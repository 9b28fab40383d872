using System.Text.Json;
using System.Text.Json.Serialization;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// That one person had been entered twice: which record stayed, which became a pointer to it, and everything needed to
/// take them apart again. A merge that was taken apart stays in the list with the reason.
/// </summary>
public sealed class PersonMerge
{
    public const int ReasonMaxLength = 300;

    public required Guid Id { get; init; }

    public required Guid SurvivorId { get; init; }

    public required Guid LosingId { get; init; }

    public required DateTime MergedAt { get; init; }

    public required Guid MergedById { get; init; }

    /// <summary>Name and title of who merged.</summary>
    public required string MergedByText { get; init; }

    public required string Reason { get; init; }

    /// <summary>What the merge changed, see <see cref="MergedRecords"/>.</summary>
    public required string Moved { get; init; }

    public DateTime? UndoneAt { get; set; }

    public string? UndoneByText { get; set; }

    public string? UndoneReason { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>What hung on the losing record, and the survivor's particulars before and after; stored as JSON, read to undo only.</summary>
public sealed record MergedRecords
{
    public required PersonInput Before { get; init; }

    public required PersonInput After { get; init; }

    public required IReadOnlyList<Guid> AsApplicant { get; init; }

    public required IReadOnlyList<Guid> AsSubject { get; init; }

    /// <summary>Requests of one record for the other: there is no relation to oneself.</summary>
    public required IReadOnlyDictionary<Guid, string> Relations { get; init; }

    public required IReadOnlyList<Guid> Letters { get; init; }

    /// <summary>Records merged into the losing one earlier: they point at the survivor now.</summary>
    public required IReadOnlyList<Guid> Pointers { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Guid> Requests => [.. AsApplicant.Union(AsSubject)];

    public string ToJson() => JsonSerializer.Serialize(this);

    public static MergedRecords Read(string json) => JsonSerializer.Deserialize<MergedRecords>(json) ?? throw new JsonException("An empty record of a merge.");
}
