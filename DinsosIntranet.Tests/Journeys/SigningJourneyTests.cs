using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>The head of agency away from the desk: several letters signed on a phone, and one taken back.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class SigningJourneyTests(BrowserFixture browser)
{
    private const string Password = "Kata sandi Anda";

    [Fact]
    public Task SignThreeOnAPhone_OneReturnedMeanwhile_TwoSignedAndTheThirdSaysWhy() => browser.RunAsync(async site =>
    {
        var requests = new[]
        {
            await site.Agency.Data.RequestAtAsync(TestData.Signing),
            await site.Agency.Data.RequestAtAsync(TestData.Signing),
            await site.Agency.Data.RequestAtAsync(TestData.Signing),
        };
        var head = await site.SignInPhoneAsync("ratna", "/tanda-tangan");
        await head.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = $"Lihat surat {requests[0].Number}" }).ClickAsync();
        var picture = head.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = $"Gambar halaman: Konsep surat {requests[0].Number}" });
        await picture.ScrollIntoViewIfNeededAsync();
        await head.WaitForFunctionAsync("() => document.querySelector('.pratinjau img')?.naturalWidth > 0");
        foreach (var request in requests)
        {
            await head.GetByLabel($"Pilih surat {request.Number}").CheckAsync();
        }

        await BrowserSite.AxeAsync(head);
        await head.PressAsync("Tanda tangani 3 surat");
        var dialog = head.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Cara menandatangani").SelectOptionAsync(new SelectOptionValue { Label = "Segel dinas" });
        await dialog.GetByLabel(Password).FillAsync(DemoAgency.Password);
        await BrowserSite.AxeAsync(head);
        await site.Agency.Get<LetterService>().ReturnAsync((await site.Agency.Data.LetterOfAsync(requests[1].Id)).Id, "nama salah ejaan", await site.Agency.ActAsync("asep"));
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Tanda tangani 3 surat" }).ClickAsync();

        await head.SeesAsync("2 surat ditandatangani, 1 tidak");
        await head.SeesAsync(LetterService.ReturnedTitle);
        Assert.Equal(
            [LetterStatus.Issued, LetterStatus.Draft, LetterStatus.Issued],
            await Task.WhenAll(requests.Select(async r => (await site.Agency.Data.LetterOfAsync(r.Id)).Status)));
        await BrowserSite.AxeAsync(head);
    });

    [Fact]
    public Task Revoke_OnTheLettersPage_AnybodyIsToldAndTheCounterOpensTheCorrection() => browser.RunAsync(async site =>
    {
        var letter = await site.Agency.Data.HandedOverAsync();
        var anybody = await site.OpenAsync();
        Assert.Equal("Asli", await anybody.VerifyCodeAsync(letter.VerificationCode!));
        var head = await site.SignInAsync("ratna", $"/surat/{letter.Id}");

        await head.PressAsync("Cabut surat");
        var dialog = head.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Alasan pencabutan").FillAsync("ejaan salah");
        await dialog.GetByLabel(Password).FillAsync(DemoAgency.Password);
        await BrowserSite.AxeAsync(head);
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Cabut surat" }).ClickAsync();
        await head.SeesAsync($"Surat {letter.Number} dicabut.");

        Assert.Equal("Dicabut", await anybody.VerifyCodeAsync($"Kode verifikasi {letter.VerificationCode!.Insert(11, "\n")}. Pindai kode ini atau tulis kodenya di halaman Verifikasi Surat"));
        await anybody.SeesAsync("sudah dicabut pada");
        var counter = await site.SignInAsync("nani", $"/surat/{letter.Id}");
        await counter.PressAsync("Buat surat pengganti");
        await counter.GetByLabel("Perbaikan").CheckAsync();
        await counter.GetByLabel("Alasan", new PageGetByLabelOptions { Exact = true }).FillAsync("ejaan nama salah");
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Buka permohonan pengganti");
        await counter.SeesAsync("masuk meja Operator SIKS-NG");
    });
}
