using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public class ServiceStandardTests
{
    private static readonly ServiceStandard Dtks = StandardFixtures.Catalog.Standard("dtks");
    private static readonly ServiceStandard Rehabilitation = StandardFixtures.Catalog.Standard("rehabilitasi-ktk");

    [Fact]
    public void EntryStep_StandardWithTwoChannels_EachItsOwn()
    {
        Assert.Equal("a1-terima", Rehabilitation.EntryStep("tatap-muka").Id);
        Assert.Equal("b1-surat", Rehabilitation.EntryStep("surat").Id);
    }

    [Fact]
    public void RequirementsOf_StandardWithTwoChannels_EachItsOwn()
    {
        Assert.Equal(["A"], Rehabilitation.RequirementsOf("tatap-muka").Select(r => r.Number));
        Assert.Equal(["B.a", "B.b"], Rehabilitation.RequirementsOf("surat").Select(r => r.Number));
    }

    [Fact]
    public void Outcome_OfBranch_LeadsWhereThePublicationSays()
    {
        Assert.Equal("7", Dtks.Step(Dtks.Outcome("5-cek-siks-ng", "terdaftar").To).Number);
        Assert.Equal("6", Dtks.Step(Dtks.Outcome("5-cek-siks-ng", "tidak-terdaftar").To).Number);
        Assert.Equal(EndStatus.Completed, Dtks.Ending(Dtks.Outcome("6-informasi", "informasi-diberikan").To).Status);
    }

    [Theory]
    [InlineData("dtks", "tatap-muka", "1 2 3 4 5 7 8 9")]
    [InlineData("pemulangan", "tatap-muka", "1 2 3 4 5 7 8")]
    [InlineData("informasi", "tatap-muka", "1 2 3 4 5 7 8")]
    [InlineData("korban-kbga", "telepon", "1 2 3 4 5")]
    [InlineData("rehabilitasi-ktk", "tatap-muka", "A.1 A.2 A.3 A.4 A.5")]
    [InlineData("rehabilitasi-ktk", "surat", "B.1 B.2 B.3 B.4")]
    public void MainPath_RealStandard_FollowsJikaYa(string code, string channel, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', StandardFixtures.Catalog.Standard(code).MainPath(channel).Select(s => s.Number)));

    [Fact]
    public void MainPath_FirstOutcomeRunsInACircle_StopsThere()
    {
        var circle = StandardFixtures.Small().WithOutcomes("tanda-tangan", new StepOutcome("kembalikan", "Kembalikan", "periksa"), new StepOutcome("ok", "Tanda tangani", "selesai"));

        Assert.Equal(["terima", "disposisi", "periksa", "tanda-tangan"], circle.MainPath("tatap-muka").Select(s => s.Id));
    }

    [Fact]
    public void Lookups_UnknownCode_SayWhatIsMissing()
    {
        Assert.Contains("dtks", Assert.Throws<KeyNotFoundException>(() => Dtks.Step("bulan")).Message);
        Assert.Throws<KeyNotFoundException>(() => Dtks.EntryStep("merpati"));
        Assert.Throws<KeyNotFoundException>(() => Dtks.Outcome("1-terima", "bulan"));
        Assert.Throws<KeyNotFoundException>(() => Dtks.Ending("bulan"));
        Assert.Null(Dtks.FindStep("bulan"));
    }

    [Fact]
    public void IsServedBy_DeskOfOneUnit_OnlyThatUnit()
    {
        var desk = StandardFixtures.Catalog.Desk("penanda-tangan-linjamsos");

        Assert.True(desk.IsServedBy(ActorWith(StaffRole.HeadOfAgency, null)));
        Assert.True(desk.IsServedBy(ActorWith(StaffRole.HeadOfDivision, "linjamsos")));
        Assert.False(desk.IsServedBy(ActorWith(StaffRole.HeadOfDivision, "rehsos")));
        Assert.False(desk.IsServedBy(ActorWith(StaffRole.Administrator, null)));
    }

    private static Actor ActorWith(StaffRole role, string? unit) => new(Guid.CreateVersion7(), "Uji", "Uji", [new RoleInUnit(role, unit)]);
}
