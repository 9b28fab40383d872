using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases.Domain;

public sealed class StageRulesTests
{
    [Fact]
    public void Missing_EverythingOfStepTwo_Nothing() => Assert.Empty(StageRules.Missing(StageRules.Report, Filled()));

    [Theory]
    [InlineData("A1")]
    [InlineData("A5")]
    [InlineData("B1")]
    [InlineData("B4")]
    public void Missing_OneBlockNotBegun_Named(string kind) =>
        Assert.Contains(StageRules.Missing(StageRules.Report, [.. Filled().Where(b => b.Kind != kind)]), m => m.Kind == kind && m.Text.EndsWith("belum diisi.", StringComparison.Ordinal));

    [Fact]
    public void Missing_SecondVictimWithoutViolence_Named()
    {
        var blocks = Filled();
        blocks.Add(new FilledBlock(Guid.CreateVersion7(), CaseBlocks.Victim, 2, null, BlockValues.From(TestData.VictimValues())));

        Assert.Equal("Kekerasan yang dialami Korban 2 belum diisi.", Assert.Single(StageRules.Missing(StageRules.Report, blocks)).Text);
    }

    [Fact]
    public void Missing_Trafficking_AsksForItsBlock()
    {
        var blocks = Filled();
        blocks.Find(b => b.Kind == CaseBlocks.Event)!.Values[CaseBlocks.CaseKind] = "kta,tppo";

        Assert.Equal(CaseBlocks.Trafficking, Assert.Single(StageRules.Missing(StageRules.Report, blocks)).Kind);
    }

    [Fact]
    public void Missing_RequiredFieldEmpty_NamedWithItsBlock()
    {
        var blocks = Filled();
        var consent = blocks.Find(b => b.Kind == CaseBlocks.Consent)!;
        consent.Values["layanan"] = "";

        var missing = Assert.Single(StageRules.Missing(StageRules.Report, blocks));
        Assert.Equal((consent.Id, "A5 Persetujuan awal: setuju dilayani."), (missing.BlockId, missing.Text));
    }

    [Fact]
    public void Missing_Handling_OutreachOrServiceIsEnough()
    {
        Assert.Single(StageRules.Missing(StageRules.Handle, []));
        Assert.Empty(StageRules.Missing(StageRules.Handle, [Block(CaseBlocks.Service, new() { ["tanggal"] = "2026-11-22", ["jenis"] = "kesehatan", ["instansi"] = "Puskesmas" })]));
    }

    [Fact]
    public void Missing_MonitoringNotTheLast_CannotClose() =>
        Assert.Equal(
            "Belum ada pemantauan yang ditandai terakhir.",
            Assert.Single(StageRules.Missing(StageRules.Monitor, [Block(CaseBlocks.Monitoring, new() { ["tanggal"] = "2026-11-22", ["keselamatan"] = "aman", ["terakhir"] = "tidak", ["berikutnya"] = "2026-12-20" })])).Text);

    private static List<FilledBlock> Filled()
    {
        var blocks = TestData.ReportBlocks().Select(b => Block(b.Kind, b.Values)).ToList();
        var victim = blocks.Find(b => b.Kind == CaseBlocks.Victim)!;
        return blocks.ConvertAll(b => b.Kind == CaseBlocks.Violence ? b with { ParentId = victim.Id } : b);
    }

    private static FilledBlock Block(string kind, Dictionary<string, string> values) => new(Guid.CreateVersion7(), kind, 1, null, BlockValues.From(values));
}
