using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Kiosks;

public sealed class KioskServiceTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pair_FreshCode_DeviceFoundByItsTokenAndInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);

        var paired = await PairAsync(agency, issued.Code);

        Assert.True(paired.IsOk, paired.Message);
        var kiosk = await agency.Get<KioskDirectory>().FindAsync(issued.DeviceId, paired.Value.Hash);
        Assert.Equal(("dtks", 20, KioskTheme.Dark), (kiosk!.Filter.ServiceCode, kiosk.PageSeconds, kiosk.Theme));
        Assert.Equal(["papan-tv.daftar", "papan-tv.pasang"], (await agency.TrailAsync()).Select(r => r.Act));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Register_CodeAndToken_NeverStoredAsTheyAre(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);
        await using (var db = agency.OpenDb())
        {
            var device = await db.KioskDevices.SingleAsync();
            Assert.DoesNotContain(issued.Code.Replace("-", "", StringComparison.Ordinal), device.CodeHash!, StringComparison.OrdinalIgnoreCase);
        }

        var token = (await PairAsync(agency, issued.Code)).Value;

        await using var after = agency.OpenDb();
        var paired = await after.KioskDevices.SingleAsync();
        Assert.Null(paired.CodeHash);
        Assert.NotEqual(token.Secret, paired.TokenHash);
        Assert.DoesNotContain(await agency.TrailAsync(), r => r.Text.Contains(issued.Code, StringComparison.OrdinalIgnoreCase) || r.Text.Contains(token.Secret, StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pair_SameCodeTwice_SecondRefusedAndRecorded(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);
        var first = await PairAsync(agency, issued.Code);

        var second = await PairAsync(agency, issued.Code);

        Assert.Equal(KioskPairing.Wrong, second.Message);
        Assert.NotNull(await agency.Get<KioskDirectory>().FindAsync(issued.DeviceId, first.Value.Hash));
        Assert.Equal("papan-tv.gagal", (await agency.TrailAsync())[^1].Act);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pair_SameCodeAtOnce_OnlyOneGetsIn(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PairAsync(agency, issued.Code))));

        Assert.Single(outcomes, o => o.IsOk);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public async Task Pair_CodeSomeMinutesOld_HoldsAQuarterOfAnHour(int minutes, bool expected)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var issued = await RegisterAsync(agency);
        agency.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(expected, (await PairAsync(agency, issued.Code)).IsOk);
    }

    [Fact]
    public async Task Pair_TypedInSmallLettersWithoutHyphen_SameCode()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var issued = await RegisterAsync(agency);

        Assert.True((await PairAsync(agency, " " + issued.Code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant())).IsOk);
    }

    [Fact]
    public async Task Pair_TooManyWrongCodes_RightOneNotHeardUntilAQuarterHasPassed()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RegisterAsync(agency);
        for (var i = 0; i < PairingAttempts.MostFromOneAddress; i++)
        {
            Assert.Equal(KioskPairing.Wrong, (await PairAsync(agency, $"AAAA-AAA{i}")).Message);
        }

        var device = (await agency.Get<KioskQueries>().ReadAsync()).Devices.Single();
        var right = (await agency.Get<KioskService>().RenewCodeAsync(device.Id, await agency.ActAsync("admin"))).Value.Code;
        Assert.Equal(KioskPairing.TooMany, (await PairAsync(agency, right)).Message);
        Assert.True((await PairAsync(agency, right, "10.0.0.9")).IsOk);

        Assert.Equal(PairingAttempts.MostFromOneAddress, (await agency.TrailAsync()).Count(r => r.Act == "papan-tv.gagal"));
        agency.Time.Advance(PairingCode.ValidFor);
        Assert.Equal(KioskPairing.Wrong, (await PairAsync(agency, right)).Message);
    }

    [Fact]
    public void Attempts_FromManyAddresses_LimitedAltogether()
    {
        var attempts = new PairingAttempts();
        for (var i = 0; i < PairingAttempts.MostAltogether; i++)
        {
            Assert.True(attempts.MayTry($"10.0.0.{i}", FakeTime.Start.UtcDateTime));
            attempts.Failed($"10.0.0.{i}", FakeTime.Start.UtcDateTime);
        }

        Assert.False(attempts.MayTry("10.0.1.1", FakeTime.Start.UtcDateTime));
        Assert.True(attempts.MayTry("10.0.1.1", FakeTime.Start.UtcDateTime + PairingCode.ValidFor));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Revoke_Paired_TokenWorthlessAtOnceAndCannotBePairedAgain(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var (kiosks, directory) = (agency.Get<KioskService>(), agency.Get<KioskDirectory>());
        var issued = await RegisterAsync(agency);
        var token = (await PairAsync(agency, issued.Code)).Value;
        Assert.NotNull(await directory.FindAsync(issued.DeviceId, token.Hash));

        var outcome = await kiosks.RevokeAsync(issued.DeviceId, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Null(await directory.FindAsync(issued.DeviceId, token.Hash));
        Assert.Equal("papan-tv.cabut", (await agency.TrailAsync())[^1].Act);
        Assert.Equal(OutcomeKind.Conflict, (await kiosks.RevokeAsync(issued.DeviceId, await agency.ActAsync("admin"))).Kind);
        Assert.Equal(OutcomeKind.Conflict, (await kiosks.RenewCodeAsync(issued.DeviceId, await agency.ActAsync("admin"))).Kind);
        Assert.Equal(KioskState.Revoked, (await agency.Get<KioskQueries>().ReadAsync()).Devices.Single().State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task RenewCode_Used_EndsTheBrowserPairedBefore(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var directory = agency.Get<KioskDirectory>();
        var first = await RegisterAsync(agency);
        var old = (await PairAsync(agency, first.Code)).Value;

        var second = (await agency.Get<KioskService>().RenewCodeAsync(first.DeviceId, await agency.ActAsync("admin"))).Value;
        Assert.NotNull(await directory.FindAsync(first.DeviceId, old.Hash));
        var fresh = (await PairAsync(agency, second.Code)).Value;

        Assert.Null(await directory.FindAsync(first.DeviceId, old.Hash));
        Assert.NotNull(await directory.FindAsync(first.DeviceId, fresh.Hash));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Change_NewNameAndFilter_SavedWithOldAndNew(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);

        var outcome = await agency.Get<KioskService>().ChangeAsync(issued.DeviceId, Particulars() with { Name = "TV loket", ServiceCode = null }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(("TV loket", null), (await agency.Get<KioskQueries>().ReadAsync()).Devices.Select(d => (d.Name, d.ServiceCode)).Single());
        Assert.Contains("""
            "old":{"layanan":"dtks","nama":"TV ruang tunggu"},"new":{"layanan":null,"nama":"TV loket"}
            """.Trim(), (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_Nothing_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var issued = await RegisterAsync(agency);

        Assert.Equal("Tidak ada yang berubah.", (await agency.Get<KioskService>().ChangeAsync(issued.DeviceId, Particulars(), await agency.ActAsync("admin"))).Message);
    }

    [Fact]
    public async Task Register_NameTaken_RefusedAtName()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await RegisterAsync(agency);

        var outcome = await agency.Get<KioskService>().RegisterAsync(Particulars() with { Name = "tv RUANG tunggu " }, await agency.ActAsync("admin"));

        Assert.Equal(nameof(KioskParticulars.Name), Assert.Single(outcome.Refusals).Field);
    }

    public static TheoryData<string, Func<KioskParticulars, KioskParticulars>> Wrong { get; } = new()
    {
        { nameof(KioskParticulars.Name), c => c with { Name = " " } },
        { nameof(KioskParticulars.Name), c => c with { Name = new string('x', KioskDevice.NameMaxLength + 1) } },
        { nameof(KioskParticulars.Place), c => c with { Place = new string('x', KioskDevice.PlaceMaxLength + 1) } },
        { nameof(KioskParticulars.ServiceCode), c => c with { ServiceCode = "tidak-ada" } },
        { nameof(KioskParticulars.UnitCode), c => c with { UnitCode = "tidak-ada" } },
        { nameof(KioskParticulars.PageSeconds), c => c with { PageSeconds = null } },
        { nameof(KioskParticulars.PageSeconds), c => c with { PageSeconds = KioskDevice.LeastPageSeconds - 1 } },
        { nameof(KioskParticulars.PageSeconds), c => c with { PageSeconds = KioskDevice.MostPageSeconds + 1 } },
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task Register_WrongInput_RefusedAtItsFieldAndNothingWritten(string field, Func<KioskParticulars, KioskParticulars> change)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<KioskService>().RegisterAsync(change(Particulars()), await agency.ActAsync("admin"));

        Assert.Equal(field, Assert.Single(outcome.Refusals).Field);
        Assert.Empty((await agency.Get<KioskQueries>().ReadAsync()).Devices);
        Assert.Empty(await agency.TrailAsync());
    }

    [Theory, DemoStaff(except: "admin")]
    public async Task Everything_NotAdministrator_Forbidden(string userName)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var issued = await RegisterAsync(agency);
        var kiosks = agency.Get<KioskService>();
        var act = await agency.ActAsync(userName);

        Assert.Equal(OutcomeKind.Forbidden, (await kiosks.RegisterAsync(Particulars() with { Name = "Lain" }, act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await kiosks.ChangeAsync(issued.DeviceId, Particulars() with { Name = "Lain" }, act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await kiosks.RenewCodeAsync(issued.DeviceId, act)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await kiosks.RevokeAsync(issued.DeviceId, act)).Kind);
    }

    [Fact]
    public async Task Everything_MissingDevice_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        var kiosks = agency.Get<KioskService>();
        var act = await agency.ActAsync("admin");

        Assert.Equal(OutcomeKind.NotFound, (await kiosks.ChangeAsync(Guid.CreateVersion7(), Particulars(), act)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await kiosks.RenewCodeAsync(Guid.CreateVersion7(), act)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await kiosks.RevokeAsync(Guid.CreateVersion7(), act)).Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Presence_ConnectedAndGone_ShownInTheList(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var issued = await RegisterAsync(agency);
        Assert.Equal(KioskState.AwaitsCode, await StateAsync(agency));
        await PairAsync(agency, issued.Code);
        Assert.Equal(KioskState.Away, await StateAsync(agency));

        agency.Get<KioskPresence>().Arrived(issued.DeviceId);
        Assert.Equal(KioskState.Connected, await StateAsync(agency));
        agency.Get<KioskPresence>().Left(issued.DeviceId);
        await agency.Get<KioskService>().SeenAsync(issued.DeviceId);

        var line = (await agency.Get<KioskQueries>().ReadAsync()).Devices.Single();
        Assert.Equal((KioskState.Away, agency.Time.Now), (line.State, line.LastSeenAt));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("00000000000000000000000000000000.")]
    [InlineData("x.y.z")]
    public void Token_NoToken_IsNotRead(string? text) => Assert.Null(KioskToken.Read(text));

    [Fact]
    public void Token_WrittenAndRead_SameDeviceAndHash()
    {
        var token = KioskToken.New(Guid.CreateVersion7());

        Assert.Equal((token.DeviceId, token.Hash), (KioskToken.Read(token.Text)!.DeviceId, KioskToken.Read(token.Text)!.Hash));
    }

    private static KioskParticulars Particulars() =>
        new() { Name = "TV ruang tunggu", Place = "Depan loket", ServiceCode = "dtks", PageSeconds = KioskDevice.UsualPageSeconds, Theme = KioskTheme.Dark };

    private static async Task<IssuedPairing> RegisterAsync(TestAgency agency) => (await agency.Get<KioskService>().RegisterAsync(Particulars(), await agency.ActAsync("admin"))).Value;

    private static Task<Outcome<KioskToken>> PairAsync(TestAgency agency, string code, string origin = "10.0.0.1") => agency.Get<KioskPairing>().PairAsync(code, origin);

    private static async Task<KioskState> StateAsync(TestAgency agency) => (await agency.Get<KioskQueries>().ReadAsync()).Devices.Single().State;
}
