using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Shared.Regions;

public sealed class RegionCatalogTests
{
    public static RegionCatalog Catalog { get; } = RegionCatalog.Load(RepositoryRoot.Data("regions"));

    [Fact]
    public void Load_Indonesia_HasAllProvincesRegenciesAndDistricts() =>
        Assert.Equal((38, 514, 7285), (Catalog.Provinces.Count, Catalog.Regencies.Count, Catalog.Regencies.Sum(r => Catalog.DistrictsOf(r.Code).Count())));

    [Fact]
    public void Load_Lebak_Has28DistrictsWith340DesaAnd5Kelurahan()
    {
        var districts = Catalog.DistrictsOf("36.02").ToList();
        var villages = districts.SelectMany(d => Catalog.VillagesOf(d.Code)).ToList();

        Assert.Equal((28, 340, 5), (districts.Count, villages.Count(v => v.Kind == VillageKind.Desa), villages.Count(v => v.Kind == VillageKind.Kelurahan)));
    }

    [Theory]
    [InlineData("33.04", 278)]
    [InlineData("36.02", 345)]
    [InlineData("53.19", 176)]
    public void VillagesOf_ThePilotRegencies_AreComplete(string regency, int expected) =>
        Assert.Equal(expected, Catalog.DistrictsOf(regency).Sum(d => Catalog.VillagesOf(d.Code).Count()));

    [Theory]
    [InlineData("36.02.17.2011", "Desa Parage, Kec. Cikulur, Kab. Lebak")]
    [InlineData("3602141008", "Kel. Cijoro Pasir, Kec. Rangkasbitung, Kab. Lebak")]
    [InlineData("36.02.17", "Kec. Cikulur, Kab. Lebak")]
    [InlineData("36.73", "Kota Serang")]
    [InlineData("36", "Banten")]
    [InlineData("36.02.99", "36.02.99")]
    public void Describe_Code_NamesEveryLevel(string code, string expected) => Assert.Equal(expected, Catalog.Describe(code));

    [Fact]
    public void District_QuotedName_IsRead() => Assert.Equal("Ra\"as", Catalog.District("35.29.22")?.Name);

    [Theory]
    [InlineData("Curug bitung", "36.02.23", true)]
    [InlineData("KEC. CURUGBITUNG", "36.02.23", true)]
    [InlineData("Cigemlong", "36.02.28", false)]
    [InlineData("Cigembling", "36.02.28", false)]
    [InlineData("Cigemblongs", "36.02.28", false)]
    public void FindDistrict_LooseSpelling_IsFound(string name, string code, bool exact)
    {
        var match = Catalog.FindDistrict("36.02", name);

        Assert.Equal((code, exact), (match?.Region.Code, match?.IsExact));
    }

    [Theory]
    [InlineData("36.02", "Bandung")]
    [InlineData("36.02", "Maju")]
    [InlineData("36.02", "")]
    [InlineData("32.06", "Cisalong")]
    public void FindDistrict_OtherShortOrAmbiguousName_IsNotGuessed(string regency, string name) =>
        Assert.Null(Catalog.FindDistrict(regency, name));

    [Theory]
    [InlineData("Kab. Lebak", "36.02")]
    [InlineData("LEBAK", "36.02")]
    [InlineData("Kabupaten Serang", "36.04")]
    [InlineData("KOTA SERANG", "36.73")]
    public void FindRegency_WithOrWithoutItsWord_IsFound(string name, string code) => Assert.Equal(code, Catalog.FindRegency(name)?.Region.Code);

    [Fact]
    public void FindVillage_InsideItsDistrict_IsFound() =>
        Assert.Equal("Desa Parage", Catalog.FindVillage("36.02.17", "DESA PARAGE")?.Region.AddressName);
}
