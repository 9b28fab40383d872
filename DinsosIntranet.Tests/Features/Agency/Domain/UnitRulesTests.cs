using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Tests.Features.Agency.Domain;

public sealed class UnitRulesTests
{
    private static readonly Unit[] Units = [Unit("linjamsos", 1), Unit("sekretariat", 0), Unit("jaminan", 3, "linjamsos"), Unit("bencana", 2, "linjamsos"), Unit("lansia", 4, "tidak-ada")];

    [Fact]
    public void InTreeOrder_Sections_DirectlyBelowTheirDivision() =>
        Assert.Equal(
            [("sekretariat", 0), ("linjamsos", 0), ("bencana", 1), ("jaminan", 1), ("lansia", 0)],
            UnitRules.InTreeOrder(Units).Select(u => (u.Unit.Code, u.Depth)));

    [Theory]
    [InlineData("linjamsos", "jaminan", true)]
    [InlineData("linjamsos", "linjamsos", true)]
    [InlineData("jaminan", "bencana", false)]
    [InlineData("jaminan", null, false)]
    public void WouldCircle_BelowItsOwnSection_Yes(string code, string? parent, bool expected) => Assert.Equal(expected, UnitRules.WouldCircle(code, parent, Units));

    [Theory]
    [InlineData("Seksi Lanjut Usia", "seksi-lanjut-usia")]
    [InlineData("  UPTD (Panti) 2 ", "uptd-panti-2")]
    [InlineData("Perlindungan Sosial Korban Bencana Alam dan Sosial", "perlindungan-sosial-korban-bencana-alam")]
    [InlineData("…", "")]
    public void CodeFrom_Name_CodeThatMayBeUsed(string name, string code)
    {
        Assert.Equal(code, UnitRules.CodeFrom(name));
        Assert.Equal(code.Length > 0, UnitRules.IsCode(code));
    }

    [Theory]
    [InlineData("Lansia")]
    [InlineData("a--b")]
    [InlineData("-a")]
    [InlineData("a b")]
    [InlineData("a123456789-123456789-123456789-123456789")]
    public void IsCode_NotAsStandardsSpellIt_No(string code) => Assert.Equal(code.Length == 40, UnitRules.IsCode(code));

    [Fact]
    public void HeadTitle_NothingSet_KepalaAndTheName()
    {
        var unit = Unit("jaminan", 0);
        Assert.Equal("Kepala Jaminan", unit.HeadTitle);

        unit.HeadPosition = "Koordinator";
        Assert.Equal("Koordinator", unit.HeadTitle);
    }

    [Fact]
    public void SeatFault_EachWrongSet_SaysWhy()
    {
        static string? Fault(params DeskSeat[] seats) => DeskSeats.Fault(seats, code => code == "rehsos");

        Assert.Null(Fault(new DeskSeat(StaffRole.SocialWorker, "rehsos"), new DeskSeat(StaffRole.HeadOfAgency, null)));
        Assert.Equal("Pilih setidaknya satu peran yang bertugas di meja ini.", Fault());
        Assert.Equal("Administrator tidak bertugas di meja.", Fault(new DeskSeat(StaffRole.Administrator, null)));
        Assert.Equal("Pengawas tidak bertugas di meja.", Fault(new DeskSeat(StaffRole.Supervisor, null)));
        Assert.Equal("Pilih unit yang masih dipakai.", Fault(new DeskSeat(StaffRole.SocialWorker, "bulan")));
        Assert.Equal("Kepala Dinas berlaku untuk seluruh dinas. Pilih unit mana pun.", Fault(new DeskSeat(StaffRole.HeadOfAgency, "rehsos")));
        Assert.Equal("Paling banyak 12 peran di satu meja.", Fault([.. Enumerable.Repeat(new DeskSeat(StaffRole.SocialWorker, null), 13)]));
    }

    private static Unit Unit(string code, int order, string? parent = null) =>
        new() { Code = code, Name = char.ToUpperInvariant(code[0]) + code[1..], ShortName = code, SortOrder = order, ParentCode = parent };
}
