using DinsosIntranet.App;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.App;

public sealed class NavItemTests
{
    [Theory]
    [InlineData(StaffRole.FrontOffice, "/ /buku-tamu /permohonan /siap-diserahkan /informasi /pengaduan/baru /kasus/baru /pemulangan /kasus/konsultasi /standar /orang/gabung /verifikasi /papan")]
    [InlineData(StaffRole.Secretariat, "/ /disposisi /permohonan /informasi /pengaduan /pemulangan /orang/gabung /agenda /surat /kasus/retensi /verifikasi /papan")]
    [InlineData(StaffRole.HeadOfAgency, "/ /disposisi /tanda-tangan /permohonan /informasi /pengaduan /kasus /pemulangan /orang/gabung /agenda /surat /kasus/retensi /verifikasi /papan /jejak /kasus/rekap /persetujuan-peran /pengaturan/standar")]
    [InlineData(StaffRole.HeadOfDivision, "/ /disposisi /tanda-tangan /permohonan /pengaduan /kasus /pemulangan /agenda /surat /kasus/retensi /verifikasi /papan /jejak")]
    [InlineData(StaffRole.DtksOperator, "/ /disposisi /permohonan /pemulangan /agenda /surat /verifikasi /papan")]
    [InlineData(StaffRole.PpidOfficer, "/ /disposisi /permohonan /informasi /pemulangan /agenda /surat /verifikasi /papan")]
    [InlineData(StaffRole.Supervisor, "/ /permohonan /informasi /pengaduan /pemulangan /agenda /surat /verifikasi /papan /jejak /kasus/rekap")]
    [InlineData(StaffRole.Administrator, "/ /pengaturan /standar /jejak")]
    public void All_Role_SeesItsEntries(StaffRole role, string expected) =>
        Assert.Equal(expected, string.Join(' ', NavItem.All.Where(i => i.IsFor(Actor(role))).Select(i => i.Href)));

    [Fact]
    public void All_EveryCombinationOfTwoRoles_ShowsNoAddressTwice()
    {
        foreach (var first in StaffRoles.All)
        {
            foreach (var second in StaffRoles.All)
            {
                var hrefs = NavItem.All.Where(i => i.IsFor(Actor(first, second))).Select(i => i.Href).ToList();
                Assert.Equal(hrefs.Distinct(), hrefs);
            }
        }
    }

    [Theory]
    [InlineData("/", "/", true)]
    [InlineData("/", "/surat", false)]
    [InlineData("/permohonan", "/permohonan/baru", true)]
    [InlineData("/papan", "/papankecil", false)]
    public void Covers_Path_MatchesWholeSegments(string href, string path, bool expected) =>
        Assert.Equal(expected, NavItem.All.First(i => i.Href == href).Covers(path));

    private static Actor Actor(params StaffRole[] roles) =>
        new(Guid.NewGuid(), "Yusup Hidayat", "Staf", [.. roles.Select(r => new RoleInUnit(r, null))]);
}
