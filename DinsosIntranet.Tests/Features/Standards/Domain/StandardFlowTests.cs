using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Tests.Features.Standards.Domain;

public class StandardFlowTests
{
    [Theory]
    [InlineData("dtks", "1-terima", "1 2 3 4 5 {Tidak: 6 =tidak-terdaftar | Ya: 7 8(<7) 9 =selesai}")]
    [InlineData("pemulangan", "1-terima", "1 2 3 4 5 {Tidak: 6 =dirujuk | Ya: 7 8 =selesai}")]
    [InlineData("informasi", "1-terima", "1 {terima: 2 3 4 5 {Tidak: 6 =ditolak | Ya: 7 {siap: >8 | diberitahukan: =belum-dikuasai} >8} | jawab-daftar: >8} 8 =selesai")]
    [InlineData("korban-kbga", "1-laporan", "1 2 3 {Ya: 4 >5 | Tidak: >5} 5 =selesai")]
    [InlineData("rehabilitasi-ktk", "a1-terima", "A.1 A.2 A.3 A.4(<A.4) {Ya: >A.5 | Tidak: =dirujuk} A.5 =selesai")]
    [InlineData("rehabilitasi-ktk", "b1-surat", "B.1 B.2 B.3 {Ya: >B.4 | Tidak: =selesai} B.4 =selesai")]
    public void From_RealStandard_DrawsEveryStepOnce(string code, string entry, string drawing) =>
        Assert.Equal(drawing, Draw(StandardFlow.From(StandardFixtures.Catalog.Standard(code), entry)));

    [Fact]
    public void From_ReturnBeforeTheFork_IsDrawnAsReturn() =>
        Assert.Equal("1 2 3 {Tidak: 4 =dirujuk | Ya: 5(<3) =selesai}", Draw(StandardFlow.From(StandardFixtures.Small(), "terima")));

    [Theory]
    [InlineData("dtks", "tatap-muka", "1 2 3 4 5 6/7 8 9")]
    [InlineData("pemulangan", "tatap-muka", "1 2 3 4 5 6/7 8")]
    [InlineData("korban-kbga", "rujukan", "1 2 3 4 5")]
    [InlineData("rehabilitasi-ktk", "surat", "B.1 B.2 B.3 B.4")]
    public void Strip_RealStandard_BranchesShareACell(string code, string channel, string cells) =>
        Assert.Equal(cells, string.Join(' ', StepStrip.Of(StandardFixtures.Catalog.Standard(code), channel).Select(c => c.Number)));

    [Fact]
    public void Strip_SharedCell_NamesBothAndHoldsBoth()
    {
        var cell = StepStrip.Of(StandardFixtures.Catalog.Standard("dtks"), "tatap-muka")[5];

        Assert.Equal("Informasi pendaftaran atau cetak surat", cell.Title);
        Assert.True(cell.Holds("6-informasi") && cell.Holds("7-cetak-surat"));
        Assert.False(cell.Holds("8-tanda-tangan"));
    }

    private static string Answer(StepOutcome outcome) => outcome.Branch switch
    {
        Branch.Yes => "Ya: ",
        Branch.No => "Tidak: ",
        _ => outcome.Code + ": ",
    };

    private static string Draw(IEnumerable<FlowRow> rows) => string.Join(' ', rows.Select(row => row switch
    {
        FlowStep step => step.Step.Number + string.Concat(step.Returns.Select(r => $"(<{r.To.Number})")),
        FlowFork fork => "{" + string.Join(" | ", fork.Branches.Select(b => Answer(b.Outcome) + Draw(b.Rows))) + "}",
        FlowJoin join => ">" + join.Step.Number,
        FlowEnd end => "=" + end.Ending.Code,
        _ => "?",
    }));
}
