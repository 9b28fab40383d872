using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Text;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Desks;

/// <summary>One exclusion as its box shows it; <paramref name="Lifted"/> says by whom, when and why it ended.</summary>
public sealed record ExclusionLine(Guid Id, string Name, string Position, string Reason, string Made, string? Lifted);

/// <summary>Who is kept away from a request, the newest first, and who else could be.</summary>
public sealed record ExclusionView(IReadOnlyList<ExclusionLine> Lines, IReadOnlyList<Colleague> Staff);

public sealed partial class RequestExclusions
{
    /// <summary>More staff than any agency of this kind has.</summary>
    private const int MostStaff = 1000;

    /// <summary>Null where there is no such request, or the viewer may not say who is kept away from it.</summary>
    public async Task<ExclusionView?> FindAsync(Guid requestId, Actor viewer, CancellationToken cancellationToken = default)
    {
        if (!RequestAccess.MaySee(viewer, requestId))
        {
            return null;
        }

        var zone = (await agencies.GetAsync(cancellationToken)).Zone;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await db.WorkItems.Where(w => w.Id == requestId).Select(w => w.StandardCode).FirstOrDefaultAsync(cancellationToken) is not { } code || !rights.MayExclude(code, viewer))
        {
            return null;
        }

        var rows = await (from x in db.RequestExclusions.AsNoTracking()
                          join u in db.Users.AsNoTracking() on x.UserId equals u.Id
                          where x.RequestId == requestId
                          orderby x.LiftedAt != null, x.At descending, x.Id descending
                          select new { Exclusion = x, u.FullName, u.Position }).ToListAsync(cancellationToken);
        var standing = rows.Where(r => r.Exclusion.Holds).Select(r => r.Exclusion.UserId).ToList();
        var staff = await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && !standing.Contains(u.Id))
            .OrderBy(u => u.FullName)
            .Take(MostStaff)
            .Select(u => new Colleague(u.Id, u.FullName, u.Position))
            .ToListAsync(cancellationToken);
        return new ExclusionView(
            [
                .. rows.Select(r => new ExclusionLine(
                    r.Exclusion.Id,
                    r.FullName,
                    r.Position,
                    r.Exclusion.Reason.Words(),
                    $"Oleh {r.Exclusion.ByText}, {IndonesianDates.ShortWithTime(r.Exclusion.At, zone)}",
                    r.Exclusion.LiftedAt is { } lifted ? $"Dicabut {r.Exclusion.LiftedByText}, {IndonesianDates.ShortWithTime(lifted, zone)}: {texts.LiftReason(r.Exclusion)}" : null)),
            ],
            staff);
    }
}
