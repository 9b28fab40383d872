using DinsosIntranet.Features.Intake;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Intake;

public sealed class PersonQueriesTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_EachWayOfAsking_FindsThePerson(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var person = TestData.Person("Siti Ma'rufah Nurhayati") with { Phone = "081399001122" };
        var request = await agency.Data.RegisterAsync(TestData.Request() with { Applicant = person });
        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = TestData.Person("Rohman") });

        foreach (var typed in new[] { person.Nik, "nurhay siti", "MARUFAH", "+62 813 9900", request.Number.ToLowerInvariant() })
        {
            var hits = await SearchAsync(agency, typed);

            Assert.Equal([("Siti Ma'rufah Nurhayati", person.Nik[..4] + "********" + person.Nik[^4..])], hits.Select(h => (h.Name, h.MaskedNik)));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Search_NameThatWasCorrected_FindsTheNewWordsOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = TestData.Person("Siti Rohmah Éka") });
        await using (var db = agency.OpenDb())
        {
            var person = await db.Persons.SingleAsync(p => p.NameSearch == "SITI ROHMAH EKA");
            (person.Name, person.NameSearch) = ("Siti Khotimah Éka", "SITI KHOTIMAH EKA");
            await db.SaveChangesAsync();
        }

        Assert.Empty(await SearchAsync(agency, "rohmah"));
        Assert.Single(await SearchAsync(agency, "eka khotim siti"));
    }

    [Theory]
    [InlineData("s")]
    [InlineData("aminah")]
    [InlineData("iti")]
    [InlineData("3602990000000009")]
    public async Task Search_NoSuchPerson_IsEmpty(string typed)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = TestData.Person("Siti Rohmah") });

        Assert.Empty(await SearchAsync(agency, typed));
    }

    [Fact]
    public async Task Search_ManyOfTheName_ShowsTheLastSeenTen()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < PersonQueries.MaxHits + 1; i++)
        {
            agency.Time.Advance(TimeSpan.FromMinutes(1));
            await agency.Data.RegisterAsync(TestData.Request() with { Applicant = TestData.Person($"Asep {(char)('A' + i)}") });
        }

        var hits = await SearchAsync(agency, "asep");

        Assert.Equal((PersonQueries.MaxHits, "Asep K"), (hits.Count, hits[0].Name));
    }

    [Theory, DemoStaff("nani")]
    public async Task SearchAndOpen_AwayFromTheCounter_ShowNothing(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await agency.Data.RegisterAsync();
        await using var db = agency.OpenDb();
        var id = await db.Persons.Select(p => p.Id).FirstAsync();

        Assert.Empty(await agency.Get<PersonQueries>().SearchAsync("siti", await agency.ActorAsync(userName)));
        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<PersonQueries>().OpenAsync(id, await agency.ActAsync(userName))).Kind);
    }

    [Fact]
    public async Task Open_KnownPerson_GivesTheDataAndIsRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var person = TestData.Person();
        await agency.Data.RegisterAsync(TestData.Request() with { Applicant = person });
        var hit = (await SearchAsync(agency, person.Nik))[0];

        var opened = await agency.Get<PersonQueries>().OpenAsync(hit.Id, await agency.ActAsync("nani"));

        Assert.Equal(person with { PersonId = hit.Id }, opened.Value);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "orang.buka" && r.RecordId == hit.Id.ToString());
    }

    private static async Task<IReadOnlyList<PersonHit>> SearchAsync(TestAgency agency, string typed) =>
        await agency.Get<PersonQueries>().SearchAsync(typed, await agency.ActorAsync("nani"));
}
