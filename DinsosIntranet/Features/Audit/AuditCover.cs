using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// Registered by a capability for records of which nothing typed freely may stand readable in the trail: reasons and notes of acts
/// on them are sealed as ciphertext. What was done, by whom and when stays readable.
/// </summary>
public abstract class AuditCover
{
    /// <summary>The kind of record it answers for.</summary>
    public abstract string RecordKind { get; }

    /// <summary>What seals a text about each of these records; those that are not covered are not in it.</summary>
    public abstract Task<IReadOnlyDictionary<Guid, Func<string, string>>> SealersAsync(DinsosDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
