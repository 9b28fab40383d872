using DinsosIntranet.Features.Desks;
using DinsosIntranet.Tests.Features.Standards;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class PassedStripTests
{
    [Fact]
    public void Of_BeforeTheBranch_ShowsBothWaysInOnePlace() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Done", "4 Done", "5 Current", "6/7 Upcoming", "8 Upcoming", "9 Upcoming"],
            Strip("5-cek-siks-ng", isOpen: true, "1-terima", "2-sekretariat", "3-disposisi", "4-tugas-kabid"));

    [Fact]
    public void Of_BranchTaken_NamesItsStepOnly() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Done", "4 Done", "5 Done", "7 Current", "8 Upcoming", "9 Upcoming"],
            Strip("7-cetak-surat", isOpen: true, "1-terima", "2-sekretariat", "3-disposisi", "4-tugas-kabid", "5-cek-siks-ng"));

    [Fact]
    public void Of_BranchThatEnds_LeavesOutWhatCanNoLongerCome() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Done", "4 Done", "5 Done", "6 Current"],
            Strip("6-informasi", isOpen: true, "1-terima", "2-sekretariat", "3-disposisi", "4-tugas-kabid", "5-cek-siks-ng"));

    [Fact]
    public void Of_SentBack_LaterStepIsToComeAgain() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Done", "4 Done", "5 Done", "7 Current", "8 Upcoming", "9 Upcoming"],
            Strip("7-cetak-surat", isOpen: true, "1-terima", "2-sekretariat", "3-disposisi", "4-tugas-kabid", "5-cek-siks-ng", "7-cetak-surat", "8-tanda-tangan"));

    [Fact]
    public void Of_Withdrawn_NoStepIsCurrent() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Upcoming", "4 Upcoming", "5 Upcoming", "6/7 Upcoming", "8 Upcoming", "9 Upcoming"],
            Strip("3-disposisi", isOpen: false, "1-terima", "2-sekretariat"));

    [Fact]
    public void Of_Ended_EverythingIsDone() =>
        Assert.Equal(
            ["1 Done", "2 Done", "3 Done", "4 Done", "5 Done", "6 Done"],
            Strip("6-informasi", isOpen: false, "1-terima", "2-sekretariat", "3-disposisi", "4-tugas-kabid", "5-cek-siks-ng", "6-informasi"));

    private static string[] Strip(string at, bool isOpen, params string[] passed) =>
        [.. PassedStrip.Of(StandardFixtures.Catalog.Standard("dtks"), "tatap-muka", at, passed.ToHashSet(), isOpen).Select(s => $"{s.Number} {s.State}")];
}
