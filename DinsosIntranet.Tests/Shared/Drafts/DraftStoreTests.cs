using System.Text;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Shared.Drafts;

public sealed class DraftStoreTests
{
    private const string Name = "Nyai Ratna Sekarwangi";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_Twice_LatestIsFoundByOwnerOnly(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var drafts = agency.Get<DraftStore>();
        await drafts.SaveAsync(agency.UserId("nani"), DraftKeys.NewRequest, TestData.Person("Lama"));
        await drafts.SaveAsync(agency.UserId("nani"), DraftKeys.NewRequest, TestData.Person(Name));

        var found = await drafts.FindAsync<DinsosIntranet.Features.Intake.Domain.PersonInput>(agency.UserId("nani"), DraftKeys.NewRequest);

        Assert.Equal((Name, agency.Time.Now), (found!.Value.Content.Name, found.Value.SavedAt));
        Assert.Null(await drafts.FindAsync<string>(agency.UserId("tati"), DraftKeys.NewRequest));
        Assert.Empty(await agency.TrailAsync());
    }

    [Fact]
    public async Task Save_TypedName_IsNowhereInTheDatabaseFiles()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        await agency.Get<DraftStore>().SaveAsync(agency.UserId("nani"), DraftKeys.NewRequest, TestData.Person(Name));

        var files = Directory.GetFiles(agency.DataFolder, "dinsos.db*");
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf(Encoding.UTF8.GetBytes(Name))));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_TypedName_IsNotInTheRow(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        await agency.Get<DraftStore>().SaveAsync(agency.UserId("nani"), DraftKeys.NewRequest, TestData.Person(Name));

        await using var db = agency.OpenDb();
        Assert.DoesNotContain("Sekarwangi", (await db.Drafts.SingleAsync()).CipherText, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Save_FirstTimeFromTwoTabs_NeitherFails(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var drafts = agency.Get<DraftStore>();
        var user = agency.UserId("nani");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => drafts.SaveAsync(user, DraftKeys.NewRequest, $"tab {n}"))));

        Assert.StartsWith("tab ", (await drafts.FindAsync<string>(user, DraftKeys.NewRequest))!.Value.Content, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Discard_Saved_IsGone(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var drafts = agency.Get<DraftStore>();
        await drafts.SaveAsync(agency.UserId("nani"), "x", "isian");

        await drafts.DiscardAsync(agency.UserId("nani"), "x");

        Assert.Null(await drafts.FindAsync<string>(agency.UserId("nani"), "x"));
    }
}
