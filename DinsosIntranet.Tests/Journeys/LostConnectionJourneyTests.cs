using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>The connection goes while somebody types: nothing that was typed may be lost without their knowing.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class LostConnectionJourneyTests(BrowserFixture browser)
{
    private const string Lost = "Sambungan terputus. Isian Anda aman; menyambung lagi…";
    private const string Back = "Tersambung lagi, isian aman.";

    /// <summary>A browser gives a silent server half a minute; in milliseconds.</summary>
    private const long BrowserNotices = 31_000;

    [Fact]
    public Task Lost_HalfTyped_TypedOnMeanwhileAndSavedWhole() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync(name: "Jajang");
        await counter.ChoosePlaceAsync();
        await counter.ChooseServiceAsync();
        await counter.GetByLabel("Tujuan penggunaan").WaitForAsync();

        line.Cut();
        await counter.SeesAsync(Lost);
        await counter.TypePersonAsync(name: "Jajang Suryana");
        await counter.TypeAddressAsync("Kp. Pasir Eurih RT 003/RW 001");
        await counter.ChoosePurposeAsync("spmb");
        await counter.TickRequirementsAsync();
        line.Mend();
        await counter.SeesAsync(Back);
        await counter.SaveRequestAsync();
        await counter.SavedRequestAsync();

        var (request, applicant) = await site.Agency.OnlyRequestAsync();
        Assert.Equal(("Jajang Suryana", CounterPage.Nik, "Kp. Pasir Eurih RT 003/RW 001", "36.02.17.2011"), (applicant.Name, applicant.Nik, applicant.Address, applicant.VillageCode));
        Assert.Equal("spmb", request.PurposeCode);
        Assert.NotNull(request.CompletedAt);
    });

    [Fact]
    public Task LostWithoutAWord_TypedBeforeAnybodyNoticed_SavedWhole() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var counter = await site.OpenAsync();
        await counter.Clock.InstallAsync();
        await BrowserSite.SignInHereAsync(counter, "nani", CounterPage.NewRequest);
        await counter.FillRequestAsync();
        await counter.DraftSavedAsync();

        line.GoDead();
        await counter.TypeAddressAsync("Kp. Pasir Eurih RT 003/RW 001");
        await counter.Clock.FastForwardAsync(BrowserNotices);
        await counter.SeesAsync(Lost);
        line.Mend();
        await counter.SeesAsync(Back);
        await counter.SaveRequestAsync();
        await counter.SavedRequestAsync();

        var (_, applicant) = await site.Agency.OnlyRequestAsync();
        Assert.Equal("Kp. Pasir Eurih RT 003/RW 001", applicant.Address);
    });

    [Fact]
    public Task Reload_HalfTyped_FormComesBackAsItWas() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync();
        await counter.ChoosePurposeAsync();

        await counter.ReloadAsync();

        await HoldsWhatWasTypedAsync(counter);
        await counter.TickRequirementsAsync();
        await counter.SaveRequestAsync();
        await counter.SavedRequestAsync();
        var (_, applicant) = await site.Agency.OnlyRequestAsync();
        Assert.Equal(CounterPage.Nik, applicant.Nik);
    });

    [Fact]
    public Task Restart_DraftSaved_PageLoadsItselfAndHoldsTheDraft() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync();
        await counter.ChoosePurposeAsync();
        await counter.DraftSavedAsync();

        var loadedAgain = counter.WaitForRequestAsync(r => r.IsNavigationRequest);
        line.Cut();
        await site.Agency.RestartSiteAsync();
        line.Mend();

        await loadedAgain;
        await HoldsWhatWasTypedAsync(counter);
    });

    [Fact]
    public Task Restart_TypedMeanwhile_PageStaysUntilToldToReload() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.DraftSavedAsync();

        line.Cut();
        await counter.SeesAsync(Lost);
        await counter.TypeAddressAsync();
        await site.Agency.RestartSiteAsync();
        line.Mend();

        await counter.SeesAsync("Yang diketik sejak sambungan terputus belum tersimpan");
        await Assertions.Expect(counter.Field("Alamat (kampung, RT/RW)")).ToHaveValueAsync("Kp. Sawah RT 008/RW 002");
        await counter.PressAsync("Muat ulang");
        await Assertions.Expect(counter.GetByLabel("Nama lengkap")).ToHaveValueAsync("Jajang Suryana");
    });

    private static async Task HoldsWhatWasTypedAsync(IPage counter)
    {
        await Assertions.Expect(counter.Field("NIK")).ToHaveValueAsync(CounterPage.Nik);
        await Assertions.Expect(counter.GetByLabel("Nama lengkap")).ToHaveValueAsync("Jajang Suryana");
        await Assertions.Expect(counter.GetByLabel("Desa/kelurahan")).ToHaveValueAsync("36.02.17.2011");
        await Assertions.Expect(counter.Field("Alamat (kampung, RT/RW)")).ToHaveValueAsync("Kp. Sawah RT 008/RW 002");
        await Assertions.Expect(counter.GetByLabel("Tujuan penggunaan")).ToHaveValueAsync("pip");
    }
}
