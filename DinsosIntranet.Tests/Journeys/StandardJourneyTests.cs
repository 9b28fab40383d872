using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A standard brought in while the program runs, and one that changes at midnight.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class StandardJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task SixthStandard_ImportedAndActivatedToday_GoesFromTheCounterToHandOver() => browser.RunAsync(async site =>
    {
        var board = await site.SignInAsync("maman", "/papan");
        var administrator = await site.SignInAsync("admin", StandardsPage.Import);
        await administrator.ChooseStandardAsync(StandardFixtures.SixthJson);
        await administrator.SeesAsync("Berkas dapat diimpor: Rekomendasi Pendaftaran Lembaga Kesejahteraan Sosial, versi 1 (standar baru)");
        await administrator.SeesAsync("Pekerja sosial mengunjungi lembaga dan memverifikasi berkas");
        await administrator.PressAsync("Simpan versi ini");
        await administrator.SeesAsync("Berlakukan versi 1");
        await administrator.ActivateAsync("23/11/2026");
        await administrator.SeesAsync("Versi 1 berlaku mulai sekarang.");

        var path = await RegisterAsync(await site.SignInAsync("nani", CounterPage.NewRequest));
        await board.SeesAsync("LKS 0001");

        var secretariat = await site.SignInAsync("dedi", path);
        await secretariat.PressAsync("Teruskan ke Kepala Dinas");
        await secretariat.SeesAsync("Dicatat agenda nomor 1/2026");
        var head = await site.SignInAsync("ratna", path);
        await head.PressAsync("Disposisikan ke Dayasos");
        await head.SeesAsync("Didisposisikan ke Kabid Dayasos");
        var division = await site.SignInAsync("wahyu", path);
        await division.PressAsync("Tugaskan ke Pekerja Sosial Rehsos");
        await division.SeesAsync("Ditugaskan ke Pekerja Sosial Rehsos");
        var worker = await site.SignInAsync("gilang", path);
        await worker.PressAsync("Catat memenuhi syarat");
        await worker.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Catat memenuhi syarat", Exact = true }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await head.PressAsync("Setujui rekomendasi");
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Setujui rekomendasi", Exact = true }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        var counter = await site.SignInAsync("nani", path);
        await counter.GetByLabel("Nomor dokumen").FillAsync("460/88/Dayasos/2026");
        await counter.GetByLabel("NIK di KTP").FillAsync(CounterPage.Nik);
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Serahkan surat rekomendasi");
        await counter.GetByText("Selesai", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        await board.GetByText("LKS 0001").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
        await using var db = site.Agency.OpenDb();
        Assert.Equal("460/88/Dayasos/2026", (await db.HandOvers.SingleAsync()).DocumentNumber);
    });

    [Fact]
    public Task SecondVersion_PlannedForTomorrow_FormOpenOverMidnightTakesTheNewOne() => browser.RunAsync(async site =>
    {
        var administrator = await site.SignInAsync("admin", StandardsPage.Import + "?kode=dtks");
        await administrator.PasteStandardAsync(StandardFixtures.SecondDtksJson, "Perbandingan dengan versi 1");
        await administrator.SeesAsync("30 menit kerja, dihitung sejak berkas lengkap");
        await administrator.PressAsync("Simpan versi ini");
        await administrator.SeesAsync("Berlakukan versi 2");
        await administrator.ActivateAsync("24/11/2026");
        await administrator.SeesAsync("Versi 2 berlaku mulai 24/11/2026 pukul 00.00.");

        site.Agency.Time.SetLocal(2026, 11, 23, 23, 50);
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await counter.FillRequestAsync();
        await counter.SaveRequestAsync();
        var (before, _) = await counter.SavedRequestAsync();
        await counter.GotoAsync(CounterPage.NewRequest);
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync("Dadang Supriatna", "3602991203850022");
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync();
        await counter.ChoosePurposeAsync();
        await counter.TickRequirementsAsync();

        site.Agency.Time.SetLocal(2026, 11, 24, 0, 0);
        await counter.SaveRequestAsync();
        await counter.SeesAsync("berganti ke versi 2 sejak formulir dibuka");
        await counter.SeesAsync("Fotokopi Kartu Keluarga");
        await BrowserSite.AxeAsync(counter);
        await counter.TickRequirementsAsync();
        await counter.SaveRequestAsync();
        var (after, _) = await counter.SavedRequestAsync();

        await counter.GotoAsync("/standar/dtks");
        await counter.SeesAsync("30 Menit");
        await using var db = site.Agency.OpenDb();
        var versions = await (from w in db.WorkItems join v in db.StandardVersions on w.StandardVersionId equals v.Id select new { w.Number, v.VersionNumber }).ToDictionaryAsync(w => w.Number, w => w.VersionNumber);
        Assert.Equal((1, 2), (versions[before], versions[after]));
    });

    private static async Task<string> RegisterAsync(IPage counter)
    {
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.Field("Layanan").SelectOptionAsync(StandardFixtures.Sixth);
        await counter.SeesAsync("Surat permohonan dari ketua lembaga");
        await counter.TickRequirementsAsync();
        await counter.SaveRequestAsync();
        var link = counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Buka permohonan" });
        return (await link.GetAttributeAsync("href"))!;
    }
}
