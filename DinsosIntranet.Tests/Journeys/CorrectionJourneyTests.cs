using System.Text.RegularExpressions;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Tests.Features.Intake;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What was written down wrongly or is not wanted any more, put right in the browser by the people who would do it.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed partial class CorrectionJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task Correction_WhileTheDraftWaits_SignerGetsTheRebuiltOne() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.RequestAtAsync(TestData.Signing);
        var old = await site.Agency.Data.LetterOfAsync(request.Id);
        var path = $"/permohonan/{request.Id}";
        var signer = await site.SignInAsync("asep", path);
        await signer.DrawnAsync();

        var secretariat = await site.SignInAsync("dedi", path);
        await secretariat.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Perbaiki data" }).ClickAsync();
        await secretariat.GetByLabel("Tanggal lahir").FillAsync("13/06/1985");
        await secretariat.GetByLabel("Alasan perbaikan").FillAsync("salah ketik tanggal");
        await BrowserSite.AxeAsync(secretariat);
        await secretariat.PressAsync("Simpan perbaikan");
        await secretariat.SeesAsync("Perbaikan data pemohon: tanggal lahir");

        var draft = await site.Agency.Data.LetterOfAsync(request.Id);
        Assert.NotEqual(old.Id, draft.Id);
        await signer.ReloadAsync();
        await signer.SignWithSealAsync();
        Assert.Contains("13 Juni 1985", PdfText.Text(await signer.DownloadLetterAsync(draft.Id)), StringComparison.Ordinal);
    });

    [Fact]
    public Task Withdrawal_ByProxyAtTheCounter_EveryScreenSaysDitarik() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.RequestAtAsync(TestData.Checking);
        var path = $"/permohonan/{request.Id}";
        var watcher = await site.SignInAsync("maman", path);
        await watcher.DrawnAsync();
        var counter = await site.SignInAsync("nani", path);

        await counter.PressAsync("Catat penarikan");
        var dialog = counter.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Diminta oleh").SelectOptionAsync(new SelectOptionValue { Label = "Wakil pemohon" });
        await dialog.GetByLabel("Nama wakil").FillAsync("Dewi Lestari");
        await dialog.GetByLabel("Hubungan dengan pemohon").FillAsync("anak");
        await dialog.GetByLabel("Nomor identitas").FillAsync("3602995206850077");
        await dialog.GetByLabel("Alasan penarikan").FillAsync("sudah diurus di desa");
        await BrowserSite.AxeAsync(counter);
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Catat penarikan" }).ClickAsync();

        await counter.SeesAsync("Penarikan permohonan tercatat.");
        await watcher.SeesAsync("Ditarik pemohon, lewat wakilnya");
        await counter.GotoAsync("/permohonan?status=ditarik");
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = request.Number }).WaitForAsync();
        await counter.GetByRole(AriaRole.Row, new PageGetByRoleOptions { NameRegex = new Regex(request.Number) }).GetByText("Ditarik").First.WaitForAsync();
    });

    [Fact]
    public Task Merge_FromTheRequestToOneRecord_OldNameFindsTheSurvivor() => browser.RunAsync(async site =>
    {
        var (first, second) = await PersonMergeServiceTests.TwiceAsync(site.Agency, "Siti Aminah", "Siti Aminnah");
        var counter = await site.SignInAsync("nani", $"/permohonan/{second.RequestId}");

        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = TwiceEntered() }).ClickAsync();
        await counter.SeesAsync("NIK sama");
        await BrowserSite.AxeAsync(counter);
        await counter.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameRegex = Compare() }).ClickAsync();
        await counter.GetByLabel("Alasan penggabungan").FillAsync("didaftarkan dua kali");
        await BrowserSite.AxeAsync(counter);
        await counter.PressAsync("Gabungkan");
        await counter.SeesAsync("Kedua catatan sudah menjadi satu.");

        await counter.GotoAsync($"/orang/gabung?orang={second.Person.PersonId}");
        await counter.GetByText("Siti Aminah", new PageGetByTextOptions { Exact = true }).First.WaitForAsync();
        await using var db = site.Agency.OpenDb();
        Assert.All(db.ServiceRequests.ToList(), r => Assert.Equal(first.Person.PersonId, r.ApplicantId));
    });

    [Fact]
    public Task CertificateWithAWrongBirthDate_FromTheCounterToTheNewOneInHand_OldOneRevoked() => browser.RunAsync(async site =>
    {
        var command = TestData.Request();
        var request = await site.Agency.Data.RequestAtAsync(TestData.HandingOver, command);
        var old = await site.Agency.Data.LetterOfAsync(request.Id);
        Assert.True((await site.Agency.Data.HandOverAsync(request.Id)).IsOk);
        var anybody = await site.OpenAsync();
        Assert.Equal("Asli", await anybody.VerifyCodeAsync(old.VerificationCode!));

        // The applicant comes back: the counter opens the request for the letter that takes its place.
        var counter = await site.SignInAsync("nani", $"/surat/{old.Id}");
        await counter.PressAsync("Buat surat pengganti");
        await counter.GetByText("Perbaikan", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await counter.GetByLabel("Alasan", new PageGetByLabelOptions { Exact = true }).FillAsync("tanggal lahir salah");
        await counter.PressAsync("Buka permohonan pengganti");
        var replacement = await ReplacementOfAsync(site.Agency, old.Id);

        // The desk where it lies now corrects the birth date and prints again.
        var path = $"/permohonan/{replacement}";
        var desk = await site.SignInAsync("yusup", path);
        await desk.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Perbaiki data" }).ClickAsync();
        await desk.SeesAsync(request.Number);
        await desk.GetByLabel("Tanggal lahir").FillAsync("13/06/1985");
        await desk.GetByLabel("Alasan perbaikan").FillAsync("tanggal lahir salah, KTP dilihat");
        await desk.PressAsync("Simpan perbaikan");
        await desk.SeesAsync("Perbaikan data pemohon: tanggal lahir");
        await desk.PressAsync("Ajukan untuk ditandatangani");
        await desk.SeesAsync("Surat keterangan diajukan untuk ditandatangani");

        var signer = await site.SignInAsync("asep", path);
        await signer.SignWithSealAsync();
        var letter = await site.Agency.Data.LetterOfAsync(replacement);
        var text = PdfText.Text(await signer.DownloadLetterAsync(letter.Id));
        Assert.Contains("13 Juni 1985", text, StringComparison.Ordinal);
        Assert.Contains($"menggantikan surat nomor {old.Number}", text, StringComparison.Ordinal);

        await counter.GotoAsync(path);
        await counter.GetByLabel("NIK di KTP").FillAsync(command.Applicant.Nik);
        await counter.HandOverButton().ClickAsync();
        await counter.SeesAsync("Surat diserahkan.");

        Assert.Equal("Dicabut", await anybody.VerifyCodeAsync(old.VerificationCode!));
        Assert.Equal("Asli", await anybody.VerifyCodeAsync(letter.VerificationCode!));
        Assert.Equal(LetterStatus.Revoked, (await site.Agency.Data.LetterAsync(old.Id)).Status);
    });

    private static async Task<Guid> ReplacementOfAsync(TestAgency agency, Guid letterId)
    {
        for (var wait = 0; wait < 100; wait++)
        {
            if ((await agency.Data.LetterAsync(letterId)).ReplacementRequestId is { } id)
            {
                return id;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The request for the replacement was not opened.");
    }

    [GeneratedRegex("^Tercatat dua kali")]
    private static partial Regex TwiceEntered();

    [GeneratedRegex("^Bandingkan dengan")]
    private static partial Regex Compare();
}
