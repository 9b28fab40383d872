using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A new colleague, from the administrator's form to the end of the session; and a role that a second official approves.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class StaffJourneyTests(BrowserFixture browser)
{
    private const string Password = "tujuh gajah berenang pelan";

    [Fact]
    public Task NewClerk_ActivatesWithTwoSteps_OutAtTheEndOfTheSession() => browser.RunAsync(async site =>
    {
        var administrator = await site.SignInAsync("admin", "/pengaturan/pegawai/baru");
        var code = await AddClerkAsync(administrator);
        var clerk = await site.OpenAsync();
        await ActivateAsync(clerk, code);

        await SignInAsync(clerk);
        await clerk.GotoAsync("/akun");
        await clerk.PressAsync("Pasang dua langkah");
        var phone = Phone.SecretOf(await clerk.Locator("[data-kunci]").InnerTextAsync());
        await clerk.GetByLabel("Kode dari aplikasi").FillAsync(Phone.CodeOf(phone, site.Agency));
        await clerk.PressAsync("Pasang");
        await clerk.SeesAsync("Simpan kode cadangan ini sekarang");
        await clerk.PressAsync("Sudah saya simpan");
        await BrowserSite.SignOutAsync(clerk, "Dewi Anggraini");

        await SignInAsync(clerk);
        // The code that confirmed the set-up is spent: the phone has to show the next one.
        site.Agency.Time.Advance(TimeSpan.FromSeconds(30));
        await BrowserSite.AxeAsync(clerk);
        await clerk.GetByLabel("Kode dari aplikasi").FillAsync(Phone.CodeOf(phone, site.Agency));
        await clerk.PressAsync("Masuk");
        await clerk.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dewi Anggraini" }).WaitForAsync();
        await clerk.GotoAsync("/buku-tamu");
        await clerk.DrawnAsync();

        var heading = clerk.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Buku tamu" });
        var end = administrator.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new("^Akhiri sesi Chrome, Linux") });
        await administrator.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sudah diserahkan" }).ClickAsync();
        await end.WaitForAsync();
        await end.ClickAsync();
        await heading.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        await clerk.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Masuk", Exact = true }).WaitForAsync();
    });

    [Fact]
    public Task SecretRole_ProposedThenApprovedByTheHead_HoldsAndShowsInTheMenuAtOnce() => browser.RunAsync(async site =>
    {
        var head = await site.SignInAsync("ratna", "/papan");
        var tati = await site.SignInAsync("tati", "/akun");
        var administrator = await site.SignInAsync("admin", StaffMemberPage.AddressOf(site.Agency.UserId("tati")));
        await administrator.Locator("#tambah-Role").SelectOptionAsync("pekerja-sosial");
        await administrator.Locator("#tambah-UnitCode").SelectOptionAsync("pppa");
        await administrator.PressAsync("Usulkan peran");
        await administrator.SeesAsync("Menunggu persetujuan Kepala Dinas atau Sekretaris Dinas");

        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Persetujuan peran 1 menunggu" }).ClickAsync();
        await head.SeesAsync("Pekerja Sosial untuk Tati Suhartini");
        await BrowserSite.AxeAsync(head);
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Setujui Pekerja Sosial untuk Tati Suhartini" }).ClickAsync();
        await head.SeesAsync("Tidak ada usulan yang menunggu.");

        await administrator.SeesAsync("Disetujui Ratna Kusumawardani");
        await tati.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Disposisi" }).First.WaitForAsync();
        Assert.True((await site.Agency.ActorAsync("tati")).Has(StaffRole.SocialWorker));
        Assert.Equal(0, await site.Agency.Get<StaffQueries>().CountWaitingAsync(await site.Agency.ActorAsync("ratna")));
    });

    private static async Task<string> AddClerkAsync(IPage page)
    {
        await page.GetByLabel("Nama lengkap").FillAsync("Dewi Anggraini");
        await page.GetByLabel("Nama pengguna").FillAsync("dewi");
        await page.GetByLabel("Jabatan").FillAsync("Front Office");
        await page.Locator("#peran0-Role").SelectOptionAsync("front-office");
        await page.PressAsync("Tambah dan buat kode");
        var code = await page.Locator("[data-kode]").InnerTextAsync();
        await BrowserSite.AxeAsync(page);
        return code;
    }

    private static async Task ActivateAsync(IPage page, string code)
    {
        await page.GotoAsync(ActivationPage.Address);
        await page.GetByLabel("Nama pengguna atau NIP").FillAsync("dewi");
        await page.GetByLabel("Kode aktivasi").FillAsync(code);
        await page.GetByLabel("Kata sandi baru", new PageGetByLabelOptions { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Ulangi kata sandi baru").FillAsync(Password);
        await page.PressAsync("Aktifkan akun");
        await page.SeesAsync("Kata sandi Anda sudah berlaku.");
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/masuk");
        await page.GetByLabel("Nama pengguna atau NIP").FillAsync("dewi");
        await page.GetByLabel("Kata sandi", new PageGetByLabelOptions { Exact = true }).FillAsync(Password);
        await page.PressAsync("Masuk");
        await page.WaitForURLAsync(url => !url.EndsWith("/masuk", StringComparison.Ordinal));
        await page.Locator("h1").First.WaitForAsync();
    }
}
