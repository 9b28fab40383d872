using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using RequestQueries = DinsosIntranet.Features.Intake.RequestQueries;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class RequestQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_NoFilter_NewestFirst(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var numbers = await RegisterAsync(agency, 3);

        var page = await SearchAsync(agency, new RequestFilter());

        Assert.Equal(3, page.Count);
        Assert.Equal(numbers.Reverse(), page.Rows.Select(r => r.Number));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_SecondPage_GoesOnWhereTheFirstEnded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var numbers = await RegisterAsync(agency, 5);

        var page = await SearchAsync(agency, new RequestFilter { Sort = RequestSort.Number, Ascending = true }, skip: 2, take: 2);

        Assert.Equal(5, page.Count);
        Assert.Equal(numbers.Skip(2).Take(2), page.Rows.Select(r => r.Number));
    }

    [Theory]
    [InlineData("DTKS-2026-0002")]
    [InlineData("dtks-2026-0002")]
    [InlineData("2")]
    [InlineData("0002")]
    [InlineData("karsim")]
    [InlineData("Ars")]
    [InlineData("3602991206700077")]
    [InlineData("3602 9912 0670 0077")]
    [InlineData("081299004417")]
    [InlineData("+62 812-9900-4417")]
    public async Task Search_Text_FindsTheOne(string text)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        var wanted = await agency.Data.RegisterAsync(TestData.Request() with { Applicant = TestData.Person("Karsim") with { Nik = "3602991206700077", Phone = "0812 9900 4417" } });
        await agency.Data.RegisterAsync();

        var page = await SearchAsync(agency, new RequestFilter { Text = text });

        Assert.Equal([wanted.Number], page.Rows.Select(r => r.Number));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_NameOfThePersonConcerned_ShowsBothAndTheirNik(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var child = TestData.Child();
        await agency.Data.RegisterAsync(TestData.Request() with { Subject = child, Relation = "anak" });
        await agency.Data.RegisterAsync();

        var row = Assert.Single((await SearchAsync(agency, new RequestFilter { Text = "maulana" })).Rows);

        Assert.Equal(("Siti Aminah", "Rafi Maulana", $"3602********{child.Nik[12..]}"), (row.ApplicantName, row.SubjectName, row.SubjectMaskedNik));
    }

    [Theory]
    [InlineData("???")]
    [InlineData("'")]
    [InlineData("...")]
    [InlineData("-")]
    [InlineData("%")]
    public async Task Search_SignsAlone_MatchNobody(string text)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();

        Assert.Equal(0, (await SearchAsync(agency, new RequestFilter { Text = text })).Count);
    }

    [Fact]
    public async Task Search_SignsOfPatterns_AreLookedForAsTheyAre()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();

        Assert.Empty((await SearchAsync(agency, new RequestFilter { Text = "S%i" })).Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_Filters_NarrowTogether(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var waiting = await agency.Data.RequestAtAsync(TestData.Intake);
        await agency.Data.RegisterAsync();
        var today = new DateOnly(2026, 11, 23);

        var found = await SearchAsync(agency, new RequestFilter { Status = WorkStatus.WaitingForDocuments, StandardCode = "dtks", From = today, Until = today });
        var tomorrow = await SearchAsync(agency, new RequestFilter { From = today.AddDays(1) });

        Assert.Equal([(waiting.Number, "Menunggu berkas", "Jam belum berjalan")], found.Rows.Select(r => (r.Number, r.Status, r.Clock.Text)));
        Assert.Equal(0, tomorrow.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_Confidential_ListedWithoutAnybodyAndNotFoundByName(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RegisterAsync();
        await agency.SqlAsync($"""UPDATE "WorkItems" SET "IsConfidential" = {true}""");

        var row = Assert.Single((await SearchAsync(agency, new RequestFilter())).Rows);
        var byName = await SearchAsync(agency, new RequestFilter { Text = "Siti" });

        Assert.Equal((null, null, null, null), (row.ApplicantName, row.ApplicantMaskedNik, row.SubjectName, row.SubjectMaskedNik));
        Assert.Equal(0, byName.Count);
    }

    [Fact]
    public async Task Search_ManyRows_OneQueryAndOneCount()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RegisterAsync(agency, 4);
        var yusup = await agency.ActorAsync("yusup");

        var commands = await agency.Commands.DuringAsync(() => agency.Get<RequestQueries>().SearchAsync(new RequestFilter { Text = "siti" }, 0, 25, yusup));

        Assert.Equal(2, commands.Count);
    }

    [Fact]
    public async Task Search_Administrator_SeesNothing()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();

        Assert.Equal(0, (await SearchAsync(agency, new RequestFilter(), by: "admin")).Count);
    }

    private static async Task<IReadOnlyList<string>> RegisterAsync(TestAgency agency, int count)
    {
        var numbers = new List<string>();
        for (var i = 0; i < count; i++)
        {
            numbers.Add((await agency.Data.RegisterAsync()).Number);
            agency.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return numbers;
    }

    private static async Task<RequestPage> SearchAsync(TestAgency agency, RequestFilter filter, int skip = 0, int take = 25, string by = "yusup") =>
        await agency.Get<RequestQueries>().SearchAsync(filter, skip, take, await agency.ActorAsync(by));
}
