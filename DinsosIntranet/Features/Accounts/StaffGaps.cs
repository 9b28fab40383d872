using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>People without whom others cannot work: who approves roles, a second administrator, owners who have not come for their account.</summary>
internal sealed class StaffGaps(IDbContextFactory<DinsosDbContext> factory) : SettingsGaps
{
    public override async Task<IReadOnlyList<SettingsGap>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var holding = await (from r in db.RoleAssignments.AsNoTracking()
                             join u in db.Users.AsNoTracking() on r.UserId equals u.Id
                             where u.DisabledAt == null && u.PasswordHash != null && (r.Role == StaffRole.Administrator || RoleRules.Approvers.Contains(r.Role))
                             group r by r.Role into roles
                             select new { Role = roles.Key, Count = roles.Count() }).ToListAsync(cancellationToken);
        var awaiting = await db.Users.CountAsync(u => u.DisabledAt == null && u.PasswordHash == null, cancellationToken);
        List<SettingsGap> gaps = [];
        if (!holding.Exists(h => RoleRules.Approvers.Contains(h.Role)))
        {
            gaps.Add(Gap(10, "Belum ada Kepala Dinas atau Sekretaris Dinas yang dapat masuk. Tambah Sekretaris Dinas lebih dulu: ia menyetujui peran yang membuka berkas rahasia."));
        }

        if (holding.Where(h => h.Role == StaffRole.Administrator).Sum(h => h.Count) < 2)
        {
            gaps.Add(Gap(11, "Hanya satu administrator yang dapat masuk. Bila akunnya terkunci, tidak ada yang membukanya kecuali lewat server."));
        }

        if (awaiting > 0)
        {
            gaps.Add(Gap(12, $"{awaiting} akun belum diaktifkan pemiliknya."));
        }

        return gaps;
    }

    private static SettingsGap Gap(int order, string text) => new(order, text, StaffListPage.Address, "Pegawai");
}
