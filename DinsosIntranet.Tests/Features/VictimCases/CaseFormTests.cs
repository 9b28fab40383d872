using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>Form A, B and C on paper: whom they are handed to, what they bear.</summary>
public sealed class CaseFormTests
{
    [Theory]
    [InlineData("A", "Kronologi")]
    [InlineData("B", TestData.VictimName)]
    [InlineData("C", "belum diisi")]
    public async Task Fetch_EachForm_ItsBlocksAndWhoPrintedThem(string form, string expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var print = (await agency.Data.Cases.PrintAsync(registered.Id, form, "sidang", await agency.ActAsync("sari"))).Value;

        var paper = (await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync("sari")))!;

        var text = PdfText.Text(paper.Content);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("Dicetak Sari Wulandari, 23/11/2026 09.00 WIB", text, StringComparison.Ordinal);
        Assert.Equal($"form-{form.ToLowerInvariant()}-{registered.Number}.pdf", paper.FileName);
    }

    [Theory]
    [InlineData("lina")]
    [InlineData("gilang")]
    [InlineData("admin")]
    public async Task Fetch_PrintingOfAnother_NotHandedOut(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var print = (await agency.Data.Cases.PrintAsync(registered.Id, "B", "sidang", await agency.ActAsync("sari"))).Value;

        Assert.Null(await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync(by)));
    }

    [Fact]
    public async Task Fetch_TooLate_NotHandedOut()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var print = (await agency.Data.Cases.PrintAsync(registered.Id, "B", "sidang", await agency.ActAsync("sari"))).Value;
        agency.Time.Advance(TimeSpan.FromMinutes(CaseFormWriter.FetchMinutes));

        Assert.Null(await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync("sari")));
    }

    [Theory]
    [InlineData("B", "")]
    [InlineData("B", "arsip pribadi")]
    [InlineData("Z", "sidang")]
    public async Task Print_NoReasonOrNoForm_Refused(string form, string reason)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();

        Assert.Equal(OutcomeKind.Refused, (await agency.Data.Cases.PrintAsync(registered.Id, form, reason, await agency.ActAsync("sari"))).Kind);
    }

    [Theory]
    [InlineData("nani", OutcomeKind.Forbidden)]
    [InlineData("asep", OutcomeKind.Forbidden)]
    [InlineData("maman", OutcomeKind.Forbidden)]
    [InlineData("gilang", OutcomeKind.Forbidden)]
    [InlineData("admin", OutcomeKind.NotFound)]
    [InlineData("lina", OutcomeKind.Refused)]
    [InlineData("ratna", OutcomeKind.Refused)]
    public async Task ContentActs_WithoutAnOpening_NoneSucceeds(string by, OutcomeKind expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        var victim = (await agency.Data.BlockIdAsync(registered.Id, CaseBlocks.Victim))!.Value;
        var act = await agency.ActAsync(by);

        Outcome[] outcomes =
        [
            await agency.Data.Cases.PrintAsync(registered.Id, "B", "sidang", act),
            await agency.Data.Cases.RevealAsync(registered.Id, victim, act),
            await agency.Data.SaveAsync(registered.Id, CaseBlocks.Consent, new Dictionary<string, string> { ["layanan"] = "ya" }, by: by),
            await agency.Data.Cases.RemoveBlockAsync(registered.Id, victim, Guid.Empty, act),
            await agency.Data.Cases.LeaveStepAsync(new LeaveStep(registered.Id, TestData.CaseReporting, "tercatat"), act),
        ];

        Assert.All(outcomes, o => Assert.Equal(expected, o.Kind));
    }
}
