using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// Gives the records of one kind the name staff know them by: the number of a request or letter, the name of a colleague.
/// The capability that owns the kind registers it; the trail itself knows no capability.
/// </summary>
public abstract class AuditNames
{
    public abstract string RecordKind { get; }

    public abstract Task<Dictionary<Guid, string>> NamesAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The record with this number; null where there is none, or where the kind has no numbers.</summary>
    public virtual Task<Guid?> FindAsync(DinsosDbContext db, string number, CancellationToken cancellationToken) => Task.FromResult<Guid?>(null);
}
