using DinsosIntranet.Features.Dtks;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dtks;

public sealed class DtksReviseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revise_AtPrinting_CheckAndDraftReplacedAndRequestStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Printing);
        var before = await agency.Data.LetterOfAsync(request.Id);

        var outcome = await agency.Get<DtksService>().ReviseAsync(agency.Data.Check(request.Id) with { Decile = 5 }, await agency.ActAsync("yusup"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal(5, (await db.DtksChecks.SingleAsync(c => c.ReplacedAt == null)).Decile);
        Assert.Equal(2, await db.DtksChecks.CountAsync());
        Assert.Equal(TestData.Printing, (await db.WorkItems.SingleAsync()).StepId);
        var draft = await db.Letters.SingleAsync(l => l.Kind == LetterKinds.DtksCertificate);
        Assert.NotEqual(before.Id, draft.Id);
        Assert.Contains(await db.HistoryEntries.Select(h => h.Title).ToListAsync(), t => t.StartsWith("Diperbaiki. Hasil cek SIKS-NG", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Revise_NotRegistered_RefusedAtTheAnswer()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Printing);

        var outcome = await agency.Get<DtksService>().ReviseAsync(agency.Data.Check(request.Id) with { IsRegistered = false }, await agency.ActAsync("yusup"));

        Assert.Equal((OutcomeKind.Refused, nameof(RecordDtksCheck.IsRegistered)), (outcome.Kind, Assert.Single(outcome.Refusals).Field));
    }

    [Fact]
    public async Task Revise_AfterSubmitting_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Signing);

        var outcome = await agency.Get<DtksService>().ReviseAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
    }

    [Fact]
    public async Task Panel_Returned_SaysWhyUntilTheCheckIsCorrected()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Signing);
        var draft = await agency.Data.LetterOfAsync(request.Id);
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        await agency.Get<LetterService>().ReturnAsync(draft.Id, "Periode keliru", await agency.ActAsync("asep"));
        var queries = agency.Get<DtksQueries>();

        var returned = (await queries.PanelAsync(request.Id)).Returned;
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        await agency.Get<DtksService>().ReviseAsync(agency.Data.Check(request.Id), await agency.ActAsync("yusup"));

        Assert.Equal(new ReturnedNote("Asep Mulyadi, Kabid Linjamsos", "Periode keliru"), returned);
        Assert.Null((await queries.PanelAsync(request.Id)).Returned);
    }

    [Fact]
    public async Task Brief_AboveTheMaximumWithoutScreenshot_WarnsTheSigner()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Printing);
        await agency.Get<DtksService>().ReviseAsync(agency.Data.Check(request.Id) with { Decile = 6 }, await agency.ActAsync("yusup"));

        var view = await agency.Get<LetterQueries>().ForSigningAsync(request.Id, await agency.Get<DinsosIntranet.Features.Agency.AgencyDirectory>().GetAsync());

        Assert.Equal(LetterStatus.Draft, view!.Status);
        Assert.Equal([PurposeRules.DecileWarning(5, 6)!, "Bukti tangkapan layar SIKS-NG tidak dilampirkan."], view.Brief.Warnings);
    }
}
