using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Agency;

/// <summary>
/// Tells what else relies on a desk or a unit, so that it is not taken away under it. Each capability that relies on them
/// registers one; each answer is a few words that complete "masih dipakai: …".
/// </summary>
public abstract class StructureUses
{
    public virtual Task<IReadOnlyList<string>> OfDeskAsync(DinsosDbContext db, string code, DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public virtual Task<IReadOnlyList<string>> OfUnitAsync(DinsosDbContext db, string code, DateOnly today, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([]);
}
