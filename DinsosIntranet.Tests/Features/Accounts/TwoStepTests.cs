using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Text;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class TwoStepTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_WithTwoSteps_NeedsTheCode(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var accounts = agency.Get<AccountService>();

        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        var second = await accounts.ContinueAsync(first.Ticket, phone.Code(agency), "tes", "Firefox, Linux");

        Assert.Equal((SignInResultKind.NeedsCode, Guid.Empty), (first.Kind, first.SessionId));
        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(first.Ticket));
        Assert.Equal(SignInResultKind.SignedIn, second.Kind);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(second.Ticket));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Continue_SameCodeTwiceAtOnce_OneSignsIn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var accounts = agency.Get<AccountService>();
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        var code = phone.Code(agency);

        var results = await Task.WhenAll(accounts.ContinueAsync(first.Ticket, code, "a"), accounts.ContinueAsync(first.Ticket, code, "b"));

        Assert.Single(results, r => r.Kind == SignInResultKind.SignedIn);
        Assert.Single(results, r => r.Kind == SignInResultKind.Wrong);
    }

    [Fact]
    public async Task Continue_CodeThatConfirmedTheSetUp_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var phone = await Phone.SetUpAsync(agency, "nani");
        var accounts = agency.Get<AccountService>();
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");

        Assert.Equal(SignInResultKind.Wrong, (await accounts.ContinueAsync(first.Ticket, phone.Code(agency), "tes")).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Continue_FifthWrongCode_LockedAlthoughThePasswordIsTypedInBetween(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await Phone.SetUpAsync(agency, "nani");
        var accounts = agency.Get<AccountService>();
        SignInResult last = SignInResult.Wrong;
        for (var i = 0; i < PasswordRules.AttemptsBeforeLockout; i++)
        {
            var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
            last = await accounts.ContinueAsync(first.Ticket, "000000", "tes");
        }

        Assert.Equal(SignInResultKind.LockedOut, last.Kind);
        Assert.Equal(SignInResultKind.LockedOut, (await accounts.SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Continue_RecoveryCode_WorksOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var phone = await Phone.SetUpAsync(agency, "nani");
        var accounts = agency.Get<AccountService>();
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");

        var once = await accounts.ContinueAsync(first.Ticket, phone.RecoveryCodes[3].ToUpperInvariant(), "tes");
        var twice = await accounts.ContinueAsync(first.Ticket, phone.RecoveryCodes[3], "tes");

        Assert.Equal((SignInResultKind.SignedIn, SignInResultKind.Wrong), (once.Kind, twice.Kind));
        Assert.Equal(RecoveryCode.Count - 1, (await agency.Get<AccountQueries>().FindAsync(first.UserId))!.RecoveryCodesLeft);
        Assert.Contains(await agency.TrailAsync(), r => r.Act == "dua-langkah.kode-cadangan-dipakai");
    }

    [Fact]
    public async Task Continue_PasswordChangedMeanwhile_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var accounts = agency.Get<AccountService>();
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        await agency.Get<AccountAdministration>().ResetPasswordAsync(first.UserId, withTwoSteps: false, await agency.ActAsync("admin"));

        Assert.Null(await accounts.FindSecondStepAsync(first.Ticket));
        Assert.Equal(SignInResultKind.Wrong, (await accounts.ContinueAsync(first.Ticket, phone.Code(agency), "tes")).Kind);
    }

    [Fact]
    public async Task SetUp_SecretAndCodes_NeitherInTheDatabaseNorTheTrail()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var phone = await Phone.SetUpAsync(agency, "nani");

        await using var db = agency.OpenDb();
        var account = db.Users.Single(u => u.UserName == "nani");
        Assert.Null(account.TotpPendingSecret);
        var stored = account.TotpSecret + string.Concat(db.RecoveryCodes.Select(c => c.Hash)) + string.Concat((await agency.TrailAsync()).Select(r => r.Text));
        Assert.DoesNotContain(Convert.ToBase64String(phone.Secret), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Base32Text.Encode(phone.Secret), stored, StringComparison.Ordinal);
        Assert.All(phone.RecoveryCodes, c => Assert.DoesNotContain(c, stored, StringComparison.Ordinal));
        Assert.Equal(RecoveryCode.Count, phone.RecoveryCodes.Distinct().Count());
    }

    [Fact]
    public async Task SetUp_WrongCode_RefusedAtCodeAndNotOn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var act = await agency.ActAsync("nani");
        await agency.Get<AccountService>().StartTwoStepsAsync(act);

        Assert.Equal("code", Assert.Single((await agency.Get<AccountService>().ConfirmTwoStepsAsync("000000", act)).Refusals).Field);
        Assert.False((await agency.Get<AccountQueries>().FindAsync(agency.UserId("nani")))!.HasTwoSteps);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Remove_PasswordAndCode_PasswordAloneIsEnoughAgain(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await agency.Get<AccountService>().RemoveTwoStepsAsync(DemoAgency.Password, phone.Code(agency), await agency.ActAsync("nani"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(SignInResultKind.SignedIn, (await agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
    }

    [Theory]
    [InlineData("salah sekali", true, "password")]
    [InlineData(DemoAgency.Password, false, "code")]
    public async Task Remove_WrongPasswordOrCode_RefusedAtItsFieldAndCounted(string password, bool rightCode, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        var outcome = await agency.Get<AccountService>().RemoveTwoStepsAsync(password, rightCode ? phone.Code(agency) : "000000", await agency.ActAsync("nani"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        await using var db = agency.OpenDb();
        var account = db.Users.Single(u => u.UserName == "nani");
        Assert.Equal((1, true), (account.AccessFailedCount, account.HasTwoSteps));
    }

    [Fact]
    public async Task RenewRecoveryCodes_WithPassword_OldOnesStopWorking()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var phone = await Phone.SetUpAsync(agency, "nani");
        var accounts = agency.Get<AccountService>();
        var wrong = await accounts.RenewRecoveryCodesAsync("salah", await agency.ActAsync("nani"));

        var renewed = await accounts.RenewRecoveryCodesAsync(DemoAgency.Password, await agency.ActAsync("nani"));

        Assert.Equal("password", Assert.Single(wrong.Refusals).Field);
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        Assert.Equal(SignInResultKind.Wrong, (await accounts.ContinueAsync(first.Ticket, phone.RecoveryCodes[0], "tes")).Kind);
        Assert.Equal(SignInResultKind.SignedIn, (await accounts.ContinueAsync(first.Ticket, renewed.Value[0], "tes")).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Reset_WithTwoSteps_RemovedAndTheOwnerIsTold(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await Phone.SetUpAsync(agency, "nani");

        await agency.Get<AccountAdministration>().ResetPasswordAsync(agency.UserId("nani"), withTwoSteps: true, await agency.ActAsync("admin"));

        var summary = (await agency.Get<AccountQueries>().FindAsync(agency.UserId("nani")))!;
        Assert.Equal((false, 0), (summary.HasTwoSteps, summary.RecoveryCodesLeft));
        Assert.Equal([AccountNoticeKind.PasswordReset, AccountNoticeKind.TwoStepsRemoved], summary.News.Select(n => n.Kind).Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_RoleDemandsTwoSteps_SetUpOnTheWayIn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(
            provider, configure: s => s.PostConfigure<SignInOptions>(o => o.WajibDuaLangkah = "administrator, front-office"));
        var accounts = agency.Get<AccountService>();
        var first = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        var step = await accounts.FindSecondStepAsync(first.Ticket);
        var secret = Base32Text.Decode(step!.Enrolment!.Secret.Replace(" ", "", StringComparison.Ordinal))!;

        var wrong = await accounts.EnrolAsync(first.Ticket, "000000", "tes");
        var result = await accounts.EnrolAsync(first.Ticket, TotpCode.At(secret, TotpCode.StepOf(agency.Time.Now)), "tes");

        Assert.Equal((SignInResultKind.NeedsEnrolment, SignInResultKind.Wrong), (first.Kind, wrong.Kind));
        Assert.Equal((SignInResultKind.SignedIn, RecoveryCode.Count), (result.Kind, result.RecoveryCodes.Count));
        Assert.Equal(SignInResultKind.NeedsCode, (await accounts.SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
        Assert.Equal(SignInResultKind.SignedIn, (await accounts.SignInAsync("dedi", DemoAgency.Password, "tes")).Kind);
    }

    [Fact]
    public async Task Remove_RoleDemandsTwoSteps_Refused()
    {
        await using var agency = await TestAgency.StartAsync(
            DatabaseProvider.Sqlite, configure: s => s.PostConfigure<SignInOptions>(o => o.WajibDuaLangkah = "front-office"));
        var phone = await Phone.SetUpAsync(agency, "nani");
        agency.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains("mewajibkan", (await agency.Get<AccountService>().RemoveTwoStepsAsync(DemoAgency.Password, phone.Code(agency), await agency.ActAsync("nani"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_SecretAndAccount_AsAppsReadIt() =>
        Assert.Equal(
            "otpauth://totp/Dinas%20Sosial%20Kabupaten%20Lebak:nani?secret=GEZDGNBVGY3TQOJQ&issuer=Dinas%20Sosial%20Kabupaten%20Lebak&algorithm=SHA1&digits=6&period=30",
            TotpCode.Address("Dinas Sosial Kabupaten Lebak", "nani", "GEZDGNBVGY3TQOJQ"));
}
