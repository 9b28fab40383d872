using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Standard 002 in the browser: from the form at the counter to the hand-over, to the refusal, and with more time.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class InformationJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Granted_FromTheFormToTheHandOver_RegisterShowsBothDates() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        var path = await RegisterAsync(counter, "Jumlah keluarga terdata per desa tahun 2026");
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = FormName() }).WaitForAsync();
        await RouteToDeskAsync(site, path);

        var desk = await site.SignInAsync("lilis", path);
        await desk.GetByText("Diberikan seluruhnya").ClickAsync();
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Putuskan");
        await desk.GetByLabel("Judul dokumen").FillAsync("Rekap DTSEN per desa 2026");
        await desk.PressAsync("Tambah dokumen");
        await desk.Locator(".dokumen input[type=file]").First.ChooseFileAsync(new FilePayload { Name = "rekap.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await desk.SeesAsync("SHA-256");
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Ajukan pemberitahuan tertulis");
        await desk.SeesAsync("Sudah diajukan.");
        await SignAsync(site, "hendra");

        await desk.SeesAsync("Terbit dengan nomor");
        await desk.GetByLabel("Cara pemberitahuan disampaikan kepada pemohon").SelectOptionAsync("Email");
        await desk.PressAsync("Nyatakan informasi siap");
        await desk.GetByLabel("Cara penyerahan").SelectOptionAsync("Collect");
        await desk.GetByLabel("Nomor KTP atau identitas lain").FillAsync(CounterPage.Nik);
        await desk.PressAsync("Buat tanda bukti");
        await desk.GetByText("sudah menandatangani kedua lembar").ClickAsync();
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Serahkan informasi");
        await desk.SeesAsync("Informasi sudah diserahkan. Permohonan selesai.");

        await desk.GotoAsync("/informasi");
        await desk.Locator("table.register").GetByText("Diberikan seluruhnya").WaitForAsync();
        await BrowserSite.AxeAsync(desk);
        Assert.Null(await desk.OverflowAsync(390));
        await desk.SetViewportSizeAsync(1366, 768);
        var download = await desk.RunAndWaitForDownloadAsync(() => desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Unduh Excel" }).ClickAsync());
        Assert.EndsWith(".xlsx", download.SuggestedFilename, StringComparison.Ordinal);
        foreach (var (page, seen) in new[] { ("/informasi/laporan", "Rata-rata waktu jawaban"), ("/informasi/daftar", "DTSEN per desa") })
        {
            await desk.GotoAsync(page);
            await desk.SeesAsync(seen);
            await BrowserSite.AxeAsync(desk);
            Assert.Null(await desk.OverflowAsync(390));
        }
    });

    [Fact]
    public Task Excluded_FlaggedAtTheCounter_TestedDecidedSignedAndConveyed() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        var path = await RegisterAsync(counter, "Daftar nama korban KDRT tahun 2026", "Kemungkinan dikecualikan: memuat kata korban, kdrt");
        await RouteToDeskAsync(site, path);

        var desk = await site.SignInAsync("lilis", path);
        await desk.SeesAsync("Kemungkinan dikecualikan.");
        await desk.GetByText("Dikecualikan", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await desk.PressAsync("Putuskan");
        await desk.SeesAsync("Catat uji konsekuensi dulu");
        await AddTestAsync(desk, "Nama korban KDRT", "Korban dapat ditemukan pelaku.");
        await desk.SeesAsync("Pasal 17 huruf a, h dan j UU 14/2008");
        await desk.PressAsync("Putuskan");
        await desk.PressAsync("Ajukan keputusan penolakan");
        await desk.SeesAsync("Sudah diajukan.");
        await SignAsync(site, "ratna");

        await desk.SeesAsync("Terbit dengan nomor");
        await desk.GetByLabel("Cara keputusan disampaikan kepada pemohon").SelectOptionAsync("Post");
        await desk.PressAsync("Sampaikan alasan penolakan");
        await desk.SeesAsync("Alasan penolakan disampaikan. Permohonan ditutup.");
    });

    [Fact]
    public Task Extended_NoticeSignedOnItsPage_DeskIsToldAtOnce() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var desk = await site.SignInAsync("lilis", $"/permohonan/{request.Id}");
        await desk.GetByText("Perpanjang waktu jawaban").ClickAsync();
        await desk.GetByLabel("Alasan", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("belum-diputuskan");
        await desk.GetByLabel("Penjelasan untuk pemohon").FillAsync("Uji konsekuensinya belum selesai.");
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Ajukan perpanjangan");
        await desk.SeesAsync("Waktu baru bertambah setelah surat ini terbit");

        await SignAsync(site, "hendra");

        await desk.SeesAsync("Waktu diperpanjang 7 hari kerja");
        Assert.Null(await desk.OverflowAsync(390));
    });

    [Fact]
    public Task HeldByAnotherBody_ApplicantToldAndTheBodyWrittenTo() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var desk = await site.SignInAsync("lilis", $"/permohonan/{request.Id}");
        await desk.GetByText("Belum dikuasai", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await desk.PressAsync("Putuskan");
        await desk.SeesAsync("Pilih keadaan");
        await desk.GetByLabel("Keadaan informasi").SelectOptionAsync("HeldByOtherBody");
        await desk.GetByLabel("Badan publik yang menguasai").FillAsync("Badan Pusat Statistik Kabupaten Lebak");
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Putuskan");

        await desk.GetByText("Surati Badan Pusat Statistik Kabupaten Lebak").ClickAsync();
        await desk.GetByLabel("Alamat badan publik itu").FillAsync("Jl. Contoh No. 5\nRangkasbitung");
        await desk.PressAsync("Ajukan surat penerusan");
        await desk.SeesAsync("Sudah diajukan.");
        await SignAsync(site, "hendra");
        await desk.GetByLabel("Cara surat dikirim kepada badan publik itu").SelectOptionAsync("Post");
        await desk.PressAsync("Catat surat terkirim");
        await desk.SeesAsync("Dikirim kepada Badan Pusat Statistik Kabupaten Lebak");

        await desk.PressAsync("Ajukan pemberitahuan tertulis");
        await desk.GetByText("Sudah diajukan.").First.WaitForAsync();
        await SignAsync(site, "hendra");
        await desk.GetByLabel("Cara pemberitahuan disampaikan kepada pemohon").SelectOptionAsync("Email");
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Beri tahu pemohon, lalu tutup");
        await desk.SeesAsync("Pemohon sudah diberi tahu. Permohonan ditutup.");
    });

    [Fact]
    public Task InPart_AskedByALegalBodyThroughAProxy_BlackedOutPartsExplainedOnTheNotice() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", CounterPage.NewRequest);
        await FillRequestAsync(counter, "Laporan penyaluran bantuan 2026 beserta daftar penerima");
        await counter.GetByLabel("Badan hukum").CheckAsync();
        await counter.GetByText("Diwakilkan dengan surat kuasa khusus").ClickAsync();
        await counter.SaveRequestAsync();
        await counter.SeesAsync("Isi nama badan hukum.");
        await counter.GetByLabel("Nama badan hukum").FillAsync("Yayasan Contoh Banten");
        await counter.GetByLabel("Nomor SK pengesahan").FillAsync("AHU-0000.AH.01.04 Tahun 2020");
        await counter.GetByLabel("Nama penerima kuasa").FillAsync("Dewi Lestari");
        await counter.GetByLabel("Nomor KTP penerima kuasa").FillAsync("3602995206850077");
        await counter.GetByLabel("Surat kuasa khusus", new PageGetByLabelOptions { Exact = true }).FillAsync("01/SK/2026");
        await BrowserSite.AxeAsync(counter);
        Assert.Null(await counter.OverflowAsync(390));
        await counter.SaveRequestAsync();
        var path = (await counter.SavedRequestAsync()).Path;
        await site.Agency.Data.RouteInformationAsync((await site.Agency.OnlyRequestAsync()).Request.Id);

        var desk = await site.SignInAsync("lilis", path);
        await desk.GetByText("Diberikan sebagian", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await AddTestAsync(desk, "Nama dan NIK penerima", "Data pribadi penerima terbuka.");
        await desk.PressAsync("Putuskan");
        await desk.GetByLabel("Judul dokumen").FillAsync("Laporan penyaluran 2026");
        await desk.GetByLabel("Bentuk", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("Hard");
        await desk.GetByLabel("Jumlah lembar").FillAsync("12");
        await desk.GetByLabel("Bagian yang dihitamkan").FillAsync("kolom nama dan NIK");
        await desk.PressAsync("Tambah dokumen");
        await desk.SeesAsync("dihitamkan: kolom nama dan NIK");
        await desk.PressAsync("Ajukan pemberitahuan tertulis");
        await desk.Locator("[aria-invalid=true]").First.WaitForAsync();
        await desk.GetByLabel("Penjelasan penghitaman").FillAsync("Nama dan NIK penerima dihitamkan untuk melindungi data pribadi.");
        await BrowserSite.AxeAsync(desk);
        Assert.Null(await desk.OverflowAsync(390));
        await desk.PressAsync("Ajukan pemberitahuan tertulis");
        await desk.SeesAsync("Sudah diajukan.");
        await SignAsync(site, "hendra");

        await desk.SeesAsync("Terbit dengan nomor");
        var notice = await site.Agency.Data.BesideAsync((await site.Agency.OnlyRequestAsync()).Request.Id, LetterKinds.InformationNotice);
        var paper = string.Join(' ', PdfText.Text(await desk.DownloadLetterAsync(notice.Id)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("dihitamkan untuk melindungi data pribadi", paper, StringComparison.Ordinal);
        await desk.GetByLabel("Cara pemberitahuan disampaikan kepada pemohon").SelectOptionAsync("Email");
        await desk.PressAsync("Nyatakan informasi siap");
        await desk.GetByLabel("Cara penyerahan").SelectOptionAsync("Post");
        await desk.GetByLabel("Nomor resi").FillAsync("P2611230001");
        await desk.PressAsync("Buat tanda bukti");
        await desk.SeesAsync("dihitamkan: kolom nama dan NIK");
        await desk.PressAsync("Serahkan informasi");
        await desk.SeesAsync("Informasi sudah diserahkan. Permohonan selesai.");
        await desk.GotoAsync("/informasi");
        await desk.Locator("table.register").GetByText("Yayasan Contoh Banten").First.WaitForAsync();
    });

    [Fact]
    public Task Withdrawn_AtTheCounter_DeskSeesItAtOnceAndTheRegisterSaysSo() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var desk = await site.SignInAsync("lilis", $"/permohonan/{request.Id}");
        await desk.SeesAsync("verifikasi dan putuskan");
        var counter = await site.SignInAsync("nani", $"/permohonan/{request.Id}");
        await counter.WithdrawAsync("sudah menemukannya di situs web");

        await desk.SeesAsync("Ditarik pemohon");
        await desk.GotoAsync("/informasi");
        await desk.Locator("table.register").GetByText("Ditarik").First.WaitForAsync();
    });

    private static async Task<string> RegisterAsync(IPage counter, string detail, string? warning = null)
    {
        await FillRequestAsync(counter, detail);
        await counter.GetByLabel("Perorangan").CheckAsync();
        if (warning is not null)
        {
            await counter.SeesAsync(warning);
        }

        await BrowserSite.AxeAsync(counter);
        await counter.SaveRequestAsync();
        return (await counter.SavedRequestAsync()).Path;
    }

    /// <summary>All but who asks: a person, a group or a legal body.</summary>
    private static async Task FillRequestAsync(IPage counter, string detail)
    {
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.ChooseServiceAsync("informasi");
        await counter.GetByLabel("Pekerjaan").FillAsync("Mahasiswa");
        await counter.GetByLabel("Rincian informasi yang diminta").FillAsync(detail);
        await counter.GetByLabel("Tujuan penggunaan informasi").FillAsync("Skripsi");
        await counter.GetByLabel("Mendapatkan salinan").CheckAsync();
        await counter.GetByLabel("Bentuk salinan").SelectOptionAsync("softcopy");
        await counter.GetByLabel("Cara dikirimkan").SelectOptionAsync("ambil-langsung");
        await counter.TickRequirementsAsync();
    }

    private static async Task AddTestAsync(IPage desk, string information, string ifOpened)
    {
        await desk.PressAsync("Catat uji konsekuensi");
        await desk.GetByLabel("Informasi yang diuji").FillAsync(information);
        await desk.GetByLabel("Undang-undang lain (boleh kosong)").FillAsync("Pasal 10 UU 23/2004");
        await desk.GetByLabel("Akibat bila dibuka").FillAsync(ifOpened);
        await desk.GetByLabel("Manfaat bila ditutup").FillAsync("Korban terlindungi.");
        await desk.GetByLabel("Jangka waktu pengecualian").FillAsync("30 tahun");
        await BrowserSite.AxeAsync(desk);
        await desk.PressAsync("Catat uji");
    }

    /// <summary>Secretariat, head of agency and the agency's secretary pass the request on to the information desk.</summary>
    private static async Task RouteToDeskAsync(BrowserSite site, string path)
    {
        var secretariat = await site.SignInAsync("dedi", path);
        await secretariat.PressAsync("Teruskan ke Kepala Dinas");
        await secretariat.SeesAsync("Dicatat agenda nomor 1/2026");
        var head = await site.SignInAsync("ratna", path);
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = DisposeName() }).ClickAsync();
        await head.SeesAsync("Didisposisikan ke Sekretaris Dinas");
        var secretary = await site.SignInAsync("hendra", path);
        await secretary.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = AssignName() }).ClickAsync();
        await secretary.SeesAsync("Ditugaskan ke Staf Sekretariat (PPID)");
    }

    /// <summary>The one letter that waits, examined and sealed on its own page.</summary>
    private static async Task SignAsync(BrowserSite site, string user)
    {
        var signer = await site.SignInAsync(user, "/tanda-tangan");
        await signer.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = ExamineName() }).First.ClickAsync();
        await signer.GetByText("Segel dinas").First.ClickAsync();
        await signer.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await BrowserSite.AxeAsync(signer);
        await signer.PressAsync("Tanda tangani");
        await signer.SeesAsync("Surat terbit dengan segel dinas");
    }

    [GeneratedRegex("^Buka formulir dan tanda bukti")]
    private static partial Regex FormName();

    [GeneratedRegex("^Disposisikan ke ")]
    private static partial Regex DisposeName();

    [GeneratedRegex("^Tugaskan ke ")]
    private static partial Regex AssignName();

    [GeneratedRegex("^Periksa")]
    private static partial Regex ExamineName();
}
