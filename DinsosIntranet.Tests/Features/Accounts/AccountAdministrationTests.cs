using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class AccountAdministrationTests
{
    private static readonly AddAccount Command = new()
    {
        UserName = "baru",
        FullName = "Orang Baru",
        Position = "Front Office",
        Roles = [new RoleChoice(StaffRole.FrontOffice, null)],
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_ByAdministrator_AccountWithRolesAndNoPassword(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var issued = await agency.Get<AccountAdministration>().AddAsync(
            Command with { Nip = "19950230 202012 2 021", Roles = [new RoleChoice(StaffRole.FrontOffice, null), new RoleChoice(StaffRole.PpidOfficer, "sekretariat")] },
            await agency.ActAsync("admin"));

        Assert.True(issued.IsOk, issued.Message);
        Assert.Equal(agency.Time.Now.AddHours(24), issued.Value.Until);
        var person = (await agency.Get<StaffQueries>().FindAsync(issued.Value.UserId))!;
        Assert.Equal((StaffState.AwaitsActivation, "19950230 202012 2 021"), (person.State, person.Nip));
        Assert.Equal([(StaffRole.FrontOffice, null), (StaffRole.PpidOfficer, "sekretariat")], person.Roles.Select(r => (r.Choice.Role, r.Choice.UnitCode)));
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Text.Contains(issued.Value.Code, StringComparison.Ordinal));
    }

    [Theory, DemoStaff(except: "admin")]
    public async Task Add_ByOthers_ForbiddenAndNothingWritten(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<AccountAdministration>().AddAsync(Command, await agency.ActAsync(userName))).Kind);
        Assert.Null(await agency.Get<AccountAdministration>().FindAsync("baru"));
    }

    [Theory]
    [InlineData("nani", null, StaffRole.FrontOffice, null, nameof(AddAccount.UserName))]
    [InlineData("nama saya", null, StaffRole.FrontOffice, null, nameof(AddAccount.UserName))]
    [InlineData("", null, StaffRole.FrontOffice, null, nameof(AddAccount.UserName))]
    [InlineData("baru", "12", StaffRole.FrontOffice, null, nameof(AddAccount.Nip))]
    [InlineData("baru", "199502302020123021", StaffRole.FrontOffice, null, nameof(AddAccount.Nip))]
    [InlineData("baru", "198802302014032011", StaffRole.FrontOffice, null, nameof(AddAccount.Nip))]
    [InlineData("baru", null, StaffRole.HeadOfDivision, null, nameof(RoleChoice.UnitCode))]
    [InlineData("baru", null, StaffRole.SocialWorker, "antariksa", nameof(RoleChoice.UnitCode))]
    [InlineData("baru", null, StaffRole.Administrator, "rehsos", nameof(RoleChoice.UnitCode))]
    public async Task Add_WrongInput_RefusedAtItsFieldAndNothingWritten(string userName, string? nip, StaffRole role, string? unit, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().AddAsync(
            Command with { UserName = userName, Nip = nip, Roles = [new RoleChoice(role, unit)] }, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await NothingWrittenAsync(agency);
    }

    [Theory]
    [InlineData("", "Front Office", nameof(AddAccount.FullName))]
    [InlineData("Orang Baru", " ", nameof(AddAccount.Position))]
    public async Task Add_NameOrPositionMissing_RefusedAtItsField(string name, string position, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().AddAsync(Command with { FullName = name, Position = position }, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await NothingWrittenAsync(agency);
    }

    [Fact]
    public async Task Add_NoRoleOrTheSameTwice_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var act = await agency.ActAsync("admin");
        var accounts = agency.Get<AccountAdministration>();

        var none = await accounts.AddAsync(Command with { Roles = [] }, act);
        var twice = await accounts.AddAsync(Command with { Roles = [new RoleChoice(StaffRole.FrontOffice, null), new RoleChoice(StaffRole.FrontOffice, null)] }, act);

        Assert.Equal(nameof(AddAccount.Roles), Assert.Single(none.Refusals).Field);
        Assert.Equal(nameof(AddAccount.Roles), Assert.Single(twice.Refusals).Field);
        await NothingWrittenAsync(agency);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_NewParticulars_SavedWithOldAndNew(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<AccountAdministration>().ChangeAsync(Change(agency) with { FullName = "Tati Suhartini Dewi", UserName = "tatis" }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal("Tati Suhartini Dewi", (await agency.ActorAsync("tati")).Name);
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal("akun.ubah", record.Act);
        Assert.Contains("""
            "old":{"nama":"Tati Suhartini","nama pengguna":"tati"},"new":{"nama":"Tati Suhartini Dewi","nama pengguna":"tatis"}
            """.Trim(), record.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_NothingChanged_RefusedAndNotInTrail()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().ChangeAsync(Change(agency), await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Empty(await agency.TrailAsync());
    }

    [Theory]
    [InlineData("nani", null, nameof(AddAccount.UserName))]
    [InlineData("tati", "198802302014032011", nameof(AddAccount.Nip))]
    public async Task Change_TakenByAnother_RefusedAtItsField(string userName, string? nip, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().ChangeAsync(Change(agency) with { UserName = userName, Nip = nip }, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Empty(await agency.TrailAsync());
    }

    [Fact]
    public async Task Change_Missing_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().ChangeAsync(Change(agency) with { UserId = Guid.CreateVersion7() }, await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reset_SignedIn_SessionAndOldPasswordEnd(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var accounts = agency.Get<AccountService>();
        var session = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");

        var issued = await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), withTwoSteps: false, await agency.ActAsync("admin"));

        Assert.True(issued.IsOk, issued.Message);
        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
        Assert.Equal(SignInResultKind.Wrong, (await accounts.SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Text.Contains(issued.Value.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reset_Oneself_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Refused, (await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("admin"), false, await agency.ActAsync("admin"))).Kind);
    }

    [Theory, DemoStaff(except: ["admin"])]
    public async Task Reset_NotAdministrator_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), false, await agency.ActAsync(userName))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Enable_Disabled_SignsInAgainWithTheSamePassword(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var accounts = agency.Get<AccountService>();
        await accounts.DisableAsync(agency.UserId("tati"), await agency.ActAsync("admin"));

        var outcome = await accounts.EnableAsync(agency.UserId("tati"), await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(SignInResultKind.SignedIn, (await accounts.SignInAsync("tati", DemoAgency.Password, "tes")).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await accounts.EnableAsync(agency.UserId("tati"), await agency.ActAsync("admin"))).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Disable_TwoAdministratorsEachOther_OneStays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Get<RoleService>().AddAsync(agency.UserId("dedi"), new RoleChoice(StaffRole.Administrator, null), await agency.ActAsync("admin"));
        var accounts = agency.Get<AccountService>();
        var first = await agency.ActAsync("admin");
        var second = await agency.ActAsync("dedi");

        var outcomes = await Task.WhenAll(accounts.DisableAsync(agency.UserId("dedi"), first), accounts.DisableAsync(agency.UserId("admin"), second));

        Assert.Single(outcomes, o => o.IsOk);
        await using var db = agency.OpenDb();
        Assert.Equal(1, await db.Users.CountAsync(u => u.DisabledAt == null && u.Roles.Any(r => r.Role == StaffRole.Administrator)));
    }

    [Fact]
    public async Task Disable_LastAdministratorByTheSystem_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().DisableAsync(agency.UserId("admin"), ActionContext.For(Actor.System, agency.Time, "tes"));

        Assert.Equal(RoleService.LastAdministrator, outcome.Message);
    }

    private static ChangeAccount Change(TestAgency agency) =>
        new() { UserId = agency.UserId("tati"), UserName = "tati", FullName = "Tati Suhartini", Position = "Front Office" };

    private static async Task NothingWrittenAsync(TestAgency agency)
    {
        Assert.Empty(await agency.TrailAsync());
        await using var db = agency.OpenDb();
        Assert.Equal(DemoAgency.People.Count, await db.Users.CountAsync());
    }
}
