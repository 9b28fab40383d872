using DinsosIntranet.Features.Accounts.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A new unit with a desk of its own that also helps at another: whoever is moved there sees the queue on the page they have open.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class UnitsJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task NewUnitAndDesk_MemberMovedThere_SeesTheQueueAtOnce() => browser.RunAsync(async site =>
    {
        var number = (await site.Agency.Data.RequestAtAsync(TestData.Checking)).Number;
        var member = await site.SignInAsync("tati");
        await member.DrawnAsync();
        Assert.DoesNotContain(number, await member.ContentAsync(), StringComparison.Ordinal);
        var administrator = await site.SignInAsync("admin", "/pengaturan/unit-dan-meja");

        await administrator.PressAsync("Tambah unit");
        await administrator.Locator("#unit-name").FillAsync("UPTD Logistik");
        await administrator.Locator("#unit-shortname").FillAsync("Logistik");
        await Assertions.Expect(administrator.Locator("#unit-code")).ToHaveValueAsync("uptd-logistik");
        await administrator.PressAsync("Simpan perubahan");
        await administrator.SeesAsync("Unit UPTD Logistik tersimpan.");

        await administrator.PressAsync("Tambah meja");
        await administrator.Locator("#meja-name").FillAsync("Bantuan bencana");
        await SeatAsync(administrator);
        await administrator.SeesAsync("Belum ada pegawai aktif yang dapat bekerja di meja ini.");
        await BrowserSite.AxeAsync(administrator);
        await administrator.PressAsync("Simpan perubahan");
        await administrator.SeesAsync("Meja Bantuan bencana tersimpan.");

        await administrator.PressAsync("Ubah meja Operator SIKS-NG");
        await SeatAsync(administrator);
        await administrator.SeesAsync("Staf PPID (Logistik)");
        await administrator.PressAsync("Simpan perubahan");
        await administrator.SeesAsync("Meja Operator SIKS-NG tersimpan.");

        await administrator.GotoAsync(StaffMemberPage.AddressOf(site.Agency.UserId("tati")));
        await administrator.Locator("#tambah-Role").SelectOptionAsync("staf-ppid");
        await administrator.Locator("#tambah-UnitCode").SelectOptionAsync("uptd-logistik");
        await administrator.PressAsync("Tambah peran");

        await member.SeesAsync(number);
        await administrator.GotoAsync("/pengaturan/unit-dan-meja");
        await administrator.Locator("tr", new PageLocatorOptions { HasText = "Bantuan bencana" }).GetByText("1 pegawai").WaitForAsync();
    });

    private static async Task SeatAsync(IPage page)
    {
        await page.Locator("#meja-peran").SelectOptionAsync("PpidOfficer");
        await page.Locator("#meja-unit").SelectOptionAsync("uptd-logistik");
        await page.PressAsync("Tambah peran");
    }
}
