using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Audit;

public sealed class AuditReadingTests
{
    [Fact]
    public void Read_TextOfAnAct_GivesItsParts()
    {
        var text = new AuditText().Changed("meja", "sekretariat", "kepala-dinas").Changed("nik", null, "3602995206850001").Fact("terdaftar", true).ToJson("salah ketik", "10.0.0.7");

        var detail = AuditDetail.Read(text);

        Assert.Equal([new AuditChange("meja", "sekretariat", "kepala-dinas"), new AuditChange("nik", null, "3602********0001")], detail.Changes);
        Assert.Equal([new AuditFact("terdaftar", "ya")], detail.Facts);
        Assert.Equal(("salah ketik", "10.0.0.7"), (detail.Reason, detail.Origin));
    }

    [Theory]
    [InlineData("bukan json")]
    [InlineData("[1]")]
    public void Read_ForeignText_ShownAsItStands(string text) => Assert.Equal(text, AuditDetail.Read(text).Unreadable);

    [Fact]
    public void Name_UnknownAct_IsTheCodeItself() => Assert.Equal("kapal.berlayar", AuditActs.Name("kapal.berlayar"));

    [Fact]
    public void Name_RefusedAct_IsTheNameOfTheAct()
    {
        Assert.True(AuditActs.IsRefused("ditolak:permohonan.ambil"));
        Assert.Equal("Mengambil permohonan", AuditActs.Name("ditolak:permohonan.ambil"));
    }

    [Fact]
    public void Sight_HeadOfDivision_OwnUnitOnly()
    {
        var sight = AuditSight.Of(Person(new RoleInUnit(StaffRole.HeadOfDivision, "linjamsos")));

        Assert.False(sight.SeesEverybody);
        Assert.Equal(["linjamsos"], sight.Units);
    }

    [Theory]
    [InlineData("permohonan", false)]
    [InlineData("orang", false)]
    [InlineData("surat", false)]
    [InlineData("berkas", false)]
    [InlineData("disposisi", false)]
    [InlineData("jenis-yang-baru", false)]
    [InlineData("akun", true)]
    public void Sight_Administrator_SeesActsButNoContentOfRequests(string kind, bool sees)
    {
        var sight = AuditSight.Of(Person(new RoleInUnit(StaffRole.Administrator, null)));

        Assert.True(sight.SeesEverybody);
        Assert.Equal(sees, sight.SeesContentOf(kind));
    }

    [Fact]
    public void Sight_SupervisorWhoAdministers_SeesEverything() =>
        Assert.True(AuditSight.Of(Person(new RoleInUnit(StaffRole.Administrator, null), new RoleInUnit(StaffRole.Supervisor, null))).SeesContentOf("permohonan"));

    private static Actor Person(params RoleInUnit[] roles) => new(Guid.CreateVersion7(), "Uji", "Uji", roles);
}
