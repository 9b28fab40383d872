using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A whole case of standard 003 in the browser, from the counter to closing and reopening, by its social worker and the head of her unit.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class CaseFollowUpJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Case_ReportedAssessedServedReferredHeardClosedAndReopened_EachStepSeenByBoth() => browser.RunAsync(async site =>
    {
        var data = site.Agency.Data;
        var counter = await site.SignInAsync("nani", "/kasus/baru");
        await counter.ReportCaseAsync("korban-kbga", "tatap-muka", "korban", "Sedang");
        await counter.PressMainAsync();
        await counter.SeesAsync("KBGA-2026-0001");
        var id = await CaseIdAsync(site);

        // What the counter took in opens to the social worker, who writes the report down and leaves the step.
        var worker = await site.SignInAsync("sari", $"/kasus/{id}");
        await worker.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await worker.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await worker.PressAsync("Buka isi kasus");
        await worker.PressAsync("Isi persetujuan awal");
        await worker.GetByLabel("Yang memberi persetujuan").SelectOptionAsync("wali");
        await worker.AnswerAsync("Setuju dilayani");
        await worker.AnswerAsync("Setuju data tanpa nama dipakai untuk laporan");
        await worker.AnswerAsync("Batas kerahasiaan sudah dijelaskan");
        await worker.SaveBlockAsync();
        await data.FillReportAsync(id, except: CaseBlocks.Consent);
        await worker.PressAsync("Simpan Form A, B, C");
        await worker.SeesAsync("Langkah 3");
        await data.SaveAsync(id, CaseBlocks.Assessment, TestData.FollowUpAssessmentValues());
        await data.SaveAsync(id, CaseBlocks.Plan, TestData.PlanValues());
        var head = await site.SignInAsync("lina", $"/kasus/{id}");
        await head.GetByLabel("Alasan membuka").SelectOptionAsync("supervisi");
        await head.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await head.PressAsync("Buka isi kasus");
        await head.SeesAsync("Siapa yang telah melihat");

        await worker.PressAsync("Asesmen");
        await worker.PressAsync("Ajukan asesmen");
        await worker.SeesAsync("Asesmen diajukan kepada atasan.");
        await head.PressAsync("Asesmen");
        await head.GetByText("Setujui", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await BrowserSite.AxeAsync(head);
        await head.PressAsync("Simpan putusan");
        await head.SeesAsync("Putusan disimpan.");
        await worker.SeesAsync("Asesmen dan rencana ini sudah disetujui.");
        await BrowserSite.AxeAsync(worker);

        await ServeAsync(worker);
        await worker.PressAsync("Lanjutkan ke rujukan");
        await worker.SeesAsync("Langkah 4");
        await ReferAsync(worker);
        await worker.PressAsync("Catat rujukan");
        await worker.SeesAsync("Langkah 5");
        await BookAsync(worker);
        await AttachAsync(worker);
        await VisitAsync(worker);
        await worker.PressAsync("Penutupan");
        await worker.SeesAsync("1 pendampingan hukum masih terjadwal");
        await worker.PressAsync("Jadwal hukum");
        await worker.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Batalkan jadwal 30/11/2026 09.00" }).ClickAsync();
        await worker.SeesAsync("Jadwal dibatalkan.");
        await worker.PressAsync("Penutupan");
        await worker.GetByLabel("Alasan menutup").SelectOptionAsync("tujuan-tercapai");
        await worker.GetByLabel("Mengapa ada yang belum terpenuhi").FillAsync("Rujukan masih berjalan.");
        await worker.PressAsync("Ajukan penutupan");
        await worker.SeesAsync("atau tandai bahwa korban tidak bersedia");
        await worker.GetByLabel("Umpan balik korban").FillAsync(TestData.Feedback);
        await BrowserSite.AxeAsync(worker);
        await worker.PressAsync("Ajukan penutupan");
        await worker.SeesAsync("Penutupan diajukan kepada atasan.");
        await head.PressAsync("Penutupan");
        await head.GetByText("Setujui", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await head.PressAsync("Simpan putusan");
        await worker.SeesAsync("Penutupan disetujui.");
        await worker.PressAsync("Tutup kasus");
        await worker.SeesAsync("Langkah selesai.");
        await worker.GetByLabel("Mengapa kasus dibuka lagi").FillAsync("Korban diancam lagi.");
        await BrowserSite.AxeAsync(worker);
        Assert.Null(await worker.OverflowAsync(390));
        await worker.PressAsync("Buka lagi kasus");
        await worker.SeesAsync("Ditutup, lalu dibuka lagi");
        await head.SeesAsync("Ditutup, lalu dibuka lagi");
    });

    private static async Task<Guid> CaseIdAsync(BrowserSite site)
    {
        await using var db = site.Agency.OpenDb();
        return await db.VictimCases.Select(c => c.Id).SingleAsync();
    }

    private static async Task ServeAsync(IPage page)
    {
        await page.PressAsync("Formulir C");
        await page.BeginBlockAsync("Tambah layanan");
        await page.GetByLabel("Korban 1 (K-01)").CheckAsync();
        await page.GetByLabel("Tanggal", new PageGetByLabelOptions { Exact = true }).FillAsync("22/11/2026");
        await page.GetByLabel("Jenis layanan").SelectOptionAsync("rehabilitasi");
        await page.GetByLabel("Instansi", new PageGetByLabelOptions { Exact = true }).FillAsync("Dinas Sosial");
        await page.SaveBlockAsync();
    }

    private static async Task VisitAsync(IPage page)
    {
        await page.PressAsync("Formulir C");
        await page.BeginBlockAsync("Tambah pemantauan");
        await page.GetByLabel("Tanggal", new PageGetByLabelOptions { Exact = true }).FillAsync("22/11/2026");
        await page.GetByLabel("Kondisi keselamatan").FillAsync("Aman di rumah bibi.");
        await page.AnswerAsync("Ini pemantauan terakhir");
        await page.SaveBlockAsync();
    }

    private static async Task ReferAsync(IPage page)
    {
        await page.PressAsync("Rujukan");
        await page.BeginBlockAsync("Tambah rujukan");
        await page.GetByLabel("Penerima rujukan").SelectOptionAsync("rsud");
        await page.GetByLabel("Korban 1 (K-01)").CheckAsync();
        await page.GetByLabel("Pemeriksaan atau visum et repertum").CheckAsync();
        await page.GetByLabel("Alasan", new PageGetByLabelOptions { Exact = true }).FillAsync("Perlu visum.");
        await page.GetByLabel("Ya", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await page.GetByLabel("Yang memberi persetujuan").SelectOptionAsync("wali");
        await page.GetByLabel("Nama pemberi persetujuan").FillAsync(TestData.ReceiverName);
        await page.GetByLabel("Tanggal persetujuan").FillAsync("20/11/2026");
        await page.GetByLabel("Berlaku sampai").FillAsync("20/02/2027");
        await page.GetByLabel("Kejadian", new PageGetByLabelOptions { Exact = true }).CheckAsync();
        await page.GetByLabel("Tenggat balasan").FillAsync("30/11/2026");
        await page.SaveBlockAsync();
        await page.PressAsync("Kirim rujukan 1");
        await page.SeesAsync("Rujukan dikirim. Suratnya dapat disiapkan.");
        await page.PressAsync("Siapkan surat rujukan 1");
        var link = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Unduh surat rujukan 1" });
        await link.WaitForAsync();
        await BrowserSite.AxeAsync(page);
        var letter = await page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        await using var content = await letter.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        var text = PdfText.Text(copy.ToArray());
        Assert.Contains("RSUD dr. Adjidarmo", text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestData.VictimName, text, StringComparison.OrdinalIgnoreCase);
        await page.GetByLabel("Balasan penerima").SelectOptionAsync(new SelectOptionValue { Label = "Diterima" });
        await page.PressAsync("Simpan balasan rujukan 1");
        await page.SeesAsync("Balasan dicatat.");
    }

    private static async Task BookAsync(IPage page)
    {
        await page.PressAsync("Jadwal hukum");
        await page.PressAsync("Jadwalkan");
        await page.SeesAsync("Pilih jenis pendampingan.");
        await BrowserSite.AxeAsync(page);
        await page.GetByLabel("Jenis pendampingan").SelectOptionAsync("sidang");
        await page.GetByLabel("Tahap hukum").SelectOptionAsync("pengadilan-tingkat-i");
        await page.GetByLabel("Tempat", new PageGetByLabelOptions { Exact = true }).FillAsync("Pengadilan Negeri Rangkasbitung");
        await page.GetByLabel("Tanggal", new PageGetByLabelOptions { Exact = true }).FillAsync("30/11/2026");
        await page.GetByLabel("Mulai", new PageGetByLabelOptions { Exact = true }).FillAsync("09.00");
        await page.GetByLabel("Selesai", new PageGetByLabelOptions { Exact = true }).FillAsync("12.00");
        await page.GetByLabel("Pendamping", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Sari Wulandari, Petugas PPPA" });
        await page.PressAsync("Jadwalkan");
        await page.SeesAsync("Jadwal disimpan.");
        await page.SeesAsync("30/11/2026 09.00–12.00");
    }

    private static async Task AttachAsync(IPage page)
    {
        await page.PressAsync("Lampiran");
        await page.GetByLabel("Jenis lampiran baru").SelectOptionAsync("visum");
        await page.Locator("#lampiran-berkas").ChooseFileAsync(new FilePayload { Name = "hasil.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await page.SeesAsync("Lampiran disimpan.");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Buka lampiran 1" }).ClickAsync();
        await page.SeesAsync("Pilih alasan membuka.");
        await page.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Buka lampiran 1" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Unduh lampiran 1" }).WaitForAsync();
        await BrowserSite.AxeAsync(page);
    }
}
