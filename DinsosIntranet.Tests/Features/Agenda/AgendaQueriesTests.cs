using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Agenda;

public sealed class AgendaQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_RequestAndLetters_NewestFirstWithToWhomAndState(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var disposed = await agency.Data.RegisterLetterAsync();
        await agency.Data.LetterToDivisionAsync(disposed.Id);
        var closed = await agency.Data.RegisterLetterAsync(TestData.Letter("Kecamatan"));
        await agency.Get<AgendaService>().ArchiveAsync(closed.Id, "untuk diketahui", await agency.ActAsync("ratna"));

        var rows = (await agency.Get<AgendaQueries>().BookAsync(new AgendaFilter(), 1, await agency.ActorAsync("dedi"))).Rows;

        Assert.Equal(["3/2026", "2/2026", "1/2026"], rows.Select(r => r.Label));
        Assert.Equal([AgendaState.Closed, AgendaState.Disposed, AgendaState.Disposed], rows.Select(r => r.State));
        Assert.Equal(("Sekretariat Daerah", "Undangan rapat koordinasi", "Segera", "400.9/87/Um, 20/11/2026", "23/11/2026"), (rows[1].From, rows[1].Subject, rows[1].Character, rows[1].Letter, rows[1].Received));
        Assert.Equal(["Kabid Linjamsos"], rows[1].To);
        Assert.Equal((request.Number, "Siti Aminah", $"/permohonan/{request.Id}"), (rows[2].Letter, rows[2].From, rows[2].Href));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_EachFilterAndEachWord_FindsItsOwn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var letter = await agency.Data.RegisterLetterAsync();
        await agency.Data.LetterToDivisionAsync(letter.Id);
        await agency.Data.RegisterLetterAsync(TestData.Letter("Camat Rangkas"));
        var (queries, dedi) = (agency.Get<AgendaQueries>(), await agency.ActorAsync("dedi"));
        async Task<string> Found(AgendaFilter filter) => string.Join(' ', (await queries.BookAsync(filter, 1, dedi)).Rows.Select(r => r.Label));

        Assert.Equal("3/2026", await Found(new AgendaFilter("rangkas")));
        Assert.Equal("3/2026 2/2026", await Found(new AgendaFilter("RAPAT koordinasi")));
        Assert.Equal("3/2026 2/2026", await Found(new AgendaFilter("400.9/87")));
        Assert.Equal("2/2026", await Found(new AgendaFilter("2")));
        Assert.Equal("2/2026", await Found(new AgendaFilter("2/2026")));
        Assert.Equal("", await Found(new AgendaFilter("2/2025")));
        Assert.Equal("1/2026", await Found(new AgendaFilter("siti aminah")));
        Assert.Equal("1/2026", await Found(new AgendaFilter(request.Number.ToLowerInvariant())));
        Assert.Equal("2/2026 1/2026", await Found(new AgendaFilter("proses lebih")));
        Assert.Equal("", await Found(new AgendaFilter("%")));
        Assert.Equal("", await Found(new AgendaFilter("tidak ada")));
        Assert.Equal("3/2026", await Found(new AgendaFilter(State: AgendaState.Waiting)));
        Assert.Equal("2/2026 1/2026", await Found(new AgendaFilter(State: AgendaState.Disposed)));
        Assert.Equal("", await Found(new AgendaFilter(State: AgendaState.Closed)));
        Assert.Equal("", await Found(new AgendaFilter(Until: new DateOnly(2026, 11, 22))));
        Assert.Equal("3/2026 2/2026 1/2026", await Found(new AgendaFilter(Year: 2026, From: new DateOnly(2026, 11, 23), Until: new DateOnly(2026, 11, 23))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_NoteOfADisposition_FoundByItsWords(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.RegisterLetterAsync();
        await agency.Get<DispositionService>().GiveOnLetterAsync(
            new GiveOnLetter(letter.Id, null, new DispositionContent("kabid-rehsos", null, [], "Wakili saya", null)), await agency.ActAsync("ratna"));

        Assert.Equal(1, (await agency.Get<AgendaQueries>().BookAsync(new AgendaFilter("wakili"), 1, await agency.ActorAsync("dedi"))).Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Secret_OthersSeeNumberAndState_AndFindNothingByItsWords(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var letter = await agency.Data.RegisterLetterAsync(TestData.Letter("Unit Perlindungan", isSecret: true));
        var given = await agency.Data.LetterToDivisionAsync(letter.Id);
        var queries = agency.Get<AgendaQueries>();

        foreach (var userName in (string[])["dedi", "ratna", "asep"])
        {
            var actor = await agency.ActorAsync(userName);
            Assert.Equal("Unit Perlindungan", Assert.Single((await queries.BookAsync(new AgendaFilter("perlindungan"), 1, actor)).Rows).From);
            Assert.NotNull((await queries.FindAsync(letter.Id, actor))!.Content);
        }

        foreach (var userName in (string[])["hendra", "euis", "imas", "maman", "lilis"])
        {
            var actor = await agency.ActorAsync(userName);
            var row = Assert.Single((await queries.BookAsync(new AgendaFilter(), 1, actor)).Rows);
            Assert.Equal(("1/2026", AgendaState.Disposed, true), (row.Label, row.State, row.IsSecret));
            Assert.Equal((null, null, ""), (row.From, row.Subject, row.Letter));
            Assert.Equal(0, (await queries.BookAsync(new AgendaFilter("perlindungan"), 1, actor)).Total);
            Assert.Equal(0, (await queries.BookAsync(new AgendaFilter("proses"), 1, actor)).Total);
            var view = await queries.FindAsync(letter.Id, actor);
            Assert.Null(view!.Content);
            Assert.Equal((null, null), (view.Task, view.Mine));
        }

        await agency.Data.LetterToEuisAsync(letter.Id, given.Id);
        Assert.NotNull((await queries.FindAsync(letter.Id, await agency.ActorAsync("euis")))!.Content);
        Assert.Null((await queries.FindAsync(letter.Id, await agency.ActorAsync("yusup")))!.Content);
    }

    [Theory]
    [InlineData("nani")]
    [InlineData("admin")]
    public async Task Book_WhoMayNotSeeIt_Empty(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var letter = await agency.Data.RegisterLetterAsync();
        var (queries, actor) = (agency.Get<AgendaQueries>(), await agency.ActorAsync(userName));

        Assert.Equal(0, (await queries.BookAsync(new AgendaFilter(), 1, actor)).Total);
        Assert.Null(await queries.FindAsync(letter.Id, actor));
    }

    [Fact]
    public async Task Find_MissingOrOfARequest_Null()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Null(await agency.Get<AgendaQueries>().FindAsync(Guid.CreateVersion7(), await agency.ActorAsync("dedi")));
    }

    [Fact]
    public async Task Book_OneOrManyRows_SameNumberOfQueries()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (queries, dedi) = (agency.Get<AgendaQueries>(), await agency.ActorAsync("dedi"));
        var first = await agency.Data.RegisterLetterAsync();
        await agency.Data.LetterToDivisionAsync(first.Id);
        var few = await agency.Commands.DuringAsync(() => queries.BookAsync(new AgendaFilter(), 1, dedi));
        for (var i = 0; i < 5; i++)
        {
            var more = await agency.Data.RegisterLetterAsync(TestData.Letter($"Kecamatan {i}"));
            await agency.Data.LetterToDivisionAsync(more.Id);
        }

        var many = await agency.Commands.DuringAsync(() => queries.BookAsync(new AgendaFilter(), 1, dedi));

        Assert.Equal(3, few.Count);
        Assert.Equal(few.Count, many.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Book_SecondPage_RestOfIt(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        for (var i = 0; i <= AgendaQueries.PageSize; i++)
        {
            await agency.Data.RegisterLetterAsync(TestData.Letter($"Kecamatan {i}"));
        }

        var page = await agency.Get<AgendaQueries>().BookAsync(new AgendaFilter(), 2, await agency.ActorAsync("dedi"));

        Assert.Equal((AgendaQueries.PageSize + 1, "1/2026"), (page.Total, Assert.Single(page.Rows).Label));
    }
}
