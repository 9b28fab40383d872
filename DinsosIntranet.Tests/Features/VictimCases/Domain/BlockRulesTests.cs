using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class BlockRulesTests
{
    private static readonly CaseReference Reference = CaseReference.Load(Path.Combine(RepositoryRoot.Path, "data"), () => []);

    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("B1", "nik", "360299550311000", "NIK harus 16 angka; baru 15 angka")]
    [InlineData("B1", "kk", "36029903", "Nomor KK harus 16 angka")]
    [InlineData("B1", "telepon-aman", "12345678901", "harus diawali 0")]
    [InlineData("B1", "kelamin", "X", "Pilih jenis kelamin")]
    [InlineData("B1", "disabilitas", "mungkin", "Pilih ya atau tidak")]
    [InlineData("B1", "usia", "empat", "berupa angka")]
    [InlineData("B1", "tanggal-lahir", "2026-11-23", "tidak mungkin sesudah hari ini")]
    [InlineData("B1", "tanggal-lahir", "0001-01-01", "tidak mungkin sebelum tahun 1900")]
    [InlineData("A3", "tanggal-kejadian", "kemarin", "Tulis hari, bulan, dan tahun")]
    [InlineData("A3", "jam", "25:10", "Tulis jam dan menit")]
    [InlineData("A3", "bentuk", "fisik,bentakan", "Pilih bentuk kekerasan")]
    [InlineData("A3", "warna", "merah", "tidak ada di blok")]
    public void Check_WrongAnswer_RefusedBesideItsField(string kind, string field, string value, string expected)
    {
        var refusal = Assert.Single(Check(kind, field, value));

        Assert.Equal(field, refusal.Field);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("B1", "nik", "3602995503110007")]
    [InlineData("A3", "bentuk", "fisik,psikis")]
    [InlineData("A4", "risiko", "tinggi")]
    [InlineData("C4", "tenggat-balas", "2027-01-05")]
    public void Check_RightAnswer_NothingRefused(string kind, string field, string value) => Assert.Empty(Check(kind, field, value));

    [Fact]
    public void Check_TextTooLong_Refused() => Assert.Single(Check("A3", "wilayah", new string('x', BlockField.TextMaxLength + 1)));

    [Fact]
    public void Normalise_NumbersWithBlanks_DigitsOnly()
    {
        var values = BlockRules.Normalise(CaseBlocks.Find("B1")!, new Dictionary<string, string> { ["nik"] = "3602 9955 0311 0007", ["telepon-aman"] = "+62 812-9990-7766", ["nama"] = " Melati " });

        Assert.Equal("3602995503110007", values["nik"]);
        Assert.Equal("081299907766", values["telepon-aman"]);
        Assert.Equal("Melati", values["nama"]);
    }

    [Fact]
    public void Missing_ConditionNotMet_FieldNotAskedFor()
    {
        var block = CaseBlocks.Find(CaseBlocks.Reporter)!;

        Assert.DoesNotContain(BlockRules.Missing(block, new BlockValues { ["status"] = "korban" }), f => f.Code == "hubungan-korban");
        Assert.Contains(BlockRules.Missing(block, new BlockValues { ["status"] = "guru" }), f => f.Code == "hubungan-korban");
    }

    [Fact]
    public void Missing_VictimWithoutBirthDate_AgeOrBandIsEnough()
    {
        var block = CaseBlocks.Find(CaseBlocks.Victim)!;
        var values = TestData.VictimValues();
        values.Remove(CaseBlocks.BirthDate);

        Assert.Contains(BlockRules.Missing(block, BlockValues.From(values)), f => f.Code == CaseBlocks.BirthDate);
        values[CaseBlocks.AgeBand] = "13-17";
        Assert.Empty(BlockRules.Missing(block, BlockValues.From(values)));
    }

    [Fact]
    public void Blocks_EveryName_IsSaidOnce()
    {
        Assert.Equal(CaseBlocks.All.Count, CaseBlocks.All.Select(b => b.Code).Distinct().Count());
        Assert.All(CaseBlocks.All, b => Assert.Equal(b.Fields.Count, b.Fields.Select(f => f.Code).Distinct().Count()));
        Assert.All(CaseBlocks.All.SelectMany(b => b.Fields.Where(f => f.When is not null).Select(f => (b, f))), p => Assert.NotNull(p.b.Field(p.f.When!.Field)));
    }

    [Fact]
    public void Blocks_NamesAndPlaces_AreAllSensitive() =>
        Assert.All(
            CaseBlocks.All.SelectMany(b => b.Fields).Where(f => f.Code is "nama" or "nik" or "kk" or "telepon-aman" or "alamat" or "alamat-ktp" or "domisili" or "wali" or "sekolah" or "kronologi" or "rincian"),
            f => Assert.True(f.IsSensitive, f.Label));

    [Fact]
    public void Forms_OfTheAgency_HoldEveryBlockOnce() =>
        Assert.Equal(FormParts.All.Select(b => b.Code).Order(), Reference.Forms.SelectMany(f => f.Blocks).Order());

    private static IReadOnlyList<DinsosIntranet.Shared.Acting.Refusal> Check(string kind, string field, string value) =>
        BlockRules.Check(CaseBlocks.Find(kind)!, new BlockValues { [field] = value }, Today, Reference.Knows);
}
