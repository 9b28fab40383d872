using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>Staff, officials, desks and units that rely on a unit.</summary>
internal sealed class AgencyUses : StructureUses
{
    public override async Task<IReadOnlyList<StructureUse>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var roles = await db.RoleAssignments.AsNoTracking()
            .Where(r => r.UnitCode != null && db.Users.Any(u => u.Id == r.UserId && u.DisabledAt == null))
            .GroupBy(r => r.UnitCode!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var officials = await db.Officials.AsNoTracking()
            .Where(o => o.UnitCode != null && (o.Until == null || o.Until >= today))
            .GroupBy(o => o.UnitCode!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var proposals = await db.RoleProposals.AsNoTracking()
            .Where(p => p.UnitCode != null && p.State == RoleProposalState.Waiting)
            .GroupBy(p => p.UnitCode!)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var desks = await db.Desks.AsNoTracking().Include(d => d.Members).Where(d => d.RetiredAt == null).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
        var units = await db.Units.AsNoTracking().Where(u => u.RetiredAt == null && u.ParentCode != null).OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
        return
        [
            .. roles.Select(r => new StructureUse(StructurePart.Unit, r.Key, $"{r.Count} peran pegawai")),
            .. officials.Select(o => new StructureUse(StructurePart.Unit, o.Key, $"{o.Count} pejabat")),
            .. proposals.Select(p => new StructureUse(StructurePart.Unit, p.Key, $"{p.Count} usulan peran")),
            .. from desk in desks
               from unit in desk.Members.Select(m => m.UnitCode).OfType<string>().Distinct()
               select new StructureUse(StructurePart.Unit, unit, $"meja {desk.Name}"),
            .. units.Select(u => new StructureUse(StructurePart.Unit, u.ParentCode!, $"unit {u.Name}")),
        ];
    }
}
