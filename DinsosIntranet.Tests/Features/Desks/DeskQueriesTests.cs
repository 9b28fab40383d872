using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class DeskQueriesTests
{
    /// <summary>Open work, names of the rows shown and the signs of their dispositions, done today, dispositions, letters waiting for ink.</summary>
    private const int MostCommands = 6;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task MyDesk_HeldAndWaiting_AreInTheirTables(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var held = await agency.Data.RequestAtAsync(TestData.Checking);
        var waiting = await agency.Data.RequestAtAsync(TestData.Checking);
        Assert.True((await agency.Get<DeskService>().ClaimAsync(held.Id, await agency.ActAsync("yusup"))).IsOk);

        var desk = await ReadAsync(agency, "yusup");

        Assert.Equal((held.Id, waiting.Id, 2), (Assert.Single(desk.Mine.Rows).Id, Assert.Single(Assert.Single(desk.Queues).Rows).Id, desk.Counts.All));
        Assert.Equal([(held.Id, true), (waiting.Id, false)], desk.Next.Select(n => (n.Id, n.IsMine)));
    }

    [Fact]
    public async Task MyDesk_Row_NamesPersonWithMaskedNik()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = TestData.Request();
        await agency.Data.RequestAtAsync(TestData.Agenda, command);

        var row = Assert.Single((await ReadAsync(agency, "dedi")).Queues.Single(q => q.Code == "sekretariat").Rows);

        Assert.Equal(new DeskRowPerson(command.Applicant.Name, $"3602********{command.Applicant.Nik[^4..]}"), row.Person);
        Assert.Equal(("Agenda sekretariat", "Teruskan ke Kepala Dinas"), (row.Step, row.NextAct));
    }

    [Fact]
    public async Task MyDesk_MoreThanAPage_CountsAllAndShowsTheAskedPage()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 27; i++)
        {
            await agency.Data.RequestAtAsync(TestData.Agenda);
        }

        var first = (await ReadAsync(agency, "dedi")).Queues.Single(q => q.Code == "sekretariat");
        var second = (await ReadAsync(agency, "dedi", new DeskView(PagedTable: "sekretariat", Page: 2))).Queues.Single(q => q.Code == "sekretariat");

        Assert.Equal((27, 25), (first.Total, first.Rows.Count));
        Assert.Equal((27, 2, 2), (second.Total, second.Page, second.Rows.Count));
    }

    [Fact]
    public async Task MyDesk_TimePasses_StateAndFilterFollow()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var late = await agency.Data.RequestAtAsync(TestData.Agenda);
        agency.Time.Advance(TimeSpan.FromMinutes(12));
        await agency.Data.RequestAtAsync(TestData.Agenda);
        agency.Time.Advance(TimeSpan.FromMinutes(4));

        var desk = await ReadAsync(agency, "dedi", new DeskView(TimeFilter.Late));

        var row = Assert.Single(desk.Queues.Single(q => q.Code == "sekretariat").Rows);
        Assert.Equal((late.Id, "Lewat 1 menit", "16 menit"), (row.Id, row.Clock.Text, row.AtDesk));
        Assert.Equal(new DeskCounts(All: 2, Late: 1, Soon: 0, Safe: 1, NotRunning: 0, Paused: 0), desk.Counts);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task MyDesk_ManyRequests_TakesTheSameFewCommands(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        for (var i = 0; i < 3; i++)
        {
            await agency.Data.RequestAtAsync(TestData.Checking);
        }

        var actor = await agency.ActorAsync("yusup");
        await agency.Get<DeskQueries>().MyDeskAsync(actor, new DeskView());
        var commands = await agency.Commands.DuringAsync(() => agency.Get<DeskQueries>().MyDeskAsync(actor, new DeskView()));

        Assert.InRange(commands.Count, 1, MostCommands);
    }

    [Fact]
    public async Task MyDesk_Administrator_HasNoQueues()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Checking);

        var desk = await ReadAsync(agency, "admin");

        Assert.Equal((0, 0), (desk.Counts.All, desk.Queues.Count));
    }

    [Fact]
    public async Task MyDesk_EndedToday_CountsForTheDesksItPassed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Agenda);
        Assert.True((await agency.Data.WithdrawAsync(request.Id)).IsOk);

        Assert.Equal((1, 0), ((await ReadAsync(agency, "dedi")).DoneToday, (await ReadAsync(agency, "yusup")).DoneToday));
    }

    private static async Task<MyDesk> ReadAsync(TestAgency agency, string userName, DeskView? view = null) =>
        await agency.Get<DeskQueries>().MyDeskAsync(await agency.ActorAsync(userName), view ?? new DeskView());
}
