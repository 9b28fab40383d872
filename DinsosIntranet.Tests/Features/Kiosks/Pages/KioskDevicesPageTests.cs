using Bunit;
using DinsosIntranet.Features.Kiosks;
using DinsosIntranet.Features.Kiosks.Pages;
using DinsosIntranet.Tests.Features.Accounts.Pages;

namespace DinsosIntranet.Tests.Features.Kiosks.Pages;

public sealed class KioskDevicesPageTests() : AccountsComponentTest("admin")
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<KioskService>();
        Share<KioskQueries>();
    }

    [Fact]
    public void Render_None_SaysWhatToDo() => Assert.Contains("Belum ada layar.", Show().Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Register_Filled_ShowsTheCodeOnceAndTheDevice()
    {
        var page = await RegisterAsync("TV ruang tunggu");

        var code = page.Find("[data-kode]").TextContent;
        Assert.Matches("^[A-Z2-9]{4}-[A-Z2-9]{4}$", code);
        Assert.Contains("Belum dipasangkan", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => Button(page, "Tutup").ClickAsync(new()));
        Assert.Empty(page.FindAll("[data-kode]"));
    }

    [Fact]
    public async Task Code_UsedOnTheScreen_GivesWayToAWordOfIt()
    {
        var page = await RegisterAsync("TV ruang tunggu");

        Assert.True((await Agency.Get<KioskPairing>().PairAsync(page.Find("[data-kode]").TextContent, "10.0.0.1")).IsOk);

        page.WaitForAssertion(() => Assert.Contains("TV ruang tunggu sudah terpasang.", page.Find(".di-pesan").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-kode]"));
        Assert.Contains("Tidak terhubung", page.Find("tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Register_WrongInput_ErrorBesideTheFieldAndTypingStays()
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Tambah layar").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#tambah-PageSeconds").ChangeAsync(new() { Value = "1" }));
        await page.InvokeAsync(() => page.Find("#tambah-Place").ChangeAsync(new() { Value = "Depan loket" }));

        await page.InvokeAsync(() => Button(page, "Daftarkan layar").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Isi 5 sampai 120 detik.", page.Find("#tambah-PageSeconds-salah").TextContent));
        Assert.NotEmpty(page.FindAll("#tambah-Name-salah"));
        Assert.Equal(("1", "Depan loket"), (page.Find("#tambah-PageSeconds").GetAttribute("value"), page.Find("#tambah-Place").GetAttribute("value")));
    }

    [Fact]
    public async Task Edit_Renamed_SavedAndSaid()
    {
        var page = await RegisterAsync("TV ruang tunggu");
        await page.InvokeAsync(() => page.Find("[aria-label='Ubah TV ruang tunggu']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#ubah-Name").ChangeAsync(new() { Value = "TV loket" }));

        await page.InvokeAsync(() => Button(page, "Simpan perubahan").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("TV loket disimpan", page.Find(".di-pesan").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("[aria-label='Ubah TV loket']"));
    }

    [Fact]
    public async Task RenewCode_Pressed_ShowsAnotherCode()
    {
        var page = await RegisterAsync("TV ruang tunggu");
        var first = page.Find("[data-kode]").TextContent;

        await page.InvokeAsync(() => page.Find("[aria-label='Kode baru untuk TV ruang tunggu']").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.NotEqual(first, page.Find("[data-kode]").TextContent));
        Assert.False((await Agency.Get<KioskPairing>().PairAsync(first, "10.0.0.1")).IsOk);
    }

    [Fact]
    public async Task RevokedElsewhere_ActsGoneAndStateSaid()
    {
        var page = await RegisterAsync("TV ruang tunggu");
        var device = (await Agency.Get<KioskQueries>().ReadAsync()).Devices.Single();

        await Agency.Get<KioskService>().RevokeAsync(device.Id, await Agency.ActAsync("admin"));

        page.WaitForAssertion(() => Assert.Contains("Dicabut", page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("tbody button"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<KioskDevicesPage> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private async Task<IRenderedComponent<KioskDevicesPage>> RegisterAsync(string name)
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Tambah layar").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#tambah-Name").ChangeAsync(new() { Value = name }));
        await page.InvokeAsync(() => Button(page, "Daftarkan layar").ClickAsync(new()));
        page.WaitForElement("[data-kode]");
        return page;
    }

    private IRenderedComponent<KioskDevicesPage> Show()
    {
        var page = Render<KioskDevicesPage>();
        page.WaitForElement("#judul-papan-tv");
        return page;
    }
}
