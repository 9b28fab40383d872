using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Assignments;

/// <summary>Who of the staff may be sent for a request: everybody who can sign in and is not kept away from it.</summary>
internal static class AssignmentStaff
{
    private const int MostStaff = 500;

    /// <summary>As letters print them: officials with titles, rank and the office they hold today. Null for everybody.</summary>
    public static async Task<Dictionary<Guid, MemberInput>> ReadAsync(DinsosDbContext db, Guid requestId, DateOnly today, IReadOnlyCollection<Guid>? only, CancellationToken cancellationToken)
    {
        var users = db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && !db.RequestExclusions.Any(x => x.RequestId == requestId && x.UserId == u.Id && x.LiftedAt == null));
        if (only is not null)
        {
            users = users.Where(u => only.Contains(u.Id));
        }

        var staff = await users.OrderBy(u => u.FullName).Take(MostStaff).Select(u => new { u.Id, u.FullName, u.Position, u.Nip }).ToListAsync(cancellationToken);
        var officials = (await db.Officials.AsNoTracking().Where(o => o.From <= today && (o.Until == null || o.Until >= today)).OrderBy(o => o.From).ToListAsync(cancellationToken))
            .GroupBy(o => o.UserId).ToDictionary(g => g.Key, g => g.Last());
        return staff.ToDictionary(u => u.Id, u => officials.TryGetValue(u.Id, out var official)
            ? new MemberInput { StaffId = u.Id, Name = official.NameWithTitles, Nip = official.Nip, Rank = official.Rank, Position = official.PositionTitle }
            : new MemberInput { StaffId = u.Id, Name = u.FullName, Nip = u.Nip ?? "", Position = u.Position });
    }
}
