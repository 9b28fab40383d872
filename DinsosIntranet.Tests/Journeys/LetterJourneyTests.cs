using System.Text;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Tests.Shared.Files;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>A letter signed with a pen, and what anybody can learn of a letter without signing in.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class LetterJourneyTests(BrowserFixture browser)
{
    [Fact]
    public Task SignedInInk_NumberedThenScannedThenHandedOver_GenuineByCodeQrAndFile() => browser.RunAsync(async site =>
    {
        var command = TestData.Request();
        var request = await site.Agency.Data.RequestAtAsync(TestData.Signing, command);
        var path = $"/permohonan/{request.Id}";
        var anybody = await site.OpenAsync();
        var scan = SampleFiles.Pdf(length: 4096);

        var signer = await site.SignInAsync("asep", path);
        await signer.SignInInkAsync();
        await signer.SeesAsync("menunggu tanda tangan basah");
        var approved = await site.Agency.Data.LetterOfAsync(request.Id);
        Assert.Equal((LetterStatus.AwaitingSignature, 1), (approved.Status, approved.Sequence));
        var counter = await site.SignInAsync("nani", path);
        await counter.SeesAsync(approved.Number!);
        Assert.False(await counter.HandOverButton().IsVisibleAsync());
        Assert.Equal("Belum terbit", await anybody.VerifyCodeAsync(approved.VerificationCode!));

        await signer.UploadScanAsync(scan);
        await signer.SeesAsync($"Surat {approved.Number} terbit.");
        await counter.GetByLabel("NIK di KTP").FillAsync(command.Applicant.Nik);
        await counter.HandOverButton().ClickAsync();
        await counter.SeesAsync("Surat diserahkan.");

        Assert.Equal("Asli", await anybody.VerifyCodeAsync(approved.VerificationCode!));
        Assert.Equal("Asli", await anybody.VerifyCodeAsync(approved.VerificationText!));
        Assert.Equal("Asli", await anybody.VerifyFileAsync(scan));
        Assert.Equal("Tidak dikenal", await anybody.VerifyFileAsync(Changed(scan, "xxxx")));
    });

    [Fact]
    public Task Verification_SealedLetterAndCopies_EachToldApart() => browser.RunAsync(async site =>
    {
        var request = await site.Agency.Data.RequestAtAsync(TestData.HandingOver);
        var letter = await site.Agency.Data.LetterOfAsync(request.Id);
        var voided = await VoidedAsync(site.Agency);
        var signer = await site.SignInAsync("asep");
        var paper = await signer.DownloadLetterAsync(letter.Id);
        var anybody = await site.OpenAsync();

        Assert.Equal("Asli", await anybody.VerifyFileAsync(paper));
        await anybody.SeesAsync(letter.Number!);
        Assert.Equal("Berubah sejak ditandatangani", await anybody.VerifyFileAsync(Changed(paper, "/MediaBox")));
        Assert.Equal("Tidak dikenal", await anybody.VerifyFileAsync(SampleFiles.Pdf()));
        Assert.Equal("Tidak dikenal", await anybody.VerifyCodeAsync("VRF-202611-AAAAAAAA"));
        Assert.Equal("Dibatalkan", await anybody.VerifyCodeAsync(voided.VerificationCode!));
        Assert.Equal("Ini nomor permohonan", await anybody.VerifyCodeAsync(request.Number));
    });

    /// <summary>The file with one byte changed: the last of where it says so.</summary>
    private static byte[] Changed(byte[] file, string at)
    {
        var place = Encoding.Latin1.GetString(file).IndexOf(at, StringComparison.Ordinal);
        Assert.True(place > 0, $"The file has no {at} to change.");
        byte[] changed = [.. file];
        changed[place + at.Length - 1] ^= 1;
        return changed;
    }

    private static async Task<Letter> VoidedAsync(TestAgency agency)
    {
        var request = await agency.Data.RequestAtAsync(TestData.Signing);
        var draft = await agency.Data.LetterOfAsync(request.Id);
        var approved = await agency.Get<LetterService>().ApproveAsync(TestData.Approve(draft.Id, SigningMode.Wet), await agency.ActAsync("asep"));
        var outcome = await agency.Get<LetterService>().VoidAsync(draft.Id, "Salah alamat", await agency.ActAsync("asep"));
        Assert.True(outcome.IsOk, outcome.Message);
        return approved.Value;
    }
}
