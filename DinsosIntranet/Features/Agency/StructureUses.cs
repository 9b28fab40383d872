using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.Agency;

public enum StructurePart
{
    Unit,
    Desk,
}

/// <summary>
/// One thing that relies on a desk or a unit, counted and without personal data, in words that complete "masih dipakai: …".
/// </summary>
/// <param name="Part">Whether the code is that of a unit or of a desk.</param>
/// <param name="Code">Which one.</param>
/// <param name="Text">"3 peran pegawai".</param>
/// <param name="Waiting">How many requests lie there now, where that is what the text says.</param>
public sealed record StructureUse(StructurePart Part, string Code, string Text, int Waiting = 0);

/// <summary>
/// Tells what relies on the units and desks, so that none is taken away under it. Each capability that relies on them
/// registers one.
/// </summary>
public abstract class StructureUses
{
    public abstract Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken);
}
