using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>A role somebody who can sign in exercises today: their own, or for an official they stand in for.</summary>
public sealed record SeatHolder(Guid UserId, string Name, StaffRole Role, string? UnitCode);

/// <summary>Who can work at the desks today.</summary>
internal static class SeatHolders
{
    public static async Task<IReadOnlyList<SeatHolder>> ReadAsync(DinsosDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var active = db.Users.AsNoTracking().Where(u => u.DisabledAt == null && u.PasswordHash != null);
        var own = await (from r in db.RoleAssignments.AsNoTracking()
                         join u in active on r.UserId equals u.Id
                         select new SeatHolder(u.Id, u.FullName, r.Role, r.UnitCode)).ToListAsync(cancellationToken);
        var standIns = await (from s in db.StandIns.AsNoTracking()
                              join o in db.Officials.AsNoTracking() on s.OfficialId equals o.Id
                              join u in active on s.ActingUserId equals u.Id
                              where s.RevokedAt == null && s.From <= today && s.Until >= today
                              select new SeatHolder(u.Id, u.FullName, o.Role, o.UnitCode)).ToListAsync(cancellationToken);
        return [.. own, .. standIns];
    }
}
