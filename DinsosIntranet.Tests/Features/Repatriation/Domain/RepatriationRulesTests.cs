using DinsosIntranet.Features.Repatriation.Domain;
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
    public void Migrants_OneThingWrong_NamesItsField(string code, string value, string field)
    {
        var migrant = TestData.Migrant();
        migrant.Values[code] = value;

        Assert.Equal(field, Assert.Single(RepatriationRules.CheckMigrants([migrant])).Field);
    }

    [Fact]
    public void Migrants_Complete_Nothing() => Assert.Empty(RepatriationRules.CheckMigrants([TestData.Migrant(), TestData.Migrant(isMinor: true)]));

    [Theory]
    [InlineData(false, "Sumarni Wati", null)]
    [InlineData(false, "  barjo   PEMANGSA ", MigrantFields.Receiver)]
    [InlineData(true, "Sumarni Wati", null)]
    [InlineData(true, "Tetangga Lain", MigrantFields.Receiver)]
    public void HandOver_Receiver_NeverTheAccusedAndOfMinorsOnlyTheNamed(bool isMinor, string receiver, string? refused) =>
        Assert.Equal(refused, RepatriationRules.CheckHandOver(TestData.Migrant(isMinor), TestData.MigrantHandOver(receiver), Today).SingleOrDefault()?.Field);
}
