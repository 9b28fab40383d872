using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Accounts;

public sealed class AccountServiceTests
{
    private const string NewPassword = "tujuh gajah berenang pelan";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_RightPassword_SignedInAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var result = await agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "10.0.0.7");

        Assert.Equal((SignInResultKind.SignedIn, agency.UserId("nani")), (result.Kind, result.UserId));
        Assert.Equal("masuk", (await agency.TrailAsync())[^1].Act);
    }

    [Fact]
    public async Task SignIn_NipWithSpaces_SignedIn()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var result = await agency.Get<AccountService>().SignInAsync("19880230 201403 2 011", DemoAgency.Password, "tes");

        Assert.Equal(agency.UserId("nani"), result.UserId);
    }

    [Fact]
    public async Task SignIn_EmptyNip_IsNobody()
    {
        // Contract staff have no NIP; an empty name must not find the first of them.
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Equal(SignInResultKind.Wrong, (await agency.Get<AccountService>().SignInAsync("  ", DemoAgency.Password, "tes")).Kind);
    }

    [Theory]
    [InlineData("nani", "salah sekali")]
    [InlineData("bukan-siapa-siapa", DemoAgency.Password)]
    public async Task SignIn_WrongNameOrPassword_SameAnswerAndNothingTypedInTrail(string name, string password)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var result = await agency.Get<AccountService>().SignInAsync(name, password, "tes");

        Assert.Equal(SignInResultKind.Wrong, result.Kind);
        var record = Assert.Single(await agency.TrailAsync());
        Assert.Equal("masuk.gagal", record.Act);
        Assert.DoesNotContain(password, record.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bukan-siapa-siapa", record.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Prove_FifthWrongPassword_RightOneRefusedTooUntilTheLockEnds(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var refusals = new List<Refusal?>();
        for (var attempt = 1; attempt <= PasswordRules.AttemptsBeforeLockout; attempt++)
        {
            refusals.Add(await ProveAsync(agency, "salah sekali"));
        }

        var locked = await ProveAsync(agency, DemoAgency.Password);
        var signIn = await agency.Get<AccountService>().SignInAsync("asep", DemoAgency.Password, "tes");
        agency.Time.Advance(PasswordRules.LockoutTime);
        var free = await ProveAsync(agency, DemoAgency.Password);

        Assert.All(refusals.SkipLast(1), r => Assert.Equal(new Refusal("Tidak cocok.", "sandi"), r));
        Assert.StartsWith("Terlalu banyak percobaan kata sandi. Coba lagi sesudah", refusals[^1]!.Message, StringComparison.Ordinal);
        Assert.Equal(refusals[^1], locked);
        Assert.Equal(SignInResultKind.LockedOut, signIn.Kind);
        Assert.Null(free);
        Assert.Equal(
            ["sandi.salah", "sandi.salah", "sandi.salah", "sandi.salah", "sandi.salah", "akun.terkunci", "sandi.terkunci", "masuk.terkunci", "sandi.benar"],
            (await agency.TrailAsync()).Select(r => r.Act));
    }

    [Fact]
    public async Task Prove_RightPassword_NothingWritten()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        Assert.Null(await ProveAsync(agency, DemoAgency.Password));

        Assert.Empty(await agency.TrailAsync());
    }

    [Fact]
    public async Task Prove_RightAfterFourWrong_CountedFromTheBeginning()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        foreach (var password in Enumerable.Repeat("salah sekali", PasswordRules.AttemptsBeforeLockout - 1).Append(DemoAgency.Password))
        {
            await ProveAsync(agency, password);
        }

        var next = await ProveAsync(agency, "salah sekali");

        Assert.Equal("Tidak cocok.", next!.Message);
        Assert.Null(await ProveAsync(agency, DemoAgency.Password));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_FifthWrongPassword_LockedForFifteenMinutes(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var accounts = agency.Get<AccountService>();
        for (var attempt = 1; attempt < PasswordRules.AttemptsBeforeLockout; attempt++)
        {
            Assert.Equal(SignInResultKind.Wrong, (await accounts.SignInAsync("nani", "salah sekali", "tes")).Kind);
        }

        var fifth = await accounts.SignInAsync("nani", "salah sekali", "tes");
        agency.Time.Advance(TimeSpan.FromMinutes(14));
        var stillLocked = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");
        agency.Time.Advance(TimeSpan.FromMinutes(1));
        var free = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");

        Assert.Equal((SignInResultKind.LockedOut, FakeTime.Start.UtcDateTime.AddMinutes(15)), (fifth.Kind, fifth.LockedUntil));
        Assert.Equal(SignInResultKind.LockedOut, stillLocked.Kind);
        Assert.Equal(SignInResultKind.SignedIn, free.Kind);
    }

    [Fact]
    public async Task SignIn_RightPasswordAfterFour_CountsFromZeroAgain()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var accounts = agency.Get<AccountService>();
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 1; attempt < PasswordRules.AttemptsBeforeLockout; attempt++)
            {
                await accounts.SignInAsync("nani", "salah sekali", "tes");
            }

            Assert.Equal(SignInResultKind.SignedIn, (await accounts.SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SignIn_DisabledAccount_WrongLikeAnyOther(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.Get<AccountService>().DisableAsync(agency.UserId("nani"), await agency.ActAsync("admin"));

        var result = await agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "tes");

        Assert.Equal(SignInResultKind.Wrong, result.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task ChangePassword_Valid_OldOneAndOldSessionsEnd(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var accounts = agency.Get<AccountService>();
        var before = await accounts.SignInAsync("nani", DemoAgency.Password, "tes");

        var outcome = await accounts.ChangePasswordAsync(Change(NewPassword), before.SessionId, await agency.ActAsync("nani"));

        var directory = agency.Get<ActorDirectory>();
        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null(await directory.FindAsync(before.Ticket));
        Assert.NotNull(await directory.FindAsync(outcome.Value));
        Assert.Equal(SignInResultKind.Wrong, (await accounts.SignInAsync("nani", DemoAgency.Password, "tes")).Kind);
        Assert.Equal(SignInResultKind.SignedIn, (await accounts.SignInAsync("nani", NewPassword, "tes")).Kind);
    }

    [Theory]
    [InlineData("pendek", nameof(ChangePassword.New))]
    [InlineData("dinsoslebak2026", nameof(ChangePassword.New))]
    [InlineData("nanirohaeni1988", nameof(ChangePassword.New))]
    [InlineData("aaaaaaaaaaaaaa", nameof(ChangePassword.New))]
    [InlineData(DemoAgency.Password, nameof(ChangePassword.New))]
    public async Task ChangePassword_WeakOrSame_RefusedAtItsField(string password, string field)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().ChangePasswordAsync(Change(password), Guid.Empty, await agency.ActAsync("nani"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Empty(await agency.TrailAsync());
    }

    [Fact]
    public async Task ChangePassword_WrongCurrent_RefusedAtCurrent()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().ChangePasswordAsync(Change(NewPassword) with { Current = "bukan ini" }, Guid.Empty, await agency.ActAsync("nani"));

        Assert.Equal(nameof(ChangePassword.Current), Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task ChangePassword_RepeatedDiffers_RefusedAtRepeated()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().ChangePasswordAsync(Change(NewPassword) with { Repeated = "lain" }, Guid.Empty, await agency.ActAsync("nani"));

        Assert.Equal(nameof(ChangePassword.Repeated), Assert.Single(outcome.Refusals).Field);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Disable_PersonAtWork_NextActRefusedAndSessionEnded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var session = await agency.Get<AccountService>().SignInAsync("nani", DemoAgency.Password, "tes");
        var act = await agency.ActAsync("nani");

        var outcome = await agency.Get<AccountService>().DisableAsync(session.UserId, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(session.Ticket));
        var refused = await agency.Get<DinsosIntranet.Features.Intake.IntakeService>().RegisterAsync(TestData.Request(), act);
        Assert.Equal(OutcomeKind.Forbidden, refused.Kind);
        await using var db = agency.OpenDb();
        Assert.False(await db.ServiceRequests.AnyAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Disable_ByAnotherProcess_NoticedWithinTwoSeconds(DatabaseProvider provider)
    {
        // What another instance did reaches this one through the database only.
        await using var agency = await TestAgency.StartAsync(provider);
        await agency.ActorAsync("nani");
        await using (var db = agency.OpenDb())
        {
            await db.Users.Where(u => u.UserName == "nani").ExecuteUpdateAsync(set => set.SetProperty(u => u.DisabledAt, agency.Time.Now));
        }

        agency.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Null(await agency.Get<ActorDirectory>().FindAsync(agency.UserId("nani")));
    }

    [Fact]
    public async Task Disable_Oneself_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().DisableAsync(agency.UserId("admin"), await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.Refused, outcome.Kind);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(agency.UserId("admin")));
    }

    [Theory, DemoStaff(except: "admin")]
    public async Task Disable_ByAnybodyElse_ForbiddenAndRecorded(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<AccountService>().DisableAsync(agency.UserId("tati"), await agency.ActAsync(userName));

        Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
        Assert.Equal("ditolak:akun.nonaktifkan", (await agency.TrailAsync())[^1].Act);
        Assert.NotNull(await agency.Get<ActorDirectory>().FindAsync(agency.UserId("tati")));
    }

    private static ChangePassword Change(string password) => new() { Current = DemoAgency.Password, New = password, Repeated = password };

    private static async Task<Refusal?> ProveAsync(TestAgency agency, string password) =>
        await agency.Get<AccountService>().ProveAsync(await agency.ActAsync("asep"), password, "Tidak cocok.", "sandi");
}
