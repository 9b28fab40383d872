using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Complaints in the browser: answered at once, answered by a division, and passed on with a letter.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class ComplaintJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task AnsweredAtOnce_AtTheCounter_ClosedAndInTheBook() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", "/pengaduan/baru");
        await counter.PressAsync("Simpan dan buat tanda terima");
        await counter.SeesAsync("Pilih saluran masuk.");
        await counter.FillComplaintAsync("Loket tutup sebelum pukul 12.00.");
        await counter.Locator("input[type=file]").First.ChooseFileAsync(new FilePayload { Name = "foto.pdf", MimeType = "application/pdf", Buffer = SampleFiles.Pdf() });
        await counter.GetByText("ada dan sudah menjawab").ClickAsync();
        await counter.GetByLabel("Siapa yang menjawab").SelectOptionAsync(new SelectOptionValue { Label = "Asep Mulyadi, Kabid Linjamsos" });
        await counter.GetByLabel("Menerima jawaban").CheckAsync();
        await counter.GetByLabel("Apa yang dijawab").FillAsync("Petugas pengganti ditetapkan.");
        await BrowserSite.AxeAsync(counter);
        Assert.Null(await counter.OverflowAsync(390));
        await counter.PressAsync("Simpan dan buat tanda terima");
        await counter.SeesAsync("Dijawab langsung dan diterima pengadu: pengaduan ditutup.");
        await counter.SeesAsync("ADU-2026-0001");

        var officer = await site.SignInAsync("opik", "/pengaduan");
        await officer.Locator("table.buku").GetByText("menerima jawaban").WaitForAsync();
        await BrowserSite.AxeAsync(officer);
        await officer.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "ADU-2026-0001" }).ClickAsync();
        await officer.SeesAsync("Petugas pengganti ditetapkan.");
        await officer.SeesAsync("foto.pdf");
        await officer.GotoAsync("/pengaduan");
        var download = await officer.RunAndWaitForDownloadAsync(() => officer.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Unduh Excel" }).ClickAsync());
        Assert.StartsWith("buku-pengaduan-", download.SuggestedFilename, StringComparison.Ordinal);
    });

    [Fact]
    public Task Division_DisposedByTheHead_AnswersAndCloses() => browser.RunAsync(async site =>
    {
        var complaint = await site.Agency.Data.ComplainAsync();
        var path = $"/permohonan/{complaint.Id}";
        var officer = await site.SignInAsync("opik", path);
        await officer.GetByText("Normatif", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await officer.GetByText("Diteruskan ke sekretariat", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await officer.PressAsync("Teruskan ke sekretariat");
        var secretariat = await site.SignInAsync("dedi", path);
        await secretariat.PressAsync("Teruskan ke Kepala Dinas");
        await secretariat.SeesAsync("Dicatat agenda nomor 1/2026");
        var head = await site.SignInAsync("ratna", path);
        await head.PressAsync("Rehsos");
        await head.PressAsync("Disposisikan ke Rehsos");
        await head.SeesAsync("Didisposisikan ke Kabid Rehsos");

        var division = await site.SignInAsync("imas", path);
        await division.PressAsync("Catat jawaban dan tutup");
        await division.Locator("[aria-invalid=true]").First.WaitForAsync();
        await division.GetByLabel("Jawaban yang disampaikan").FillAsync("Loket kedua dibuka mulai besok.");
        await division.GetByLabel("Tanggapan pengadu").SelectOptionAsync(new SelectOptionValue { Label = "Menerima jawaban" });
        await BrowserSite.AxeAsync(division);
        await division.PressAsync("Catat jawaban dan tutup");
        await officer.GotoAsync("/pengaduan");
        await officer.Locator("table.buku").GetByText("menerima jawaban").WaitForAsync();
    });

    [Fact]
    public Task Withdrawn_ByTheComplainant_BookSaysSo() => browser.RunAsync(async site =>
    {
        var complaint = await site.Agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var officer = await site.SignInAsync("opik", $"/permohonan/{complaint.Id}");
        await officer.WithdrawAsync("sudah selesai dibicarakan dengan petugas", "pengaduan", "Pengadu");
        await officer.SeesAsync("Ditarik pengadu");
        await officer.GotoAsync("/pengaduan");
        await officer.Locator("table.buku").GetByText("ditarik", new LocatorGetByTextOptions { Exact = false }).First.WaitForAsync();
    });

    [Fact]
    public Task NotOurs_LetterSignedConveyed_EndsWithTheOtherBody() => browser.RunAsync(async site =>
    {
        var complaint = await site.Agency.Data.ComplainAsync(site.Agency.Data.SecretComplaint());
        var officer = await site.SignInAsync("opik", $"/permohonan/{complaint.Id}");
        await officer.SeesAsync("Dirahasiakan");
        await officer.GetByText("Bukan kewenangan dinas", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await BrowserSite.AxeAsync(officer);
        await officer.PressAsync("Siapkan penerusan");
        await officer.SeesAsync("Siapkan surat penerusannya.");
        await officer.PressAsync("Ajukan surat untuk ditandatangani");
        await officer.SeesAsync("Pilih mengapa bukan kewenangan dinas.");
        await officer.GetByLabel("Mengapa bukan kewenangan dinas").SelectOptionAsync("dinas-lain");
        await officer.GetByLabel("Diteruskan kepada").FillAsync("Kepala Dinas Kesehatan Kabupaten Lebak");
        await officer.GetByLabel("Tempat", new PageGetByLabelOptions { Exact = true }).FillAsync("Rangkasbitung");
        await officer.GetByLabel("Penjelasan di surat").FillAsync("Puskesmas di bawah Dinas Kesehatan.");
        await BrowserSite.AxeAsync(officer);
        await officer.PressAsync("Ajukan surat untuk ditandatangani");
        await officer.SeesAsync("Sudah diajukan.");

        var head = await site.SignInAsync("ratna", "/tanda-tangan");
        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = ExamineName() }).First.ClickAsync();
        await head.SeesAsync("Pengadu meminta namanya dirahasiakan");
        await head.GetByText("Segel dinas").First.ClickAsync();
        await head.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await head.PressAsync("Tanda tangani");
        await head.SeesAsync("Surat terbit dengan segel dinas");

        await officer.SeesAsync("Terbit dengan nomor");
        await BrowserSite.AxeAsync(officer);
        Assert.Null(await officer.OverflowAsync(390));
        await officer.PressAsync("Catat penyampaian dan tutup");
        await officer.SeesAsync("Pengaduan diteruskan dan ditutup.");
        await officer.GotoAsync("/pengaduan");
        await officer.Locator("table.buku").GetByText("Kepala Dinas Kesehatan Kabupaten Lebak").WaitForAsync();
    });

    [GeneratedRegex("^Periksa")]
    private static partial Regex ExamineName();
}
