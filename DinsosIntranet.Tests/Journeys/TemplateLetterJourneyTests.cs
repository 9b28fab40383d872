using DinsosIntranet.Tests.Features.TemplateLetters;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A service nobody wrote code for, from the page it is written on to its letter in the hand of the applicant.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class TemplateLetterJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Example_WrittenOnThePageAndActivated_ComposedSignedAndHandedOver() => browser.RunAsync(async site =>
    {
        var administrator = await site.SignInAsync("admin", StandardsPage.Compose);
        await administrator.ComposeAsync("contoh:reaktivasi-pbi-jk");
        await administrator.SeesAsync("Surat yang disusun aplikasi");
        await administrator.PressAsync("Simpan versi ini");
        await administrator.SeesAsync("Berlakukan versi 1");
        await administrator.ActivateAsync("23/11/2026");
        await administrator.SeesAsync("Versi 1 berlaku mulai sekarang.");

        var path = await RegisterAsync(await site.SignInAsync("nani", CounterPage.NewRequest));
        var worker = await site.SignInAsync("yusup", path);
        await worker.PressAsync("Catat layak direaktivasi");
        foreach (var (code, value) in TemplateFixtures.Typed())
        {
            var field = worker.Locator("#susun-isian-" + code);
            await (code == "sebab" ? (Task)field.SelectOptionAsync(value) : field.FillAsync(value));
        }

        await BrowserSite.AxeAsync(worker);
        await worker.PressMainAsync();
        await worker.SeesAsync("Isian tersimpan. Periksa konsep surat, lalu ajukan.");
        await worker.PressMainAsync();

        var signer = await site.SignInAsync("asep", path);
        await signer.SeesAsync("RSUD dr. Adjidarmo");
        await signer.SignWithSealAsync();
        var counter = await site.SignInAsync("nani", path);
        await counter.GetByLabel("NIK di KTP").FillAsync(CounterPage.Nik);
        await counter.PressAsync("Serahkan surat rekomendasi");
        await counter.GetByText("Selesai", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();

        await using var db = site.Agency.OpenDb();
        var letter = await db.Letters.AsNoTracking().SingleAsync(l => l.VerificationCode != null);
        var pdf = await counter.DownloadLetterAsync(letter.Id);
        Assert.Contains("diaktifkan kembali", PdfText.Text(pdf), StringComparison.Ordinal);
        var anybody = await site.OpenAsync();
        Assert.Equal("Asli", await anybody.VerifyFileAsync(pdf));
    });

    private static async Task<string> RegisterAsync(IPage counter)
    {
        await counter.StartNewPersonAsync();
        await counter.TypePersonAsync();
        await counter.ChoosePlaceAsync();
        await counter.TypeAddressAsync();
        await counter.Field("Layanan").SelectOptionAsync(TemplateFixtures.Code);
        await counter.SeesAsync("Kartu JKN-KIS yang nonaktif");
        await counter.TickRequirementsAsync();
        await counter.SaveRequestAsync();
        var link = counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Buka permohonan" });
        return (await link.GetAttributeAsync("href"))!;
    }
}
