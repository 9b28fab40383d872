using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Standard 004 from the guest at the counter to the end of each branch, each role in a browser of its own.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class DtksJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Registered_FromCounterToSealedCertificate_BoardFollows() => browser.RunAsync(async site =>
    {
        var board = await site.SignInAsync("maman", "/papan");
        var counter = await site.SignInAsync("nani", "/permohonan/baru");
        var (number, path) = await RegisterAsync(counter);
        var tile = number.Replace("-2026-", " ", StringComparison.Ordinal);
        await board.GetByText(tile).WaitForAsync(new LocatorWaitForOptions { Timeout = 3000 });

        await RouteToOperatorAsync(site, path);
        var operatorPage = await site.SignInAsync("yusup", path);
        await operatorPage.GetByText("Ya, terdaftar").ClickAsync();
        await operatorPage.GetByLabel("Desil").SelectOptionAsync("3");
        await BrowserSite.AxeAsync(operatorPage);
        await operatorPage.PressMainAsync();
        await operatorPage.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = SubmitName() }).ClickAsync();
        await operatorPage.SeesAsync("Surat keterangan diajukan untuk ditandatangani");

        var signer = await site.SignInAsync("asep", path);
        await signer.GetByText("Segel dinas").First.ClickAsync();
        await signer.GetByLabel(PasswordLabel()).FillAsync(DemoAgency.Password);
        await BrowserSite.AxeAsync(signer);
        await signer.PressMainAsync();
        await signer.SeesAsync("Ditandatangani dengan segel dinas");

        await counter.GotoAsync(path);
        await counter.GetByLabel("NIK di KTP").FillAsync(CounterPage.Nik);
        await BrowserSite.AxeAsync(counter);
        await counter.PressMainAsync();
        await counter.GetByText("Selesai", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        await board.GetByText(tile).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden, Timeout = 3000 });
    });

    [Fact]
    public Task NotRegistered_FromCounterToInformationSheet_Closed() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", "/permohonan/baru");
        var (_, path) = await RegisterAsync(counter);
        await RouteToOperatorAsync(site, path);

        var operatorPage = await site.SignInAsync("euis", path);
        await operatorPage.GetByText("Tidak terdaftar").First.ClickAsync();
        await operatorPage.PressMainAsync();
        await operatorPage.SeesAsync("tidak terdaftar di DTSEN");

        await counter.GotoAsync(path);
        await counter.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Serahkan lembar informasi" }).ClickAsync();
        await counter.GetByText("Selesai", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
    });

    [Fact]
    public Task Claim_TwoOperatorsAtOnce_OneWinsTheOtherIsTold() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", "/permohonan/baru");
        var (number, path) = await RegisterAsync(counter);
        await RouteToOperatorAsync(site, path);
        var first = await site.SignInAsync("yusup");
        var second = await site.SignInAsync("euis");
        await first.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = ClaimName() }).First.WaitForAsync();
        await second.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = ClaimName() }).First.WaitForAsync();

        // Both press before either page has heard of the other.
        await Task.WhenAll(
            first.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = ClaimName() }).First.ClickAsync(),
            second.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = ClaimName() }).First.ClickAsync());

        var request = await site.SignInAsync("maman", path);
        await request.GetByText(HeldBy()).First.WaitForAsync();
        Assert.Contains(number, await BrowserSite.HeadingAsync(request), StringComparison.Ordinal);
    });

    private static async Task<(string Number, string Path)> RegisterAsync(IPage counter)
    {
        await counter.FillRequestAsync();
        await BrowserSite.AxeAsync(counter);
        await counter.SaveRequestAsync();
        return await counter.SavedRequestAsync();
    }

    /// <summary>Secretariat, head of agency (on a phone) and head of division pass the request on to the operators' queue.</summary>
    private static async Task RouteToOperatorAsync(BrowserSite site, string path)
    {
        var secretariat = await site.SignInAsync("dedi", path);
        await secretariat.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Teruskan ke Kepala Dinas" }).ClickAsync();
        await secretariat.SeesAsync("Dicatat agenda nomor 1/2026");

        var head = await site.SignInPhoneAsync("ratna", path);
        await BrowserSite.AxeAsync(head);
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Disposisikan ke Linjamsos" }).ClickAsync();
        await head.SeesAsync("Didisposisikan ke Kabid Linjamsos");

        var division = await site.SignInAsync("asep", path);
        await division.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tugaskan ke Operator SIKS-NG" }).ClickAsync();
        await division.SeesAsync("Ditugaskan ke Operator SIKS-NG");
    }

    [GeneratedRegex("^Ajukan")]
    private static partial Regex SubmitName();

    [GeneratedRegex("^Kata sandi")]
    private static partial Regex PasswordLabel();

    [GeneratedRegex("^Ambil")]
    private static partial Regex ClaimName();

    [GeneratedRegex("Dipegang (Yusup Hidayat|Euis Nurhayati)")]
    private static partial Regex HeldBy();
}
