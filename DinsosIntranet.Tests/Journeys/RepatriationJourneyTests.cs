using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.Repatriation.Domain;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Migrants brought home in the browser: both branches, the double booking refused, ticks made without a connection, two people handed over.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class RepatriationJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Journey_TwoPeopleHome_OtherReferred_DoubleBookingRefused_TicksArriveOnce() => browser.RunAsync(async site =>
    {
        // A letter signed while its draft is being drawn on the page: the picture of the draft is gone.
        site.Expect("status of 404");
        var data = site.Agency.Data;
        var counter = await site.SignInAsync("nani", "/pemulangan/baru");
        await counter.GetByLabel("Jumlah orang yang dipulangkan").FillAsync("2");
        await counter.GetByLabel("Pelapor dan cara menghubunginya").FillAsync("BP3MI, 081299900011");
        await counter.GetByLabel("Memiliki KTP dan keluarga").CheckAsync();
        await counter.GetByLabel("Warga migran korban kekerasan").CheckAsync();
        await counter.PressAsync("Daftarkan");
        await counter.SeesAsync("PULANG-2026-0001");
        await counter.CloseAsync();
        var id = await PassOnAsync(site.Agency);

        var worker = await site.SignInAsync("yayah", $"/pemulangan/{id}");
        await worker.OpenMigrantsAsync();
        await FillAsync(worker, 0, TestData.MigrantName, "Tidak");
        await FillAsync(worker, 1, "Rizki Contoh", "Ya");
        await worker.PressAsync("Simpan data migran");
        await worker.SeesAsync("Isi siapa yang boleh menerima anak ini.");
        await worker.Locator("[id='migran-1.boleh-menerima']").FillAsync(TestData.MigrantReceiver);
        await worker.PressAsync("Simpan data migran");
        await worker.SeesAsync("Data migran tersimpan.");
        await worker.Locator("#verifikasi-isresident").CheckAsync();
        await worker.Locator("#verifikasi-isvictim").CheckAsync();
        await worker.PressAsync("Ya, bentuk tim pengantar");

        // Another journey has the car that day.
        var other = await data.RepatriationToPlanAsync();
        Assert.True((await data.Repatriation.SubmitTeamAsync(other, data.Journey(lead: "wahyu", driver: "yusup"), await site.Agency.ActAsync("yayah"))).IsOk);
        await worker.GetByLabel("Tambah pegawai").SelectOptionAsync(new SelectOptionValue { Value = site.Agency.UserId("yayah").ToString() });
        await worker.GetByLabel("Tambah pegawai").SelectOptionAsync(new SelectOptionValue { Value = site.Agency.UserId("gilang").ToString() });
        await worker.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = "Orang ke-2" }).GetByLabel("Sebagai").FillAsync(RepatriationRules.Driver);
        await worker.Locator("#tim-place").FillAsync("Pelabuhan Merak dan Kecamatan Cikulur");
        await worker.Locator("#tim-from").FillAsync("23/11/2026");
        await worker.Locator("#tim-until").FillAsync("24/11/2026");
        await worker.Locator("#tim-vehicle").FillAsync("Avanza A 1234 XY");
        await worker.GetByLabel("Titik debarkasi").FillAsync("Pelabuhan Merak");
        await worker.GetByLabel("Tanggal penjemputan").FillAsync("23/11/2026");
        await worker.PressAsync("Ajukan surat tugas tim");
        await worker.SeesAsync("Kendaraan ini sudah dipakai untuk PULANG-2026-0002 pada 23/11/2026.");
        await worker.Locator("#tim-vehicle").FillAsync("Elf A 77 BC");
        await worker.PressAsync("Ajukan surat tugas tim");
        await worker.SeesAsync("Surat tugas tim diajukan untuk ditandatangani.");
        await data.SignRepatriationAsync(id, LetterKinds.Assignment);
        await worker.PressAsync("Tetapkan tim pengantar");
        await worker.SeesAsync("Halaman ponsel pengantar");

        await TickAsync(site, id);
        await worker.SeesAsync("Gilang Ramadhan, Pekerja Sosial");
        await HandOverAsync(worker);
        await worker.SeesAsync("Perjalanan selesai.");
        await BrowserSite.AxeAsync(worker);
        await FetchAsync(worker);
        await ReferAsync(site, worker);
    });

    private static async Task<Guid> PassOnAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        var id = await db.RepatriationFiles.Select(f => f.Id).SingleAsync();
        await agency.Data.ToDayasosAsync(id);
        return id;
    }

    private static async Task FillAsync(IPage page, int person, string name, string isMinor)
    {
        await page.Locator($"[id='migran-{person}.nama']").FillAsync(name);
        foreach (var (field, label) in new[] { ("kelamin", "Perempuan"), ("anak", isMinor), ("negara", "Malaysia"), ("dokumen", "Tanpa dokumen"), ("perujuk", "BP3MI"), ("kecamatan", "Cikulur") })
        {
            await page.Locator($"[id='migran-{person}.{field}']").SelectOptionAsync(new SelectOptionValue { Label = label });
        }

        await page.Locator($"[id='migran-{person}.desa']").FillAsync("Parage");
        await page.Locator($"[id='migran-{person}.kesehatan']").FillAsync("Baik");
        await page.Locator($"[id='migran-{person}.terduga']").FillAsync(TestData.MigrantAccused);
    }

    /// <summary>Two stops ticked while there is no connection; nothing but ids and times is kept, and they arrive once.</summary>
    private static async Task TickAsync(BrowserSite site, Guid id)
    {
        site.Expect("ERR_INTERNET_DISCONNECTED");
        var phone = await site.SignInPhoneAsync("gilang", $"/pemulangan/jalan/{id}");
        await phone.GetByText("Orang ke-2").WaitForAsync();
        await phone.Context.SetOfflineAsync(true);
        await phone.GetByLabel("Titik debarkasi").CheckAsync();
        await phone.GetByLabel("Orang ke-1").CheckAsync();
        await phone.PressAsync("Kirim sekarang");
        await phone.SeesAsync("Tidak ada sambungan.");
        Assert.Equal("client,ticks stop,at stop,at", await phone.EvaluateAsync<string>(
            "() => { const kept = JSON.parse(localStorage['di-jalan']); return [Object.keys(kept), ...kept.ticks.map(Object.keys)].join(' '); }"));
        Assert.DoesNotContain(TestData.MigrantName, await phone.EvaluateAsync<string>("() => JSON.stringify([localStorage, sessionStorage, document.body.innerText])"), StringComparison.Ordinal);
        await BrowserSite.AxeAsync(phone);
        await phone.Context.SetOfflineAsync(false);
        await phone.SeesAsync("Semua centang terkirim.");
        Assert.Equal("{}", await phone.EvaluateAsync<string>("() => JSON.stringify(localStorage['di-jalan'] ? { left: true } : {})"));
        await using var db = site.Agency.OpenDb();
        Assert.Equal(2, await db.EscortStops.CountAsync(s => s.RequestId == id && s.TickedAt != null));
        Assert.Equal(2, await db.HistoryEntries.CountAsync(h => h.WorkItemId == id && h.Title.Contains("dicentang")));
        Assert.Equal(400, (await phone.APIRequest.PostAsync(RepatriationEndpoints.TickPath, new APIRequestContextOptions { DataObject = new { client = Guid.NewGuid(), ticks = Array.Empty<object>() } })).Status);
        await phone.GotoAsync($"/pemulangan/jalan/{Guid.NewGuid()}");
        await phone.SeesAsync("Perjalanan tidak tersedia");
        await phone.Context.CloseAsync();
    }

    /// <summary>What is fetched outside the pages: figures for those who may count, papers only by an id that was recorded.</summary>
    private static async Task FetchAsync(IPage page)
    {
        var figures = await page.APIRequest.GetAsync(RepatriationEndpoints.ExportPath + "?tahun=2026");
        Assert.Equal((200, "PK"), (figures.Status, System.Text.Encoding.ASCII.GetString((await figures.BodyAsync())[..2])));
        Assert.Equal(404, (await page.APIRequest.GetAsync(RepatriationEndpoints.ExportPath + "?tahun=dulu")).Status);
        Assert.Equal(404, (await page.APIRequest.GetAsync($"{RepatriationEndpoints.PaperPath}/{Guid.NewGuid()}")).Status);
        await page.GotoAsync($"/pemulangan/{Guid.NewGuid()}");
        await page.SeesAsync("Pemulangan ini tidak ada, atau tidak untuk Anda.");
    }

    private static async Task HandOverAsync(IPage page)
    {
        await page.PressAsync("Catat keberangkatan");
        await page.SeesAsync("Keberangkatan dicatat.");
        for (var person = 1; person <= 2; person++)
        {
            await page.PressAsync($"Serah terima orang ke-{person}");
            await page.GetByLabel("Nama penerima").FillAsync(person == 1 ? TestData.MigrantAccused : TestData.MigrantReceiver);
            await page.GetByLabel("Tanggal serah terima").FillAsync("23/11/2026");
            await page.GetByLabel("NIK penerima").FillAsync("3602994404700002");
            await page.GetByLabel("Hubungan dengan migran").SelectOptionAsync(new SelectOptionValue { Label = "Orang tua" });
            await page.GetByLabel("Identitas penerima diperiksa").SelectOptionAsync(new SelectOptionValue { Label = "KTP asli dicocokkan dengan wajahnya" });
            await page.GetByLabel("Nama saksi").FillAsync("Darsono Wijaya");
            await page.GetByLabel("Jabatan saksi").FillAsync("Sekretaris Desa Parage");
            await page.GetByLabel("Keadaan saat diserahkan").FillAsync("Sehat");
            await page.GetByLabel("Barang dan dokumen yang diserahkan").FillAsync("Satu koper");
            await page.Locator("#serah-kunjungan").FillAsync("21/12/2026");
            if (person == 1)
            {
                await page.SeesAsync("Jangan serahkan kepadanya.");
                await page.PressAsync("Simpan serah terima");
                await page.SeesAsync("Berhenti: nama ini tercatat sebagai terduga pelaku.");
                await page.GetByLabel("Nama penerima").FillAsync(TestData.MigrantReceiver);
            }

            await page.PressAsync("Simpan serah terima");
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Perbaiki serah terima orang ke-{person}" }).WaitForAsync();
            await page.Locator($"#ba-{person}").ChooseFileAsync(new FilePayload { Name = "ba.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Hapus Berita acara bertanda tangan orang ke-{person}" }).WaitForAsync();
        }

        await page.PressAsync("Selesaikan perjalanan");
    }

    private static async Task ReferAsync(BrowserSite site, IPage worker)
    {
        var id = await site.Agency.Data.RepatriationToVerifyAsync();
        await worker.GotoAsync($"/pemulangan/{id}");
        await worker.GetByLabel("Bila tidak: yang tidak terpenuhi").SelectOptionAsync("bukan-warga");
        await worker.PressAsync("Tidak, rujuk ke lembaga lain");
        await worker.GetByLabel("Organisasi atau lembaga").FillAsync("Dinas Sosial Kabupaten Contoh");
        await worker.GetByLabel("Alamat", new PageGetByLabelOptions { Exact = true }).FillAsync("Jalan Contoh 1");
        await worker.PressAsync("Ajukan surat rujukan");
        await worker.SeesAsync("Surat rujukan diajukan untuk ditandatangani.");
        await site.Agency.Data.SignRepatriationAsync(id, LetterKinds.RepatriationReferral);
        await worker.GetByLabel("Lembar balik diterima").FillAsync("23/11/2026");
        await worker.PressAsync("Selesaikan rujukan");
        await worker.SeesAsync("Rujukan selesai.");
    }
}
