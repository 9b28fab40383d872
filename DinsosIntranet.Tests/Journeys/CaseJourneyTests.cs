using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Cases of both standards, from the report to the end of the road, seen by those who may and by those who may not.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class CaseJourneyTests(BrowserFixture browser)
{
    private static readonly string[] Told = [TestData.VictimName, TestData.VictimNik, TestData.SafePhone, TestData.AccusedName, TestData.Narrative, "Melati", "Polres"];

    [Fact]
    public Task FaceToFace_DirectedByTheSecretary_AssessedAndClosed() => browser.RunAsync(async site =>
    {
        var board = await site.SignInAsync("maman", "/papan");
        var counter = await site.SignInAsync("nani", "/kasus/baru");
        await counter.ReportCaseAsync("rehabilitasi-ktk", "tatap-muka", "korban", "Sedang");
        await counter.GetByLabel("Kartu yang dititipkan").SelectOptionAsync("KTP");
        await counter.GetByLabel("Telepon yang aman dihubungi").FillAsync(TestData.SafePhone);
        await counter.PressMainAsync();
        await counter.SeesAsync("KTK-2026-0001");
        var id = await CaseIdAsync(site);

        // The secretary directs by code and risk alone, to one named official.
        var secretary = await site.SignInAsync("hendra", "/disposisi");
        await secretary.SeesAsync("KTK-2026-0001");
        await secretary.SeesAsync("risiko sedang");
        await secretary.PressAsync("Ubah batas atau beri catatan");
        await secretary.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Gilang Ramadhan" }).ClickAsync();
        await secretary.PressMainAsync();
        await secretary.SeesAsync("didisposisikan");
        await NothingToldAsync(secretary);

        // The guest is led to the official who was named.
        await counter.GotoAsync($"/permohonan/{id}");
        await counter.SeesAsync("Didisposisikan ke Gilang Ramadhan");
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Arahkan ke pejabat yang ditunjuk");
        await counter.SeesAsync("Dipegang Gilang Ramadhan");

        var worker = await site.SignInAsync("gilang", $"/kasus/{id}");
        await worker.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await worker.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await worker.PressAsync("Buka isi kasus");
        await worker.SeesAsync("Siapa yang telah melihat");
        await worker.PressAsync("Nyalakan jam lapor polisi");
        await worker.SeesAsync("Batas 3 × 24 jam sejak laporan");
        await site.Agency.Data.FillAsync(id);
        await worker.PressAsync("Simpan hasil asesmen");
        await worker.SeesAsync("Langkah A.5: Pendampingan");
        Assert.True((await site.Agency.Data.SaveAsync(id, CaseBlocks.Service, TestData.ServiceValues(), by: "gilang")).IsOk);
        await worker.PressAsync("Tutup kasus");
        await worker.SeesAsync("Penutupan belum disetujui atasan.");
        await site.Agency.Data.ApprovedRehabilitationAsync(id);
        await worker.PressAsync("Tutup kasus");
        await worker.SeesAsync("Kasus ini sudah ditutup.");
        Assert.Null(await worker.OverflowAsync(390));

        await board.DrawnAsync();
        foreach (var page in new[] { board, counter })
        {
            await NothingToldAsync(page);
        }

        // The worker sees what they opened, and the browser keeps none of it.
        await NothingKeptAsync(worker);
    });

    [Fact]
    public Task PoliceLetter_DisposedOnAPhone_LetterInTheFile() => browser.RunAsync(async site =>
    {
        var counter = await site.SignInAsync("nani", "/kasus/baru");
        await counter.ReportCaseAsync("rehabilitasi-ktk", "surat", "kepolisian", "Tinggi");
        await counter.GetByLabel("Pengirim surat").FillAsync("Polres Manggarai Timur, Unit PPA");
        await counter.PressMainAsync();
        await counter.SeesAsync("Isi nomor surat.");
        await BrowserSite.AxeAsync(counter);
        await counter.GetByLabel("Nomor surat").FillAsync("B/117/XI/2026/Reskrim");
        await counter.GetByLabel("Tanggal surat").FillAsync("20/11/2026");
        await counter.PressMainAsync();
        await counter.SeesAsync("KTK-2026-0001");
        var id = await CaseIdAsync(site);

        var head = await site.SignInPhoneAsync("ratna", $"/permohonan/{id}");
        await head.SeesAsync("Langkah B.2");
        await head.PressMainAsync();
        await head.SeesAsync("Didisposisikan ke Pekerja Sosial Rehsos");
        Assert.Null(await head.OverflowAsync(390));
        await NothingToldAsync(head);

        var worker = await site.SignInAsync("gilang", $"/kasus/{id}");
        await worker.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await worker.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await worker.PressAsync("Buka isi kasus");
        await worker.SeesAsync("B/117/XI/2026/Reskrim");
        Assert.True((await site.Agency.Data.SaveAsync(id, CaseBlocks.Service, TestData.ServiceValues(), by: "gilang")).IsOk);
        await worker.PressAsync("Lanjutkan ke pendampingan sidang");
        await worker.SeesAsync("Langkah B.4: Pendampingan sidang");

        // What the letter said is not asked for again.
        await worker.PressAsync("Formulir C");
        await worker.PressAsync("Tambah proses hukum");
        await Assertions.Expect(worker.GetByLabel("Nomor laporan polisi atau surat")).ToHaveValueAsync("B/117/XI/2026/Reskrim");
        await NothingToldAsync(counter);
    });

    [Fact]
    public Task GenderCase_BrokenOpenAndRevoked_SeenAtOnceInBothBrowsers() => browser.RunAsync(async site =>
    {
        var registered = await site.Agency.Data.FilledCaseAsync();
        var worker = await site.SignInAsync("sari", $"/kasus/{registered.Id}");
        await worker.SeesAsync("Siapa yang telah melihat");

        var outsider = await site.SignInAsync("gilang", $"/kasus/{registered.Id}");
        await NothingToldAsync(outsider);
        await outsider.PressAsync("Buka darurat");
        await outsider.GetByLabel("Mengapa harus dibuka sekarang").FillAsync("Korban di UGD, tim tidak terhubung");
        await outsider.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await outsider.PressAsync("Buka darurat");
        await outsider.PressAsync("Tampilkan dan isi Kejadian");
        await Assertions.Expect(outsider.GetByLabel("Kronologi")).ToHaveValueAsync(TestData.Narrative);

        // The worker is told while it happens, reads why, and says it was no emergency: the other browser closes.
        await worker.SeesAsync("Korban di UGD, tim tidak terhubung");
        await worker.SeesAsync("Membuka A3 Kejadian");
        await worker.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tidak beralasan" }).ClickAsync();
        await outsider.SeesAsync("Di luar tim");
        await outsider.GetByLabel("Kronologi").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await NothingToldAsync(outsider);
        await NothingKeptAsync(outsider);

        // Somebody who is let go loses the page they look at.
        Assert.True((await site.Agency.Data.Cases.AddMemberAsync(registered.Id, site.Agency.UserId("gilang"), await site.Agency.ActAsync("sari"))).IsOk);
        await outsider.OpenCaseAsync();
        Assert.True((await site.Agency.Data.Cases.RemoveMemberAsync(registered.Id, site.Agency.UserId("gilang"), await site.Agency.ActAsync("sari"))).IsOk);
        await outsider.SeesAsync("Di luar tim");
        await NothingToldAsync(outsider);
        await CurtainAsync(worker);
    });

    /// <summary>F8 covers the page, a window that is not in front is blurred, a minute without a hand on it draws the curtain by itself.</summary>
    private static async Task CurtainAsync(IPage page)
    {
        var curtain = page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Layar ditutup tirai" });
        await page.Keyboard.PressAsync("F8");
        await curtain.WaitForAsync();
        Assert.Equal("hidden", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).visibility"));
        await page.Keyboard.PressAsync("Escape");
        await page.PressAsync("Lanjut");
        await curtain.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });

        await page.EvaluateAsync("dispatchEvent(new Event('blur'))");
        Assert.Contains("blur", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.isi-kasus')).filter"), StringComparison.Ordinal);
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");

        await page.EvaluateAsync("() => { const now = Date.now; Date.now = () => now() + 61_000; }");
        await curtain.WaitForAsync();
    }

    private static async Task<Guid> CaseIdAsync(BrowserSite site)
    {
        await using var db = site.Agency.OpenDb();
        return await db.VictimCases.Select(c => c.Id).SingleAsync();
    }

    /// <summary>Neither the live page, comments and fields included, nor what the browser keeps says anything of the case.</summary>
    private static async Task NothingToldAsync(IPage page)
    {
        var shown = await page.EvaluateAsync<string>("document.documentElement.outerHTML + [...document.querySelectorAll('input,textarea')].map((e) => e.value).join(' ')");
        Assert.All(Told, word => Assert.DoesNotContain(word, shown, StringComparison.OrdinalIgnoreCase));
        await NothingKeptAsync(page);
    }

    private static async Task NothingKeptAsync(IPage page)
    {
        var kept = await page.EvaluateAsync<string>("JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie + location.href + document.title + JSON.stringify(history.state)");
        Assert.All(Told, word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        var comments = await page.EvaluateAsync<string>(
            "(() => { const walk = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT); let text = ''; while (walk.nextNode()) { text += walk.currentNode.data; } return text; })()");
        Assert.All(Told, word => Assert.DoesNotContain(word, comments, StringComparison.OrdinalIgnoreCase));
    }
}
