using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Heavy complaints in the browser: the team's whole way, and one about the head.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class ComplaintTeamJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Heavy_TeamExaminesHeadApproves_ComplainantAnswered() => browser.RunAsync(async site =>
    {
        var complaint = await site.Agency.Data.ComplainAsync(site.Agency.Data.SecretComplaint());
        var officer = await site.SignInAsync("opik", $"/permohonan/{complaint.Id}");
        await AskForTeamAsync(officer);
        var head = await site.SignInAsync("ratna", $"/permohonan/{complaint.Id}");
        await FormTeamAsync(head);
        await SignAsync(head, complaint.Id);

        var member = await site.SignInAsync("gilang");
        await member.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = complaint.Number, Exact = true }).ClickAsync();
        await member.SeesAsync("Antrean di loket terlalu lama.");
        var lead = await site.SignInAsync("imas", $"/permohonan/{complaint.Id}");
        await LogAsync(member);
        await BrowserSite.AxeAsync(member);
        Assert.Null(await member.OverflowAsync(390));
        await lead.SeesAsync("Dua warga ditemui.");

        await lead.GetByLabel("Fakta yang ditemukan").FillAsync("Antrean memang lama.");
        await lead.GetByLabel("Kesimpulan").SelectOptionAsync(new SelectOptionValue { Label = "Terbukti" });
        await lead.GetByLabel("Rekomendasi").FillAsync("Loket ditambah.");
        await BrowserSite.AxeAsync(lead);
        await lead.PressAsync("Ajukan hasil untuk disahkan");

        await head.GotoAsync($"/permohonan/{complaint.Id}");
        await head.SeesAsync("Antrean memang lama.");
        await BrowserSite.AxeAsync(head);
        await head.PressAsync("Sahkan hasil pemeriksaan");

        await AnswerByLetterAsync(officer, head, complaint.Id);
        var letter = await site.Agency.Data.BesideAsync(complaint.Id, LetterKinds.ComplaintReply);
        Assert.DoesNotContain(TestData.SecretName, PdfText.Text(await officer.DownloadLetterAsync(letter.Id)), StringComparison.Ordinal);
        await officer.GotoAsync("/pengaduan");
        await officer.Locator("table.buku").GetByText("terbukti", new LocatorGetByTextOptions { Exact = false }).First.WaitForAsync();
    });

    [Fact]
    public Task AboutTheHead_SuperiorsLetterRecorded_HeadSeesNothing() => browser.RunAsync(async site =>
    {
        await site.Agency.Data.SetSuperiorAsync();
        var complaint = await site.Agency.Data.ComplaintAtAsync(TestData.ComplaintHandingUp, site.Agency.Data.Complaint() with { Accused = [site.Agency.UserId("ratna")] });
        var secretary = await site.SignInAsync("hendra", $"/permohonan/{complaint.Id}");
        await secretary.GetByText("Putusan atasan sudah diterima").ClickAsync();
        await secretary.PressAsync("Catat putusan atasan");
        await secretary.SeesAsync("Isi nomor surat atasan.");
        await BrowserSite.AxeAsync(secretary);
        await secretary.GetByLabel("Nomor surat atasan").FillAsync("700/15/Setda");
        await secretary.GetByLabel("Tanggal surat").FillAsync("23/11/2026");
        await secretary.GetByLabel("Fakta yang ditemukan").FillAsync("Sudah diperiksa Inspektorat.");
        await secretary.GetByLabel("Kesimpulan").SelectOptionAsync(new SelectOptionValue { Label = "Tidak terbukti" });
        await secretary.GetByLabel("Rekomendasi").FillAsync("Ditutup.");
        await secretary.PressAsync("Catat putusan atasan");
        await secretary.SeesAsync("Putusan Sekretaris Daerah Kabupaten Lebak dicatat");

        var officer = await site.SignInAsync("opik", $"/permohonan/{complaint.Id}");
        await officer.SeesAsync("Hasil pemeriksaan: tidak terbukti");
        var head = await site.SignInAsync("ratna", $"/permohonan/{complaint.Id}");
        await head.DrawnAsync();
        Assert.Equal(0, await head.GetByText(complaint.Number).CountAsync());
        await head.GotoAsync($"/pengaduan/{complaint.Id}/tim");
        await head.SeesAsync("Pemeriksaan ini tidak ada, atau tidak untuk Anda.");
    });

    private static async Task AskForTeamAsync(IPage officer)
    {
        await officer.PressAsync("Teruskan ke sekretariat");
        await officer.SeesAsync("Pilih jalan penanganannya.");
        await officer.GetByText("Berkadar pengawasan", new PageGetByTextOptions { Exact = true }).First.ClickAsync();
        await officer.GetByText("Perlu tim", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await officer.GetByLabel("Catatan telaah").FillAsync("Ada dugaan pungutan.");
        await BrowserSite.AxeAsync(officer);
        await officer.PressAsync("Teruskan ke Kepala Dinas");
        await officer.SeesAsync("Ditelaah. Kepala Dinas membentuk timnya.");
    }

    private static async Task FormTeamAsync(IPage head)
    {
        await head.PressAsync("Bentuk tim dan ajukan surat tugas");
        await head.SeesAsync("Pilih siapa yang ditugaskan.");
        foreach (var person in new[] { "Imas", "Gilang" })
        {
            var value = await head.GetByLabel("Tambah pegawai", new PageGetByLabelOptions { Exact = true }).Locator("option").Filter(new LocatorFilterOptions { HasText = person }).GetAttributeAsync("value");
            await head.GetByLabel("Tambah pegawai", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(value!);
            await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex($"^Hapus {person}", RegexOptions.None, TimeSpan.FromSeconds(1)) }).WaitForAsync();
        }

        await head.GetByLabel("Tempat", new PageGetByLabelOptions { Exact = true }).FillAsync("Loket pelayanan");
        await head.GetByLabel("Selesai", new PageGetByLabelOptions { Exact = true }).FillAsync("04/12/2026");
        await BrowserSite.AxeAsync(head);
        Assert.Null(await head.OverflowAsync(390));
        await head.PressAsync("Bentuk tim dan ajukan surat tugas");
        await head.SeesAsync("Sudah diajukan.");
    }

    private static async Task SignAsync(IPage head, Guid id)
    {
        await SignWaitingAsync(head, "Ditugaskan");
        await head.GotoAsync($"/permohonan/{id}");
        await head.SeesAsync("Terbit dengan nomor");
        await head.PressAsync("Serahkan ke tim");
        await head.SeesAsync("Pengaduan diserahkan ke ketua tim.");
    }

    /// <summary>The one letter that waits, read and sealed on its own page.</summary>
    private static async Task SignWaitingAsync(IPage head, string seen)
    {
        await head.GotoAsync("/tanda-tangan");
        await head.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = ExamineName() }).First.ClickAsync();
        await head.SeesAsync(seen);
        await head.GetByText("Segel dinas").First.ClickAsync();
        await head.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await head.PressAsync("Tanda tangani");
        await head.SeesAsync("Surat terbit dengan segel dinas");
    }

    private static async Task LogAsync(IPage member)
    {
        await member.PressAsync("Simpan kegiatan");
        await member.SeesAsync("Pilih kegiatannya.");
        await member.GetByLabel("Kegiatan", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync(nameof(LogKind.FieldVisit));
        await member.GetByLabel("Tanggal kegiatan").FillAsync("23/11/2026");
        await member.GetByLabel("Tempat kegiatan").FillAsync("Loket");
        await member.GetByLabel("Siapa yang hadir").FillAsync("Dua warga");
        await member.GetByLabel("Apa yang dibahas").FillAsync("Dua warga ditemui.");
        await member.PressAsync("Simpan kegiatan");
        await member.SeesAsync("Kegiatan tim dicatat.");
    }

    private static async Task AnswerByLetterAsync(IPage officer, IPage head, Guid id)
    {
        await officer.GetByLabel("Disampaikan lewat").SelectOptionAsync("langsung");
        await officer.PressAsync("Ajukan surat jawaban");
        await officer.Locator("[aria-invalid=true]").First.WaitForAsync();
        await officer.GetByLabel("Isi jawaban").FillAsync("Loket sudah ditambah.");
        await BrowserSite.AxeAsync(officer);
        await officer.PressAsync("Ajukan surat jawaban");
        await officer.SeesAsync("Sudah diajukan.");
        await SignWaitingAsync(head, "Pengadu meminta namanya dirahasiakan");

        await officer.SeesAsync("Terbit dengan nomor");
        await BrowserSite.AxeAsync(officer);
        Assert.Null(await officer.OverflowAsync(390));
        await officer.GetByLabel("Bukti disampaikan").FillAsync("Diterima pengadu di kantor pukul 10.00");
        await officer.PressAsync("Catat jawaban disampaikan");
        await officer.GetByLabel("Menerima jawaban").CheckAsync();
        await BrowserSite.AxeAsync(officer);
        await officer.PressAsync("Catat tanggapan dan tutup");
        await officer.SeesAsync("Tanggapan dicatat. Pengaduan ditutup.");
    }

    [GeneratedRegex("^Periksa")]
    private static partial Regex ExamineName();
}
