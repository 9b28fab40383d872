using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class AccountAdministrationTests
{
    private static readonly AddAccount Command = new() { UserName = "baru", FullName = "Orang Baru", Position = "Front Office", Role = StaffRole.FrontOffice };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Add_ByAdministrator_CanSignInWithTheIssuedPassword(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var issued = await agency.Get<AccountAdministration>().AddAsync(Command, await agency.ActAsync("admin"));

        var signIn = await agency.Get<AccountService>().SignInAsync("baru", issued.Value.Password, "tes");
        Assert.Equal(SignInResultKind.SignedIn, signIn.Kind);
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Text.Contains(issued.Value.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_ByOthers_ForbiddenAndNothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<AccountAdministration>().AddAsync(Command, await agency.ActAsync("ratna"))).Kind);
        Assert.Null(await agency.Get<AccountAdministration>().FindAsync("baru"));
    }

    [Theory]
    [InlineData("nani", null, StaffRole.FrontOffice, null, nameof(AddAccount.UserName))]
    [InlineData("nama saya", null, StaffRole.FrontOffice, null, nameof(AddAccount.UserName))]
    [InlineData("baru", "12", StaffRole.FrontOffice, null, nameof(AddAccount.Nip))]
    [InlineData("baru", null, StaffRole.HeadOfDivision, null, nameof(AddAccount.UnitCode))]
    [InlineData("baru", null, StaffRole.SocialWorker, "antariksa", nameof(AddAccount.UnitCode))]
    public async Task Add_WrongInput_RefusedAtItsField(string userName, string? nip, StaffRole role, string? unit, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountAdministration>().AddAsync(Command with { UserName = userName, Nip = nip, Role = role, UnitCode = unit }, await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task Reset_LockedAccount_OldPasswordEndsNewOneWorks()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var accounts = agency.Get<AccountService>();
        for (var i = 0; i < PasswordRules.AttemptsBeforeLockout; i++)
        {
            await accounts.SignInAsync("nani", "salah", "tes");
        }

        var issued = await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), await agency.ActAsync("admin"));

        Assert.Equal(SignInResultKind.Wrong, (await accounts.SignInAsync("nani", DinsosIntranet.App.Demo.DemoAgency.Password, "tes")).Kind);
        Assert.Equal(SignInResultKind.SignedIn, (await accounts.SignInAsync("nani", issued.Value.Password, "tes")).Kind);
    }

    [Theory, DemoStaff(except: ["admin"])]
    public async Task Reset_NotAdministrator_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(OutcomeKind.Forbidden, (await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), await agency.ActAsync(userName))).Kind);
    }
}
