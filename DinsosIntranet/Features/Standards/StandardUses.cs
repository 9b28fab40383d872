using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>What the standards name: those in force, and older versions under which requests still run.</summary>
internal sealed class StandardUses(StandardLibrary library) : StructureUses
{
    public override async Task<IReadOnlyList<string>> OfDeskAsync(DinsosDbContext db, string code, DateOnly today, CancellationToken cancellationToken) =>
        Names(await InUseAsync(db, today, cancellationToken), s => s.Steps.Any(step => step.Desk == code));

    public override async Task<IReadOnlyList<string>> OfUnitAsync(DinsosDbContext db, string code, DateOnly today, CancellationToken cancellationToken) =>
        Names(await InUseAsync(db, today, cancellationToken), s => s.Unit == code);

    private static List<string> Names(IEnumerable<ServiceStandard> standards, Func<ServiceStandard, bool> relies) =>
        [.. standards.Where(relies).Select(s => $"standar {s.ShortTitle}").Distinct()];

    private async Task<IReadOnlyList<ServiceStandard>> InUseAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var running = await db.WorkItems.AsNoTracking().Where(w => w.ClosedAt == null).Select(w => w.StandardVersionId).Distinct().ToListAsync(cancellationToken);
        var standards = (await library.ActiveOnAsync(today, cancellationToken)).ToList();
        foreach (var version in running.Where(id => !standards.Exists(s => s.VersionId == id)))
        {
            standards.Add(await library.GetAsync(version, cancellationToken));
        }

        return standards.ConvertAll(s => s.Standard);
    }
}
