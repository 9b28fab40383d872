using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Shared.Text;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>The list as a file that leaves the program: codes and clocks, for a reason, with the name of who took it.</summary>
public sealed class CaseListExportTests
{
    [Fact]
    public async Task Write_RunningCases_CodeStepStateAndClocksWithoutAName()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var locked = await agency.Data.OpenedCaseAsync();
        Assert.True((await agency.Data.Cases.AddMemberAsync(locked.Id, agency.UserId("wahyu"), await agency.ActAsync("sari"))).IsOk);
        Assert.True((await agency.Data.Cases.LockAsync(locked.Id, await agency.ActAsync("sari"))).IsOk);
        var act = await agency.ActAsync("sari");
        using var file = new MemoryStream();

        await agency.Get<CaseListExport>().WriteAsync(file, CaseFilter.Running, "rapat", act);

        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal([registered.Number, "Berjalan", "Tinggi"], new[] { 1, 5, 6 }.Select(c => sheet.Cells[1, c].Value?.ToString()));
        var xml = SheetWriterTests.Part(file.ToArray(), "xl/worksheets/sheet1.xml");
        Assert.Contains("Diunduh Sari Wulandari, 23/11/2026 09.00 WIB", xml, StringComparison.Ordinal);
        Assert.All(
            new[] { TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, locked.Number, "<f>" },
            unwanted => Assert.DoesNotContain(unwanted, xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Record_WithoutAReason_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<CaseListExport>().RecordAsync(CaseFilter.Running, "ingin tahu", await agency.ActAsync("sari"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.DoesNotContain(await agency.TrailAsync(), a => a.Act == "kasus.ekspor");
    }

    [Fact]
    public async Task Record_WithAReason_InTheTrail()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.True((await agency.Get<CaseListExport>().RecordAsync(CaseFilter.Mine, "rapat", await agency.ActAsync("sari"))).IsOk);

        var act = Assert.Single(await agency.TrailAsync(), a => a.Act == "kasus.ekspor");
        Assert.Contains("tim sendiri", act.Text, StringComparison.Ordinal);
        Assert.Contains("rapat", act.Text, StringComparison.Ordinal);
    }
}
