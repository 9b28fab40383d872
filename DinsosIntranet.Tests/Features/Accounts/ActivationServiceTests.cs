using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class ActivationServiceTests
{
    private const string Password = "tujuh gajah berenang pelan";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Activate_RightCode_SignsInWithTheChosenPasswordAndIsTold(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var code = await ResetAsync(agency);

        var outcome = await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes");

        Assert.True(outcome.IsOk, outcome.Message);
        var signIn = await agency.Get<AccountService>().SignInAsync("nani", Password, "tes");
        Assert.Equal((SignInResultKind.SignedIn, true), (signIn.Kind, signIn.HasNews));
        var news = Assert.Single((await agency.Get<AccountQueries>().FindAsync(signIn.UserId))!.News);
        Assert.Equal((AccountNoticeKind.PasswordReset, "Rudi Hartono"), (news.Kind, news.ByName));
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "akun.aktivasi");
    }

    [Fact]
    public async Task Activate_CodeInCapitalsWithSpaces_Accepted()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var code = (await ResetAsync(agency)).Replace('-', ' ').ToUpperInvariant();

        Assert.True((await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes")).IsOk);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Activate_Twice_SecondRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var code = await ResetAsync(agency);
        var activation = agency.Get<ActivationService>();

        var outcomes = await Task.WhenAll(activation.ActivateAsync(Command(code), "tes"), activation.ActivateAsync(Command(code), "tes"));

        Assert.Single(outcomes, o => o.IsOk);
    }

    [Fact]
    public async Task Activate_LastMoment_AcceptedAndALaterOneNot()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var code = await ResetAsync(agency);
        agency.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMilliseconds(1));
        var late = await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes");
        agency.Time.Advance(-TimeSpan.FromMilliseconds(1));

        var inTime = await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes");

        Assert.Equal(ActivationService.Wrong, late.Message);
        Assert.True(inTime.IsOk, inTime.Message);
    }

    [Fact]
    public async Task Activate_OlderCode_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var first = await ResetAsync(agency);
        await ResetAsync(agency);

        Assert.Equal(ActivationService.Wrong, (await agency.Get<ActivationService>().ActivateAsync(Command(first), "tes")).Message);
    }

    [Theory]
    [InlineData("bukan-siapa-siapa")]
    [InlineData("tati")]
    [InlineData("nani")]
    public async Task Activate_UnknownNameOtherPersonOrWrongCode_SameAnswer(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var code = await ResetAsync(agency);

        var outcome = await agency.Get<ActivationService>().ActivateAsync(Command(userName == "nani" ? "aaaa-bbbb-cccc-dddd" : code) with { UserName = userName, Password = "x" }, "tes");

        Assert.Equal(new Refusal(ActivationService.Wrong), Assert.Single(outcome.Refusals));
    }

    [Fact]
    public async Task Activate_Disabled_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var code = await ResetAsync(agency);
        await agency.Get<AccountService>().DisableAsync(agency.UserId("nani"), await agency.ActAsync("admin"));

        Assert.Equal(ActivationService.Wrong, (await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes")).Message);
    }

    [Theory]
    [InlineData("pendek", "pendek", nameof(ChangePassword.New))]
    [InlineData("nanirohaeni1988", "nanirohaeni1988", nameof(ChangePassword.New))]
    [InlineData(Password, "lain", nameof(ChangePassword.Repeated))]
    public async Task Activate_WeakPassword_RefusedAtItsFieldAndCodeStays(string password, string repeated, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var code = await ResetAsync(agency);

        var outcome = await agency.Get<ActivationService>().ActivateAsync(Command(code) with { Password = password, Repeated = repeated }, "tes");

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.True((await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes")).IsOk);
    }

    [Fact]
    public async Task Activate_LockedAccount_Unlocked()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        for (var i = 0; i < PasswordRules.AttemptsBeforeLockout; i++)
        {
            await agency.Get<AccountService>().SignInAsync("nani", "salah", "tes");
        }

        var code = await ResetAsync(agency);
        await agency.Get<ActivationService>().ActivateAsync(Command(code), "tes");

        Assert.Equal(SignInResultKind.Wrong, (await agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
        Assert.Equal(SignInResultKind.SignedIn, (await agency.Get<AccountService>().SignInAsync("nani", Password, "tes")).Kind);
    }

    [Fact]
    public async Task ReadNews_Owner_NotToldAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await ResetAsync(agency);

        await agency.Get<AccountService>().ReadNewsAsync(await agency.ActAsync("nani"));

        Assert.Empty((await agency.Get<AccountQueries>().FindAsync(agency.UserId("nani")))!.News);
    }

    [Fact]
    public void New_ManyCodes_DifferAndMatchOnlyTheirOwnHash()
    {
        var codes = Enumerable.Range(0, 200).Select(_ => ActivationCode.New()).ToList();

        Assert.Equal(200, codes.Distinct().Count());
        Assert.All(codes, c => Assert.Matches("^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){3}$", c));
        Assert.True(ActivationCode.Matches(codes[0], ActivationCode.Hash(codes[0])));
        Assert.False(ActivationCode.Matches(codes[1], ActivationCode.Hash(codes[0])));
    }

    private static ActivateAccount Command(string code) => new() { UserName = "nani", Code = code, Password = Password, Repeated = Password };

    private static async Task<string> ResetAsync(TestAgency agency) =>
        (await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), withTwoSteps: false, await agency.ActAsync("admin"))).Value.Code;
}
