using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.VictimCases;

/// <summary>What Form A, B and C mean is the agency's: changed by administrators, in versions, from the next printing on.</summary>
public sealed class CaseFormsTests
{
    [Fact]
    public async Task Save_BlockMovedToAnotherForm_NextPrintingFollowsAndTheTrailSaysSo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var registered = await agency.Data.FilledCaseAsync();
        Assert.Contains("Kronologi", await PrintAsync(agency, registered.Id, "A"), StringComparison.Ordinal);

        Assert.True((await SaveAsync(agency, "admin", Moved)).IsOk);

        Assert.DoesNotContain("Kronologi", await PrintAsync(agency, registered.Id, "A"), StringComparison.Ordinal);
        var moved = await PrintAsync(agency, registered.Id, "B");
        Assert.Contains("Kronologi", moved, StringComparison.Ordinal);
        Assert.Contains("susunan formulir versi 1", moved, StringComparison.Ordinal);
        var act = Assert.Single(await agency.TrailAsync(), a => a.Act == "kasus.formulir");
        Assert.Contains("A1 A2 A3 A4 A5", act.Text, StringComparison.Ordinal);
        Assert.True((await agency.CheckTrailAsync()).IsIntact);
    }

    [Fact]
    public async Task Save_PartOnNoForm_RefusedAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await SaveAsync(agency, "admin", f => f with { Blocks = [.. f.Blocks.Where(b => b != "C8")] });

        Assert.Equal(FormRules.PartField("C8"), Assert.Single(outcome.Refusals).Field);
        var settings = await agency.Get<CaseForms>().ReadAsync();
        Assert.Equal((0, 0, true), (settings.Current.Number, settings.History.Count, settings.Revision is null));
    }

    [Theory]
    [InlineData("sari")]
    [InlineData("lina")]
    [InlineData("ratna")]
    public async Task Save_ByOthers_Forbidden(string by)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await SaveAsync(agency, by, Moved)).Kind);
    }

    [Fact]
    public async Task Save_OverWhatAnotherSaved_ConflictWithWho()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        Assert.True((await SaveAsync(agency, "admin", Moved)).IsOk);

        var second = await SaveAsync(agency, "admin", f => f with { Title = f.Title + " baru" });

        Assert.Equal(OutcomeKind.Conflict, second.Kind);
        Assert.Single((await agency.Get<CaseForms>().ReadAsync()).History);
    }

    [Fact]
    public async Task Print_FormC_HearingsAndClosuresInWords()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var caseId = await agency.Data.VisitedCaseAsync();
        await agency.Data.ApprovedClosureAsync(caseId);
        Assert.True((await agency.Data.Cases.BookHearingAsync(agency.Data.Hearing(caseId), await agency.ActAsync("sari"))).IsOk);

        var text = await PrintAsync(agency, caseId, "C");

        Assert.All(
            new[] { "C7 Jadwal pendampingan hukum 1", "Pengadilan Negeri Rangkasbitung", "Paling lambat 27 November 2026, belum terkirim", "C8 Penutupan 1", "Tujuan tercapai", TestData.Feedback, "Disetujui, Lina Marlina" },
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    private static FormTemplate Moved(FormTemplate form) => form.Code switch
    {
        "A" => form with { Blocks = [.. form.Blocks.Where(b => b != CaseBlocks.Event)] },
        "B" => form with { Blocks = [.. form.Blocks, CaseBlocks.Event] },
        _ => form,
    };

    /// <summary>Saves as somebody who opened the page before anything was changed.</summary>
    private static async Task<Outcome> SaveAsync(TestAgency agency, string by, Func<FormTemplate, FormTemplate> change) =>
        await agency.Get<CaseForms>().SaveAsync(new SaveForms { Seen = null, Forms = [.. agency.Get<CaseReference>().Forms.Select(change)] }, await agency.ActAsync(by));

    private static async Task<string> PrintAsync(TestAgency agency, Guid caseId, string form)
    {
        var print = (await agency.Data.Cases.PrintAsync(caseId, form, "sidang", await agency.ActAsync("sari"))).Value;
        return PdfText.Text((await agency.Get<CaseFormWriter>().FetchAsync(print, await agency.ActorAsync("sari")))!.Content);
    }
}
