using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>What the standards name: those in force, those planned, and older versions under which requests still run.</summary>
internal sealed class StandardUses(StandardLibrary library) : StructureUses
{
    public override async Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var standards = (await library.ActiveOnAsync(today, cancellationToken)).Concat(await library.PlannedAfterAsync(today, cancellationToken)).ToList();
        var running = await db.WorkItems.AsNoTracking().Where(w => w.ClosedAt == null).Select(w => w.StandardVersionId).Distinct().ToListAsync(cancellationToken);
        foreach (var version in running.Where(id => !standards.Exists(s => s.VersionId == id)))
        {
            standards.Add(await library.GetAsync(version, cancellationToken));
        }

        return
        [
            .. standards.SelectMany(s => s.Standard.Steps.GroupBy(step => step.Desk).Select(g => new StructureUse(StructurePart.Desk, g.Key, Text(s.Standard, g)))).Distinct(),
            .. standards.Where(s => s.Standard.SigningDesk is not null).Select(s => new StructureUse(StructurePart.Desk, s.Standard.SigningDesk!, $"standar {s.Standard.ShortTitle} (tanda tangan)")).Distinct(),
            .. standards.Select(s => new StructureUse(StructurePart.Unit, s.Standard.Unit, $"standar {s.Standard.ShortTitle}")).Distinct(),
        ];
    }

    private static string Text(ServiceStandard standard, IEnumerable<StandardStep> steps) =>
        $"standar {standard.ShortTitle} (langkah {string.Join(", ", steps.Select(s => s.ShortTitle))})";
}
