using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Repatriation.Domain;

/// <summary>What must be told of migrants, and to whom nobody is handed over.</summary>
public sealed class RepatriationRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Avanza A 1234 XY", "A1234XY")]
    [InlineData("minibus dinas a1234xy", "A1234XY")]
    [InlineData("Kendaraan dinas", null)]
    public void Plate_InWords_FoundOrNot(string typed, string? plate) => Assert.Equal(plate, BookingKeys.PlateIn(typed));

    [Theory]
    [InlineData(MigrantFields.Name, "", "0.nama")]
    [InlineData(MigrantFields.Nik, "36029", "0.nik")]
    [InlineData(MigrantFields.PaperNumber, " ", "0.nomor-dokumen")]
    [InlineData(MigrantFields.Minor, MigrantFields.Yes, "0.boleh-menerima")]
    [InlineData(MigrantFields.Country, "", "0.negara")]
    [InlineData(MigrantFields.Birth, "2010-01-01", "0.anak")]
    [InlineData(MigrantFields.Birth, "2027-01-01", "0.lahir")]
    [InlineData(MigrantFields.MayReceive, "barjo  pemangsa", "0.boleh-menerima")]
    public void Migrants_OneThingWrong_NamesItsField(string code, string value, string field)
    {
        var migrant = TestData.Migrant();
        migrant.Values[code] = value;

        Assert.Equal(field, Assert.Single(RepatriationRules.CheckMigrants([migrant], TestData.AnyChoice, Today)).Field);
    }

    [Fact]
    public void Migrants_Complete_Nothing() => Assert.Empty(RepatriationRules.CheckMigrants([TestData.Migrant(), TestData.Migrant(isMinor: true)], TestData.AnyChoice, Today));

    [Fact]
    public void Migrants_NobodyTooManyTwice_Refused()
    {
        var twice = TestData.Migrant();

        Assert.Equal("Migrants", Assert.Single(RepatriationRules.CheckMigrants([], TestData.AnyChoice, Today)).Field);
        Assert.Equal("Migrants", Assert.Single(RepatriationRules.CheckMigrants([twice, twice], TestData.AnyChoice, Today)).Field);
        Assert.Equal("Migrants", Assert.Single(RepatriationRules.CheckMigrants([.. Enumerable.Range(0, 41).Select(_ => TestData.Migrant())], TestData.AnyChoice, Today)).Field);
    }

    [Theory]
    [InlineData(false, "Sumarni Wati", null)]
    [InlineData(false, "  barjo   PEMANGSA ", MigrantFields.Receiver)]
    [InlineData(true, "Sumarni Wati", null)]
    [InlineData(true, "Tetangga Lain", MigrantFields.Receiver)]
    public void HandOver_Receiver_NeverTheAccusedAndOfMinorsOnlyTheNamed(bool isMinor, string receiver, string? refused) =>
        Assert.Equal(refused, Checked(TestData.MigrantHandOver(receiver), isMinor).SingleOrDefault()?.Field);

    [Theory]
    [InlineData(MigrantFields.ReceiverNik, "12", MigrantFields.ReceiverNik)]
    [InlineData(MigrantFields.Witness, "", MigrantFields.Witness)]
    [InlineData(MigrantFields.HandedOn, "2026-11-24", MigrantFields.HandedOn)]
    [InlineData(MigrantFields.VisitOn, "2026-11-23", MigrantFields.VisitOn)]
    [InlineData(MigrantFields.VisitOn, "2027-03-01", MigrantFields.VisitOn)]
    public void HandOver_OneThingWrong_NamesItsField(string code, string value, string field)
    {
        var values = TestData.MigrantHandOver();
        values[code] = value;

        Assert.Equal(field, Assert.Single(Checked(values, isMinor: false)).Field);
    }

    [Fact]
    public void Visit_BeforeHandOver_Refused()
    {
        var values = new Dictionary<string, string> { [MigrantFields.HandedOn] = "2026-11-20", [MigrantFields.VisitState] = "baik", [MigrantFields.VisitNote] = "Baik." };

        Assert.Equal(MigrantFields.HandedOn, Assert.Single(RepatriationRules.CheckVisit(values, TestData.AnyChoice, new DateOnly(2026, 11, 22), Today)).Field);
    }

    [Fact]
    public void ForEscort_NothingOfPapersHealthOrCase()
    {
        var migrant = TestData.Migrant();
        migrant.Values[MigrantFields.CaseCode] = "KBGA-2026-0001";
        var shown = migrant.ForEscort();

        Assert.Equal(TestData.MigrantName, shown[MigrantFields.Name]);
        Assert.DoesNotContain(shown.Values.Keys, k => k is MigrantFields.Nik or MigrantFields.PaperNumber or MigrantFields.Health or MigrantFields.CaseCode or MigrantFields.Country);
    }

    [Theory]
    [InlineData(StaffRole.HeadOfAgency, null, false, false, RepatriationSight.Content)]
    [InlineData(StaffRole.HeadOfDivision, "dayasos", false, false, RepatriationSight.Content)]
    [InlineData(StaffRole.SocialWorker, "dayasos", false, false, RepatriationSight.Content)]
    [InlineData(StaffRole.SocialWorker, "rehsos", false, false, RepatriationSight.Outline)]
    [InlineData(StaffRole.SocialWorker, "rehsos", false, true, RepatriationSight.Escort)]
    [InlineData(StaffRole.DtksOperator, null, true, false, RepatriationSight.Content)]
    [InlineData(StaffRole.FrontOffice, null, false, false, RepatriationSight.Outline)]
    [InlineData(StaffRole.AgencySecretary, null, false, false, RepatriationSight.Outline)]
    public void Sight_ByRole(StaffRole role, string? unit, bool isAtDesk, bool isInTeam, RepatriationSight sight)
    {
        var actor = new Actor(Guid.NewGuid(), "Seseorang", "Jabatan", [new RoleInUnit(role, unit, null)]);

        Assert.Equal(sight, RepatriationAccess.Sight(actor, new RepatriationFacts("dayasos", IsOpen: true, isAtDesk, isInTeam)));
    }

    [Fact]
    public void Figures_SmallCountriesTogether_NobodyFoundBySubtraction()
    {
        RecordedReturn[] people = [.. Many(7, "Malaysia", 6), .. Many(5, "Oman", 5), .. Many(2, "Qatar", 0), .. Many(1, "Jepang", 1)];
        var figures = ReturnFigures.Of(2026, people, m => $"{m}", c => c, d => d);

        Assert.Equal((15, 12, 80m), (figures.Total.Recorded, figures.Total.Home, figures.Total.Indicator!.Value));
        Assert.Equal([("Malaysia", 7, 6), (ReturnFigures.Others, 8, 6)], figures.Countries.Select(c => (c.Name, c.Recorded, c.Home)));
        Assert.Equal((15, 0), (figures.Months[2].Recorded, figures.Months[3].Recorded));
        Assert.Null(figures.Months[3].Indicator);
    }

    private static IEnumerable<RecordedReturn> Many(int count, string country, int home) => Enumerable.Range(0, count).Select(i => new RecordedReturn(3, country, "Bayah", i < home));

    private static IReadOnlyList<Refusal> Checked(Dictionary<string, string> values, bool isMinor) => RepatriationRules.CheckHandOver(TestData.Migrant(isMinor), values, TestData.AnyChoice, Today);
}
