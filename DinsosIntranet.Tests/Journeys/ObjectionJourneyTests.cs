using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Tests.Shared.Text;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>An objection in the browser from the counter to the register, and a request the public list answers at once.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class ObjectionJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Objection_FromTheCounterToTheRegister_ExcelReadsBack() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.RefusedAsync();
        var counter = await site.SignInAsync("nani", $"/permohonan/{request.Id}");
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Daftarkan keberatan" }).ClickAsync();
        await counter.GetByLabel(new Regex("a\\. Permohonan ditolak", RegexOptions.None, TimeSpan.FromSeconds(1))).CheckAsync();
        await counter.GetByLabel("Kasus posisi").FillAsync("Saya hanya meminta angka, bukan nama.");
        await counter.SeesAsync("Tanggapan akan diberikan paling lambat");
        await BrowserSite.AxeAsync(counter);
        Assert.Null(await counter.OverflowAsync(390));
        await counter.SetViewportSizeAsync(1366, 768);
        await counter.PressAsync("Daftarkan keberatan");
        await counter.SeesAsync("tanda terima untuk pemohon");
        await BrowserSite.AxeAsync(counter);
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Buka keberatan" }).ClickAsync();
        await counter.SeesAsync("Menunggu putusan");
        var path = new Uri(counter.Url).AbsolutePath;

        var head = await site.SignInAsync("ratna", "/");
        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = Number() }).ClickAsync();
        await head.GetByLabel("Diterima seluruhnya").CheckAsync();
        await head.GetByLabel("Pertimbangan").FillAsync("Angka per kecamatan tidak membuka identitas siapa pun.");
        await BrowserSite.AxeAsync(head);
        await head.PressAsync("Putuskan dan susun tanggapan");
        await head.SeesAsync("Keberatan diputus.");
        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Periksa dan tanda tangani" }).ClickAsync();
        await head.GetByText("Segel dinas").First.ClickAsync();
        await head.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await head.PressAsync("Tanda tangani");
        await head.SeesAsync("Surat terbit dengan segel dinas");

        await counter.SeesAsync("Terbit dengan nomor");
        await counter.GetByLabel("Cara disampaikan").SelectOptionAsync("Collect");
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Catat sudah disampaikan");
        await counter.SeesAsync("INFO-2026-0002");
        await counter.GetByLabel("Menerima tanggapan").CheckAsync();
        await counter.PressAsync("Catat respons");
        await counter.SeesAsync("Respons pemohon dicatat.");
        Assert.Null(await counter.OverflowAsync(390));

        var desk = await site.SignInAsync("lilis", "/informasi/keberatan");
        await desk.Locator("table.register").GetByText("Diterima seluruhnya").WaitForAsync();
        await BrowserSite.AxeAsync(desk);
        Assert.Null(await desk.OverflowAsync(390));
        await desk.SetViewportSizeAsync(1366, 768);
        var download = await desk.RunAndWaitForDownloadAsync(() => desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Unduh Excel" }).ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var file = new MemoryStream();
        await stream.CopyToAsync(file);
        var sheet = SheetWriterTests.Open(file.ToArray());
        Assert.Equal(("KBR/1/2026", "Diterima seluruhnya", "Menerima tanggapan"), (sheet.Cells[1, 1].Value?.ToString(), sheet.Cells[1, 13].Value?.ToString(), sheet.Cells[1, 16].Value?.ToString()));
        await desk.GotoAsync("/informasi/laporan");
        await desk.SeesAsync("Dikabulkan seluruhnya");
        Assert.StartsWith("/informasi/keberatan/", path, StringComparison.Ordinal);
    });

    [Fact]
    public Task PublicList_ChosenAtTheCounter_ClosedInTheSameMinute() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync("informasi");
        await counter.GetByLabel("Perorangan").CheckAsync();
        await counter.GetByLabel("Pekerjaan").FillAsync("Mahasiswa");
        await counter.GetByLabel("Rincian informasi yang diminta").FillAsync("Jumlah keluarga terdata DTSEN per desa");
        await counter.GetByLabel(new Regex("Jumlah keluarga dan jiwa", RegexOptions.None, TimeSpan.FromSeconds(1))).CheckAsync();
        await counter.GetByLabel("Tujuan penggunaan informasi").FillAsync("Skripsi");
        await counter.GetByLabel("Mendapatkan salinan").CheckAsync();
        await counter.GetByLabel("Bentuk salinan").SelectOptionAsync("softcopy");
        await counter.GetByLabel("Cara dikirimkan").SelectOptionAsync("ambil-langsung");
        await counter.TickRequirementsAsync();
        await BrowserSite.AxeAsync(counter);
        await counter.SaveRequestAsync();
        await counter.SeesAsync("Permohonan ini tetap pada Anda");
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = Evidence() }).WaitForAsync();
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Buka permohonan" }).ClickAsync();
        await counter.GetByText("sudah menandatangani kedua lembar").ClickAsync();
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Serahkan informasi");
        await counter.SeesAsync("Informasi sudah diserahkan. Permohonan selesai.");

        await counter.GotoAsync("/informasi");
        await counter.Locator("table.register").GetByText("dari daftar informasi publik").WaitForAsync();
        await counter.GotoAsync("/informasi/laporan");
        await counter.SeesAsync("Di antaranya dijawab di loket dari daftar informasi publik");
    });

    [GeneratedRegex("Keberatan KBR.1.", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^Buka tanda bukti penyerahan", RegexOptions.None, 1000)]
    private static partial Regex Evidence();
}
