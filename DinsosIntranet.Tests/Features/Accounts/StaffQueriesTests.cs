using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class StaffQueriesTests
{
    private static readonly StaffFilter Everybody = new(null, null, null, null);

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_Everybody_ByNameWithRolesAndState(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Get<AccountService>().SignInAsync("asep", DemoAgency.Password, "tes");

        var page = await agency.Get<StaffQueries>().ListAsync(Everybody, 1);

        Assert.Equal(DemoAgency.People.Count, page.Total);
        var row = page.Rows.Single(r => r.UserName == "asep");
        Assert.Equal(["Kepala Bidang, Linjamsos"], row.Roles);
        Assert.Equal((StaffState.Active, false, (DateTime?)agency.Time.Now), (row.State, row.HasTwoSteps, row.LastSignInAt));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task List_Filters_EachNarrows(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Get<AccountService>().DisableAsync(agency.UserId("tati"), await agency.ActAsync("admin"));
        await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("dedi"), false, await agency.ActAsync("admin"));

        Assert.Equal(["nani"], await NamesAsync(agency, Everybody with { Text = "rohaeni" }));
        Assert.Equal(["nani"], await NamesAsync(agency, Everybody with { Text = "19880230 201403" }));
        Assert.Equal(["nani", "tati"], await NamesAsync(agency, Everybody with { Role = StaffRole.FrontOffice }));
        Assert.Equal(["gilang", "imas"], await NamesAsync(agency, Everybody with { UnitCode = "rehsos" }));
        Assert.Equal(["tati"], await NamesAsync(agency, Everybody with { State = StaffState.Disabled }));
        Assert.Equal(["dedi"], await NamesAsync(agency, Everybody with { State = StaffState.AwaitsActivation }));
    }

    [Fact]
    public async Task List_SecondPage_TheRest()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var act = await agency.ActAsync("admin");
        for (var i = 0; i < StaffQueries.PageSize; i++)
        {
            await agency.Get<AccountAdministration>().AddAsync(
                new AddAccount { UserName = $"baru{i}", FullName = $"Zulkifli {i:00}", Position = "Loket", Roles = [new RoleChoice(StaffRole.FrontOffice, null)] }, act);
        }

        var first = await agency.Get<StaffQueries>().ListAsync(Everybody, 1);
        var second = await agency.Get<StaffQueries>().ListAsync(Everybody, 2);

        Assert.Equal((StaffQueries.PageSize, DemoAgency.People.Count), (first.Rows.Count, second.Rows.Count));
        Assert.Equal("Zulkifli 24", second.Rows[^1].FullName);
    }

    [Fact]
    public async Task Find_Missing_Null()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Null(await agency.Get<StaffQueries>().FindAsync(Guid.CreateVersion7()));
    }

    private static async Task<IEnumerable<string>> NamesAsync(TestAgency agency, StaffFilter filter) =>
        (await agency.Get<StaffQueries>().ListAsync(filter, 1)).Rows.Select(r => r.UserName).Order();
}
