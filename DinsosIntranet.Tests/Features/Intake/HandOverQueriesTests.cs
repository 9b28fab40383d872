using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class HandOverQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Waiting_SeveralReady_LongestWaitingFirstAndNoOthers(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var first = await agency.Data.RequestAtAsync(TestData.HandingOver);
        agency.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await agency.Data.RequestAtAsync(TestData.HandingOver);
        await agency.Data.RequestAtAsync(TestData.Checking);

        var rows = await agency.Get<HandOverQueries>().WaitingAsync(null, await agency.ActorAsync("nani"));

        Assert.Equal([first.Number, second.Number], rows.Select(r => r.Number));
        Assert.All(rows, r => Assert.NotNull(r.LetterNumber));
    }

    [Fact]
    public async Task Waiting_SearchedByName_FindsThePersonConcernedToo()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var child = await agency.Data.RequestAtAsync(TestData.HandingOver, TestData.Request() with { Subject = TestData.Child(), Relation = "anak" });
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        var rows = await agency.Get<HandOverQueries>().WaitingAsync("rafi", await agency.ActorAsync("nani"));

        Assert.Equal([(child.Number, "Rafi Maulana")], rows.Select(r => (r.Number, r.SubjectName)));
    }

    [Fact]
    public async Task Waiting_ManyRows_SameNumberOfQueries()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < 3; i++)
        {
            await agency.Data.RequestAtAsync(TestData.HandingOver);
        }

        var nani = await agency.ActorAsync("nani");
        var commands = await agency.Commands.DuringAsync(() => agency.Get<HandOverQueries>().WaitingAsync(null, nani));

        Assert.Equal(2, commands.Count);
    }

    [Theory, DemoStaff(except: ["nani", "tati"])]
    public async Task Waiting_OtherRole_Empty(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.HandingOver);

        Assert.Empty(await agency.Get<HandOverQueries>().WaitingAsync(null, await agency.ActorAsync(userName)));
    }
}
