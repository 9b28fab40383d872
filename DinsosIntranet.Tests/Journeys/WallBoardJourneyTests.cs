using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A screen on the wall, from its code to its end, with nobody touching it in between.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class WallBoardJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Screen_PairedThenRestartThenRevoked_ComesBackByItselfAndEndsAtOnce() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var (screen, issued) = await PairAsync(site);

        var request = await site.Agency.Data.RequestAtAsync(TestData.Checking);
        await screen.SeesAsync(BoardReader.Label(request.Number));

        await screen.EvaluateAsync("() => { window.oldPage = true; }");
        line.Cut();
        await screen.SeesAsync("Tidak terhubung sejak");
        await site.Agency.RestartSiteAsync();
        line.Mend();
        await screen.WaitForFunctionAsync("() => window.oldPage === undefined");
        await screen.SeesAsync("Langsung · data pukul");
        await screen.SeesAsync(BoardReader.Label(request.Number));
        await Assertions.Expect(screen.GetByText("Tidak terhubung sejak")).ToBeHiddenAsync();

        await site.Agency.Get<KioskService>().RevokeAsync(issued.DeviceId, await site.Agency.ActAsync("admin"));
        await screen.Locator(".papan-tv .angka").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await screen.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Pasangkan papan TV" }).WaitForAsync();
    });

    [Fact]
    public Task Screen_LineCutForAWhile_GoesOnWithTheSamePage() => browser.RunAsync(async site =>
    {
        var line = site.UseLine();
        var (screen, _) = await PairAsync(site);
        await screen.EvaluateAsync("() => { window.samePage = true; }");

        line.Cut();
        await screen.SeesAsync("Tidak terhubung sejak");
        line.Mend();

        await Assertions.Expect(screen.GetByText("Tidak terhubung sejak")).ToBeHiddenAsync();
        var request = await site.Agency.Data.RequestAtAsync(TestData.Checking);
        await screen.SeesAsync(BoardReader.Label(request.Number));
        Assert.True(await screen.EvaluateAsync<bool>("() => window.samePage === true"));
    });

    /// <summary>Within its own connection a browser may ask for any page: each decides for itself.</summary>
    [Fact]
    public Task Screen_AsksForOtherPagesInItsCircuit_Refused() => browser.RunAsync(async site =>
    {
        await site.Agency.Data.RequestAtAsync(TestData.Checking);
        var (screen, _) = await PairAsync(site);
        foreach (var path in (string[])["/papan", "/", "/jejak", "/permohonan", "/pengaturan/papan-tv"])
        {
            await screen.EvaluateAsync("path => Blazor.navigateTo(path)", path);
            await screen.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Tidak berwenang" }).WaitForAsync();
            Assert.DoesNotContain("DTKS", await screen.ContentAsync(), StringComparison.Ordinal);
            await screen.EvaluateAsync("() => Blazor.navigateTo('/papan/tv')");
            await screen.SeesAsync("Paling mendesak");
        }
    });

    [Fact]
    public Task Screen_NoPictureForNinetySeconds_LoadsThePageAgain() => browser.RunAsync(async site =>
    {
        site.Expect("Server timeout elapsed");
        var (screen, _) = await PairAsync(site, async page => await page.Clock.InstallAsync());
        // Long enough to have noted the first picture.
        await screen.Clock.RunForAsync(2_000);
        var loadedAgain = screen.WaitForRequestAsync(r => r.IsNavigationRequest);

        await screen.Clock.FastForwardAsync(95_000);

        await loadedAgain;
        await screen.SeesAsync("Langsung · data pukul");
    });

    [Fact]
    public Task Screen_FullHd_NothingScrollsNothingCutAndAccessibleInBothThemes() => browser.RunAsync(async site =>
    {
        await SampleData.MakeAsync(site.Agency);
        var (screen, _) = await PairAsync(site);
        await screen.SeesAsync("Langsung · data pukul");
        foreach (var (width, height) in ((int, int)[])[(1920, 1080), (1280, 720), (3840, 2160)])
        {
            await screen.SetViewportSizeAsync(width, height);
            var fault = await screen.EvaluateAsync<string?>(
                """
                () => {
                  const page = document.scrollingElement;
                  if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) {
                    return `${page.scrollWidth} by ${page.scrollHeight} where ${innerWidth} by ${innerHeight} fit`;
                  }
                  const rows = [...document.querySelectorAll('.papan-tv tbody tr')].filter((row) => row.getBoundingClientRect().bottom > row.closest('section').getBoundingClientRect().bottom + 1);
                  return rows.length === 0 ? null : `cut off: ${rows[0].textContent}`;
                }
                """);
            Assert.Null(fault);
        }

        await BrowserSite.AxeAsync(screen);
        await screen.EvaluateAsync("() => dinsos.pilih('tema', 'gelap')");
        Assert.Empty(await AxeScan.FaultsAsync(screen, "color-contrast"));
    });

    private static async Task<(IPage Screen, IssuedPairing Issued)> PairAsync(BrowserSite site, Func<IPage, Task>? before = null)
    {
        var issued = (await site.Agency.Get<KioskService>().RegisterAsync(
            new KioskParticulars { Name = "TV ruang tunggu", PageSeconds = KioskDevice.UsualPageSeconds, Theme = KioskTheme.System }, await site.Agency.ActAsync("admin"))).Value;
        var screen = await site.OpenAsync(1920, 1080);
        await (before?.Invoke(screen) ?? Task.CompletedTask);
        await screen.GotoAsync("/papan/tv");
        await screen.GetByLabel("Kode").FillAsync(issued.Code);
        await screen.PressAsync("Pasangkan");
        await screen.SeesAsync("Langsung · data pukul");
        return (screen, issued);
    }
}
