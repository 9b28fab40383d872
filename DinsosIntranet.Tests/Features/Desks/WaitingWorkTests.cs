using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class WaitingWorkTests
{
    /// <summary>Open work by place, unread dispositions, letters of signers.</summary>
    private const int MostCommands = 3;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Count_EveryRole_AsTheirPagesSay(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await FillAsync(agency);
        var setup = await agency.Get<AgencyDirectory>().GetAsync();

        foreach (var userName in new[] { "nani", "dedi", "ratna", "hendra", "asep", "yusup", "euis", "maman", "admin" })
        {
            var actor = await agency.ActorAsync(userName);
            var desk = await agency.Get<DeskQueries>().MyDeskAsync(actor, new DeskView());
            var dispositions = await agency.Get<DispositionQueries>().CountAsync(actor);
            var letters = await agency.Get<LetterQueries>().WaitingAsync(actor, setup, agency.Time.Now);
            var ready = await agency.Get<HandOverQueries>().WaitingAsync(null, actor);

            var counts = await agency.Get<WaitingWork>().CountAsync(actor);

            Assert.Equal(new WaitingCounts(desk.Counts.All, dispositions.Waiting + dispositions.Received, letters.Count, ready.Count), counts);
        }
    }

    [Fact]
    public async Task Count_ClaimedByAColleague_IsTheirsAlone()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("euis"));

        Assert.Equal((0, 1), ((await CountAsync(agency, "yusup")).Desk, (await CountAsync(agency, "euis")).Desk));
    }

    [Fact]
    public async Task Count_Confidential_NeverAmongTheLettersToCollect()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.HandingOver);
        Assert.Equal(1, (await CountAsync(agency, "nani")).Ready);
        await agency.SqlAsync($"UPDATE WorkItems SET IsConfidential = 1 WHERE Id = {request.Id}");

        Assert.Equal(0, (await CountAsync(agency, "nani")).Ready);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Count_ManyRequests_TakesTheSameFewCommands(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await FillAsync(agency);
        var asep = await agency.ActorAsync("asep");
        await agency.Get<WaitingWork>().CountAsync(asep);

        Assert.InRange((await agency.Commands.DuringAsync(() => agency.Get<WaitingWork>().CountAsync(asep))).Count, 1, MostCommands);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("maman")]
    public async Task Count_NobodysDesk_AsksTheDatabaseNothing(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Checking);
        var actor = await agency.ActorAsync(userName);

        Assert.Empty(await agency.Commands.DuringAsync(() => agency.Get<WaitingWork>().CountAsync(actor)));
    }

    /// <summary>Something at every step, some of it held, one letter that waits for ink, one disposition to a person.</summary>
    private static async Task FillAsync(TestAgency agency)
    {
        foreach (var step in new[] { TestData.Intake, TestData.Agenda, TestData.Disposing, TestData.Assigning, TestData.Checking, TestData.Printing, TestData.Signing, TestData.HandingOver })
        {
            await agency.Data.RequestAtAsync(step);
        }

        var ink = await agency.Data.RequestAtAsync(TestData.Signing);
        await agency.Get<LetterService>().ApproveAsync(TestData.Approve((await agency.Data.LetterOfAsync(ink.Id)).Id, SigningMode.Wet), await agency.ActAsync("asep"));
        var given = await agency.Data.RequestAtAsync(TestData.Assigning);
        await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(given.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));
        var held = await agency.Data.RequestAtAsync(TestData.HandingOver);
        await agency.Get<DeskService>().ClaimAsync(held.Id, await agency.ActAsync("tati"));
    }

    private static async Task<WaitingCounts> CountAsync(TestAgency agency, string userName) =>
        await agency.Get<WaitingWork>().CountAsync(await agency.ActorAsync(userName));
}
