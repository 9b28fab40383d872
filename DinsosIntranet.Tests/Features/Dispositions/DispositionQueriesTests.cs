using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Dispositions;

public sealed class DispositionQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Inbox_OfTheHead_ProposalAgendaAndPersonAtHand(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);

        var item = Assert.Single((await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync("ratna"), 1)).Rows);

        Assert.Equal((request.Number, "1/2026", "Siti Aminah", "kabid-linjamsos"), (item.Number, item.Agenda?.Label, item.Person, item.ProposedDesk));
        Assert.Equal(["proses-lanjut"], item.ProposedInstructions);
        Assert.True(item.IsTickable);
    }

    [Fact]
    public async Task Inbox_AtTheAssigningStep_InstructionsOfTheHeadPassedOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Assigning);

        var item = Assert.Single((await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync("asep"), 1)).Rows);

        Assert.Equal(("operator-siks-ng", "Ratna Kusumawardani, Kepala Dinas"), (item.ProposedDesk, item.Earlier?.FromText));
        Assert.Equal(["proses-lanjut"], item.ProposedInstructions);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Inbox_OfAStandIn_ShowsTheHeadsLettersWithTheTitle(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.StandInAsync("hendra", "ratna");

        var item = Assert.Single((await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync("hendra"), 1)).Rows);

        Assert.Equal("Plh. Kepala Dinas Sosial", item.ActingTitle);
    }

    [Fact]
    public async Task Inbox_ConfidentialRequest_NeverReadsWhoItIsAbout()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.SqlAsync($"UPDATE WorkItems SET IsConfidential = 1 WHERE Id = {request.Id}");

        var item = Assert.Single((await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync("ratna"), 1)).Rows);

        Assert.Equal((null, null, null), (item.Person, item.District, item.Purpose));
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Inbox_OfAnotherDesk_Empty(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RequestAtAsync(TestData.Disposing);

        Assert.Equal(0, (await agency.Get<DispositionQueries>().InboxAsync(await agency.ActorAsync(userName), 1)).Total);
    }

    [Fact]
    public async Task Inbox_TwoOrSixItems_SameNumberOfQueries()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var ratna = await agency.ActorAsync("ratna");
        var queries = agency.Get<DispositionQueries>();
        await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.Data.RequestAtAsync(TestData.Disposing);
        await queries.InboxAsync(ratna, 1);

        var few = await agency.Commands.DuringAsync(() => queries.InboxAsync(ratna, 1));
        for (var i = 0; i < 4; i++)
        {
            await agency.Data.RequestAtAsync(TestData.Disposing);
        }

        var many = await agency.Commands.DuringAsync(() => queries.InboxAsync(ratna, 1));
        Assert.Equal(few.Count, many.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task People_OfADesk_WithWhatTheyHoldLeastFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        await agency.Get<DispositionService>().GiveAsync(TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis") }, await agency.ActAsync("asep"));

        var people = await agency.Get<DispositionQueries>().PeopleAsync("operator-siks-ng", await agency.ActorAsync("asep"));

        Assert.Equal([("Yusup Hidayat", 0), ("Euis Nurhayati", 1)], people.Select(p => (p.Name, p.Holds)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Received_NamedPerson_UnreadUntilMarked(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        var given = await agency.Get<DispositionService>().GiveAsync(
            TestData.ToOperators(request.Id) with { ToUserId = agency.UserId("euis"), Note = "Cek hari ini" }, await agency.ActAsync("asep"));
        var euis = await agency.ActorAsync("euis");
        var queries = agency.Get<DispositionQueries>();

        var before = Assert.Single((await queries.ReceivedAsync(euis, ReceivedFilter.Pressing, 1)).Rows);
        await agency.Get<DispositionService>().MarkReadAsync(given.Value.Id, await agency.ActAsync("euis"));

        Assert.Equal((request.Number, "Proses lebih lanjut; “Cek hari ini”"), (before.Subject.Number, before.Content));
        Assert.Empty((await queries.ReceivedAsync(euis, ReceivedFilter.Pressing, 1)).Rows);
        Assert.Single((await queries.ReceivedAsync(euis, ReceivedFilter.All, 1)).Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_NumberNameOrSubject_OfRahasiaTheNumberOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (queries, ratna, asep) = (agency.Get<DispositionQueries>(), await agency.ActorAsync("ratna"), await agency.ActorAsync("asep"));
        var open = await agency.Data.RegisterLetterAsync(TestData.Letter("Kecamatan Cibadak"));
        var secret = await agency.Data.RegisterLetterAsync(TestData.Letter("Polres Lebak", isSecret: true));
        await agency.Data.LetterToDivisionAsync(open.Id);
        await agency.Data.LetterToDivisionAsync(secret.Id);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning);
        await agency.Data.RequestAtAsync(TestData.Disposing);

        async Task<IEnumerable<Guid>> SentAsync(string text) => (await queries.SentAsync(ratna, SentFilter.All, 1, text)).Rows.Select(r => r.Subject.Id);

        Assert.Equal([open.Id], await SentAsync("cibadak"));
        Assert.Equal([open.Id], await SentAsync("rapat koordinasi"));
        Assert.Empty(await SentAsync("polres"));
        Assert.Equal([secret.Id], await SentAsync($"Agenda {secret.Label}"));
        Assert.Equal([request.Id], await SentAsync(request.Number));
        Assert.Equal([request.Id], await SentAsync("siti aminah"));
        Assert.Equal(1, (await queries.ReceivedAsync(asep, ReceivedFilter.All, 1, "cibadak")).Total);
        Assert.Equal(0, (await queries.ReceivedAsync(asep, ReceivedFilter.All, 1, "polres")).Total);
        Assert.Equal(1, (await queries.InboxAsync(ratna, 1, "siti")).Total);
        Assert.Equal(0, (await queries.InboxAsync(ratna, 1, "slamet")).Total);
        await using var db = agency.OpenDb();
        await db.WorkItems.Where(w => w.Id == request.Id).ExecuteUpdateAsync(set => set.SetProperty(w => w.IsConfidential, true));
        Assert.Empty(await SentAsync("siti aminah"));
        Assert.Equal([request.Id], await SentAsync(request.Number));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sent_ThreeFilters_EachWithItsOwn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var service = agency.Get<DispositionService>();
        var (unread, late, recalled) = (await agency.Data.RequestAtAsync(TestData.Disposing), await agency.Data.RequestAtAsync(TestData.Disposing), await agency.Data.RequestAtAsync(TestData.Disposing));
        await service.GiveAsync(TestData.ToDivision(unread.Id), await agency.ActAsync("ratna"));
        await service.GiveAsync(TestData.ToDivision(late.Id) with { DueOn = new DateOnly(2026, 11, 23) }, await agency.ActAsync("ratna"));
        await agency.Get<DinsosIntranet.Features.Desks.DeskService>().ClaimAsync(late.Id, await agency.ActAsync("asep"));
        var given = await service.GiveAsync(TestData.ToDivision(recalled.Id), await agency.ActAsync("ratna"));
        await service.RecallAsync(given.Value.Id, null, await agency.ActAsync("ratna"));
        agency.Time.SetLocal(2026, 11, 24, 8, 0);
        var (queries, ratna) = (agency.Get<DispositionQueries>(), await agency.ActorAsync("ratna"));

        Assert.Equal(3, (await queries.SentAsync(ratna, SentFilter.All, 1)).Total);
        Assert.Equal(unread.Number, Assert.Single((await queries.SentAsync(ratna, SentFilter.Unread, 1)).Rows).Subject.Number);
        var row = Assert.Single((await queries.SentAsync(ratna, SentFilter.Late, 1)).Rows);
        Assert.Equal((late.Number, true, "diambil Asep Mulyadi 23/11/2026 09.00"), (row.Subject.Number, row.Signs.Due == DispositionDue.Late, row.Receipt));
        Assert.Equal(1, (await queries.CountAsync(ratna)).Late);
    }

    [Fact]
    public async Task Sent_ByAnotherOfTheSamePosition_NamedAndMayBeTakenBack()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"));
        await agency.StandInAsync("hendra", "ratna");

        var row = Assert.Single((await agency.Get<DispositionQueries>().SentAsync(await agency.ActorAsync("hendra"), SentFilter.All, 1)).Rows);

        Assert.Equal(("Ratna Kusumawardani, Kepala Dinas", null), (row.By, row.WhyNoRecall));
    }

    [Theory, DemoStaff(except: ["ratna"])]
    public async Task Sent_OfSomebodyWhoGaveNothing_Empty(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Disposing);
        await agency.Get<DispositionService>().GiveAsync(TestData.ToDivision(request.Id), await agency.ActAsync("ratna"));

        Assert.Equal(0, (await agency.Get<DispositionQueries>().SentAsync(await agency.ActorAsync(userName), SentFilter.All, 1)).Total);
    }

    [Fact]
    public async Task Sent_OneOrFiveRows_SameNumberOfQueries()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var (queries, ratna) = (agency.Get<DispositionQueries>(), await agency.ActorAsync("ratna"));
        await agency.Data.RequestAtAsync(TestData.Assigning);
        await queries.SentAsync(ratna, SentFilter.All, 1);
        var few = await agency.Commands.DuringAsync(() => queries.SentAsync(ratna, SentFilter.All, 1));
        for (var i = 0; i < 4; i++)
        {
            await agency.Data.RequestAtAsync(TestData.Assigning);
        }

        var many = await agency.Commands.DuringAsync(() => queries.SentAsync(ratna, SentFilter.All, 1));

        Assert.Equal(few.Count, many.Count);
    }
}
