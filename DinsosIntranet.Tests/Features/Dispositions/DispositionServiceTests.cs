using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class DispositionServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forward_AtTheSecretariat_AgendaNumberAndOnToTheHead(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);

        var outcome = await agency.Get<DispositionService>().ForwardAsync(new ForwardToHead { RequestId = request.Id, Urgency = Urgency.Urgent }, await agency.ActAsync("dedi"));

        Assert.Equal("1/2026", outcome.Value.Label);
        Assert.Equal(("3-disposisi", "kepala-dinas"), await PlaceAsync(agency, request.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ByStandIn_CarriesTheActingTitle(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.StandInAsync("hendra", "ratna");

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("hendra"));

        Assert.True(outcome.IsOk, outcome.Message);
        await using var db = agency.OpenDb();
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", (await db.Dispositions.SingleAsync()).FromText);
        Assert.Equal("Hendra Gunawan, Plh. Kepala Dinas Sosial", (await db.HistoryEntries.SingleAsync(h => h.StepId == TestData.Disposing)).ActorText);
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Give_ByAnybodyElse_RefusedAndNothingWritten(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        var outcome = await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync(userName));

        await using var db = agency.OpenDb();
        Assert.Equal((OutcomeKind.Forbidden, 0), (outcome.Kind, await db.Dispositions.CountAsync()));
    }

    [Fact]
    public async Task Give_ToAnotherDesk_RequestLiesThere()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id) with { ToDeskCode = "sekretaris-dinas" }, await agency.ActAsync("ratna"));

        Assert.Equal((TestData.Assigning, "sekretaris-dinas"), await PlaceAsync(agency, request.Id));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Give_ToAPerson_TheyHoldItAndMayMarkItRead(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var dispositions = agency.Get<DispositionService>();

        var given = await dispositions.GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));
        var byAnother = await dispositions.MarkReadAsync(given.Value.Id, await agency.ActAsync("yusup"));
        var read = await dispositions.MarkReadAsync(given.Value.Id, await agency.ActAsync("euis"));

        await using var db = agency.OpenDb();
        Assert.Equal(agency.UserId("euis"), (await db.WorkItems.SingleAsync()).HolderId);
        Assert.Equal((OutcomeKind.Forbidden, OutcomeKind.Ok), (byAnother.Kind, read.Kind));
    }

    [Fact]
    public async Task Give_DayThatHasPassedAndNoInstruction_BothFieldsNamed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        var outcome = await agency.Get<DispositionService>().GiveAsync(
            TestData.ToDivision(request.Id) with { Instructions = [], DueOn = new DateOnly(2026, 11, 22) }, await agency.ActAsync("ratna"));

        Assert.Equal(["Instructions", "DueOn"], outcome.Refusals.Select(r => r.Field));
        Assert.Equal((TestData.Disposing, "kepala-dinas"), await PlaceAsync(agency, request.Id));
    }

    private static async Task<(string Step, string Desk)> PlaceAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.OpenDb();
        var item = await db.WorkItems.AsNoTracking().FirstAsync(w => w.Id == id);
        return (item.StepId, item.DeskCode);
    }
}
