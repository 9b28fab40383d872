using DinsosIntranet.Features.Desks;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Desks;

public sealed class RequestQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_HalfWay_TellsPlacePeopleTimesAndHistory(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var request = await agency.Data.RequestAtAsync(TestData.Assigning, TestData.Request() with { Subject = TestData.Child(), Relation = "anak" });
        agency.Time.Advance(TimeSpan.FromMinutes(3));

        var view = await FindAsync(agency, request.Id, "yusup");

        Assert.NotNull(view);
        Assert.Equal(("4-tugas-kabid", "Kabid Linjamsos", "Sisa 12 menit"), (view.Step.Id, view.Place.DeskName, view.Clock.Text));
        Assert.Equal(("Rafi Maulana", "Siti Aminah", "anak"), (view.People!.Subject.Name, view.People.Applicant.Name, view.People.Relation));
        Assert.Equal("3 dari 15 menit kerja terpakai", view.Promise.UsedText);
        Assert.Equal("Didisposisikan ke Kabid Linjamsos", view.History[0].Title);
        Assert.Equal(["Front Office", "Sekretariat", "Kepala Dinas", "Kabid Linjamsos"], view.DeskTimes.Select(d => d.Desk));
        Assert.Equal("3 menit, berjalan", view.DeskTimes[^1].Text);
        Assert.Equal(2, view.Requirements.Count(r => r.IsPresent));
        Assert.Contains(view.Papers, p => p.Href == $"/cetak/disposisi/{request.Id}");
    }

    [Fact]
    public async Task Find_OtherDesk_SaysWhereItLies()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);
        Assert.True((await agency.Get<DeskService>().ClaimAsync(request.Id, await agency.ActAsync("yusup"))).IsOk);

        Assert.Equal("Sedang di meja Operator SIKS-NG, dipegang Yusup Hidayat sejak pukul 09.00.", (await FindAsync(agency, request.Id, "nani"))!.Rights.WhyNot);
        Assert.Null((await FindAsync(agency, request.Id, "yusup"))!.Rights.WhyNot);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Find_StaysThatBeganTogether_InTheOrderTheyWereLeft(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        for (var i = 0; i < 6; i++)
        {
            var request = await agency.Data.RequestAtAsync(TestData.Assigning);

            Assert.Equal(["Front Office", "Sekretariat", "Kepala Dinas", "Kabid Linjamsos"], (await FindAsync(agency, request.Id, "dedi"))!.DeskTimes.Select(d => d.Desk));
        }
    }

    [Fact]
    public async Task Find_Administrator_FindsNothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Assert.Null(await FindAsync(agency, request.Id, "admin"));
    }

    [Fact]
    public async Task Colleagues_OfADesk_AreTheOthersWhoServeIt()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var colleagues = await agency.Get<RequestQueries>().ColleaguesAsync("operator-siks-ng", await agency.ActorAsync("yusup"));

        Assert.Equal(["Euis Nurhayati"], colleagues.Select(c => c.Name));
    }

    [Fact]
    public async Task RevealNik_OfThisRequest_GivesItAndStandsInTheTrail()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var command = TestData.Request();
        var request = await agency.Data.RequestAtAsync(TestData.Checking, command);
        var person = (await FindAsync(agency, request.Id, "yusup"))!.People!.Subject.Id;

        var nik = await agency.Get<RequestOpening>().RevealNikAsync(request.Id, person, await agency.ActAsync("yusup"));

        Assert.Equal(command.Applicant.Nik, nik.Value);
        Assert.Equal("nik.buka", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task RevealNik_OfAPersonOfAnotherRequest_IsNotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var first = await agency.Data.RequestAtAsync(TestData.Checking);
        var second = await agency.Data.RequestAtAsync(TestData.Checking);
        var stranger = (await FindAsync(agency, second.Id, "yusup"))!.People!.Subject.Id;

        Assert.Equal(OutcomeKind.NotFound, (await agency.Get<RequestOpening>().RevealNikAsync(first.Id, stranger, await agency.ActAsync("yusup"))).Kind);
    }

    [Fact]
    public async Task Record_Administrator_IsRefusedAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var request = await agency.Data.RequestAtAsync(TestData.Checking);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<RequestOpening>().RecordAsync(request.Id, await agency.ActAsync("admin"))).Kind);
        Assert.Equal("ditolak:permohonan.buka", (await agency.TrailAsync())[^1].Act);
    }

    private static async Task<RequestView?> FindAsync(TestAgency agency, Guid id, string userName) =>
        await agency.Get<RequestQueries>().FindAsync(id, await agency.ActorAsync(userName));
}
