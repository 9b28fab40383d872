using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Complaints;

/// <summary>A member of staff as the forms offer them.</summary>
public sealed record StaffChoice(Guid Id, string Name, string Position)
{
    public string Text => $"{Name}, {Position}";
}

/// <summary>Who works where, so that a complaint goes around the people it is about.</summary>
public static class ComplaintStaff
{
    /// <summary>Where a complaint goes when its own desk is out of question, first what is nearest.</summary>
    private static readonly string[] Instead = ["sekretaris-dinas", "sekretariat", "pengelola-pengaduan"];

    private static readonly StaffRole[] Officials = [StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.HeadOfDivision];

    /// <summary>Everybody with an account who can sign in, by name.</summary>
    public static async Task<IReadOnlyList<StaffChoice>> AllAsync(DinsosDbContext db, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null)
            .OrderBy(u => u.FullName)
            .Select(u => new StaffChoice(u.Id, u.FullName, u.Position))
            .ToListAsync(cancellationToken);

    /// <summary>Heads and secretary: those who answer a complaint at once.</summary>
    public static async Task<IReadOnlyList<StaffChoice>> OfficialsAsync(DinsosDbContext db, CancellationToken cancellationToken) =>
        await db.Users.AsNoTracking()
            .Where(u => u.DisabledAt == null && u.Roles.Any(r => Officials.Contains(r.Role)))
            .OrderBy(u => u.FullName)
            .Select(u => new StaffChoice(u.Id, u.FullName, u.Position))
            .ToListAsync(cancellationToken);

    public static Task<bool> IsHeadAsync(DinsosDbContext db, IReadOnlyCollection<Guid> staff, CancellationToken cancellationToken) =>
        db.RoleAssignments.AnyAsync(r => r.Role == StaffRole.HeadOfAgency && staff.Contains(r.UserId), cancellationToken);

    /// <summary>This desk, or the first of those instead of it, where somebody works who is not among these; null where there is none.</summary>
    public static async Task<string?> FreeDeskAsync(DinsosDbContext db, AgencySnapshot agency, string deskCode, IReadOnlyCollection<Guid> excluded, DateTime now, CancellationToken cancellationToken)
    {
        var holders = await SeatHolders.ReadAsync(db, agency.DateOf(now), cancellationToken);
        return Instead.Prepend(deskCode).FirstOrDefault(code =>
            agency.FindDesk(code) is { } desk
            && holders.Any(h => !excluded.Contains(h.UserId) && desk.Members.Any(m => m.Role == h.Role && (m.UnitCode is null || m.UnitCode == h.UnitCode))));
    }
}
