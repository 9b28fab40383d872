using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public sealed class VersionRulesTests
{
    private static readonly ServiceStandard Small = StandardFixtures.Small();
    private static readonly KnownVersion First = new("contoh", 1, "CTH", Confidentiality.Open, new DateTime(2026, 11, 20, 2, 0, 0, DateTimeKind.Utc), "Rudi Hartono");

    [Fact]
    public void Check_HigherVersionOrNewStandard_Fine()
    {
        Assert.Empty(Check(Small with { Version = 2 }, "contoh", First));
        Assert.Empty(Check(Small, null));
    }

    [Fact]
    public void Check_SameNumber_SaysWhoAndWhen() =>
        Assert.Equal(("version", "versi 1 sudah diimpor Rudi Hartono pada 20 November; berikutnya versi 2"), Assert.Single(Check(Small, "contoh", First)));

    [Fact]
    public void Check_LowerNumber_Refused() =>
        Assert.Equal(("version", "nomor versi 2 harus lebih tinggi daripada 3, versi terakhir yang ada"), Assert.Single(Check(Small with { Version = 2 }, "contoh", First, First with { Number = 3 })));

    [Fact]
    public void Check_OtherCodeThanChosen_Refused()
    {
        Assert.Contains("padahal Anda memilih standar 'dtks'", Assert.Single(Check(Small with { Version = 2 }, "dtks", First)).Message);
        Assert.Contains("sudah dipakai standar yang ada", Assert.Single(Check(Small with { Version = 2 }, null, First)).Message);
    }

    [Fact]
    public void Check_PrefixOfAnotherStandard_Refused() =>
        Assert.Equal(("numberPrefix", "awalan nomor 'CTH' sudah dipakai standar 'lain'"), Assert.Single(Check(Small, null, First with { Code = "lain" })));

    [Fact]
    public void Check_SecretMadeOpen_Refused() =>
        Assert.Equal("confidentiality", Assert.Single(Check(Small with { Version = 2 }, "contoh", First with { Confidentiality = Confidentiality.Secret })).Property);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_InternalMadePublicOrTheReverse_Refused(bool wasInternal) =>
        Assert.Equal("isInternal", Assert.Single(Check(Small with { Version = 2, IsInternal = !wasInternal }, "contoh", First with { IsInternal = wasInternal })).Property);

    [Fact]
    public void Check_CodeThatIsAnAddress_Refused() => Assert.Equal("code", Assert.Single(Check(Small with { Code = "impor" }, null)).Property);

    [Fact]
    public void CheckPanels_OpenWithoutPanel_NamesTheAction()
    {
        var actions = new ActionRegistry(StepActions.All, [.. StepActions.All.Where(a => a.Code != StepActions.Refer).Select(a => new ActionPanel(a.Code, typeof(object)))]);

        Assert.Contains("\"Rujuk\"", Assert.Single(VersionRules.CheckPanels(Paper(), actions)));
        Assert.Empty(VersionRules.CheckPanels(Paper() with { IntakeOpen = false }, actions));
    }

    [Fact]
    public void CheckPanels_SignatureWithoutLetter_Refused()
    {
        var actions = new ActionRegistry(StepActions.All, StepActions.All.Select(a => new ActionPanel(a.Code, typeof(object))));

        Assert.Contains("Langkah 5 menandatangani surat", Assert.Single(VersionRules.CheckPanels(Small, actions)));
        Assert.Empty(VersionRules.CheckPanels(StandardFixtures.Catalog.Standard("dtks"), actions));
    }

    [Theory]
    [InlineData(StaffRole.Administrator, true, false, true)]
    [InlineData(StaffRole.HeadOfAgency, false, true, false)]
    [InlineData(StaffRole.AgencySecretary, false, true, false)]
    [InlineData(StaffRole.HeadOfDivision, false, false, false)]
    [InlineData(StaffRole.FrontOffice, false, false, false)]
    public void May_EachRole_ByTheTable(StaffRole role, bool open, bool secret, bool import)
    {
        var actor = new Actor(Guid.CreateVersion7(), "Seseorang", "Jabatan", [new RoleInUnit(role, null)]);

        Assert.Equal((open, secret, import), (VersionRules.MaySchedule(actor, Confidentiality.Open), VersionRules.MaySchedule(actor, Confidentiality.Secret), VersionRules.MayImport(actor)));
        Assert.Equal(open || secret, VersionRules.MaySee(actor));
    }

    /// <summary>The small standard decided on paper instead of signed.</summary>
    private static ServiceStandard Paper() => Small.WithStep("tanda-tangan", s => s with { Action = StepActions.Decide });

    private static IReadOnlyList<(string Property, string Message)> Check(ServiceStandard standard, string? expected, params KnownVersion[] known) =>
        VersionRules.Check(standard, expected, known, _ => "20 November");
}
