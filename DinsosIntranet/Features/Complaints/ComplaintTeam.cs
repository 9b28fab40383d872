using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>The team of a complaint is whom its letter of assignment names.</summary>
public static class ComplaintTeam
{
    public const string Lead = "Ketua tim";
    public const string Member = "Anggota tim";

    public static IQueryable<AssignmentMember> MembersOf(DinsosDbContext db, Guid complaintId) =>
        db.AssignmentMembers.AsNoTracking().Where(m => db.Assignments.Any(a => a.Id == m.AssignmentId && a.RequestId == complaintId && a.EndedAt == null));

    /// <summary>Where the one who leads the team works: their narrowest desk, so that the complaint lies before them and nobody above.</summary>
    public static async Task<string?> DeskOfAsync(DinsosDbContext db, AgencySnapshot agency, Guid staffId, DateTime now, CancellationToken cancellationToken)
    {
        var roles = (await SeatHolders.ReadAsync(db, agency.DateOf(now), cancellationToken)).Where(h => h.UserId == staffId).ToList();
        return agency.Desks
            .Where(d => d.RetiredAt is null && d.Members.Any(m => roles.Any(h => h.Role == m.Role && (m.UnitCode is null || m.UnitCode == h.UnitCode))))
            .OrderBy(d => d.Members.Count)
            .ThenBy(d => d.SortOrder)
            .Select(d => d.Code)
            .FirstOrDefault();
    }
}
