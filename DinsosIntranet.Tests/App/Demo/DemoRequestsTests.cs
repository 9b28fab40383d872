using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.App.Demo;

public sealed class DemoRequestsTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Make_FreshAgency_EveryStateIsThereAndOnceOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider, configure: StandInPanels.Add);

        await agency.Get<DemoRequests>().MakeAsync();

        await using var db = agency.OpenDb();
        var items = await db.WorkItems.AsNoTracking().ToListAsync();
        Assert.Equal(45, items.Count);
        Assert.Superset(
            new HashSet<WorkStatus> { WorkStatus.WaitingForDocuments, WorkStatus.Running, WorkStatus.Paused, WorkStatus.Done, WorkStatus.Declined },
            items.Select(i => i.Status).ToHashSet());
        Assert.Contains(items, i => i.StepId == "8-tanda-tangan" && i.IsOpen);
        Assert.Contains(await db.Letters.Select(l => l.Status).ToListAsync(), s => s == LetterStatus.AwaitingSignature);
        Assert.Equal(6, await db.GuestBookEntries.CountAsync());
        Assert.True((await agency.CheckTrailAsync()).IsIntact);

        var rows = (await agency.TrailAsync()).Count;
        await agency.Get<DemoRequests>().MakeAsync();
        Assert.Equal(rows, (await agency.TrailAsync()).Count);
    }

    [Fact]
    public async Task Create_SwitchedOff_MakesNothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite, configure: StandInPanels.Add);

        await agency.Get<DemoRequests>().CreateAsync();

        Assert.Empty(await agency.TrailAsync());
    }
}
