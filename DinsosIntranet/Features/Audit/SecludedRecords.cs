using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Audit;

/// <summary>
/// Tells which records hang on the requests a reader is excluded from: their rows are left out for that reader, as if they
/// were not in the trail. The capability that owns such records registers it; the trail itself knows no capability.
/// </summary>
public abstract class SecludedRecords
{
    /// <summary>The ids of the records, those of the requests themselves among them where this capability owns these.</summary>
    public abstract Task<IReadOnlyList<Guid>> IdsAsync(DinsosDbContext db, IReadOnlyCollection<Guid> requests, CancellationToken cancellationToken);
}
