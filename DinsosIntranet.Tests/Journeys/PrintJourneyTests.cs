using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Screens printed as the browser prints them: only it knows about pages, margins and heads that repeat.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class PrintJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Print_TrailAndRegister_ContentOnlyWithHeadsAndFooterOnEveryPage() => browser.RunAsync(async site =>
    {
        for (var i = 0; i < 4; i++)
        {
            await site.Agency.Data.RequestAtAsync(TestData.HandingOver);
        }

        var page = await site.SignInAsync("ratna", "/jejak");
        await page.Locator(".jejak tbody tr").First.WaitForAsync();
        var trail = await PrintAsync(page);

        var pages = PdfText.Pages(trail);
        Assert.InRange(pages, 2, 5);
        for (var number = 1; number <= pages; number++)
        {
            var text = PdfText.Page(trail, number);
            Assert.Contains($"halaman {number} dari {pages}", text, StringComparison.Ordinal);
            Assert.Contains("Dicetak Ratna Kusumawardani, 23 November 2026 pukul 09", text, StringComparison.Ordinal);
            Assert.Contains("Waktu", text, StringComparison.Ordinal);
            Assert.Contains("Tindakan", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Tampilkan", PdfText.Text(trail), StringComparison.Ordinal);
        Assert.DoesNotContain("Cari nomor", PdfText.Text(trail), StringComparison.Ordinal);

        await page.GotoAsync("/permohonan");
        await page.Locator("a.nomor").First.WaitForAsync();
        var register = PdfText.Text(await PrintAsync(page));

        // The last column too: what does not fit would be cut off at the edge of the paper.
        Assert.Contains("Status", register, StringComparison.Ordinal);
        Assert.Contains("Berjalan", register, StringComparison.Ordinal);
        Assert.DoesNotContain("Meja saya", register, StringComparison.Ordinal);
    });

    private static Task<byte[]> PrintAsync(IPage page) => page.PdfAsync(new PagePdfOptions { Format = "A4" });
}
