using System.Text.RegularExpressions;
using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What signers do with a letter, and anybody at the verification page.</summary>
internal static partial class LetterPages
{
    public const string Verification = "/verifikasi";

    private const string Pdf = "application/pdf";

    public static async Task SignInInkAsync(this IPage signer)
    {
        await signer.GetByText("Tanda tangan basah", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await signer.GetByLabel(PasswordLabel()).FillAsync(DemoAgency.Password);
        await signer.PressAsync("Tanda tangani");
        await signer.SeesAsync("Surat disetujui dengan nomor");
    }

    public static async Task SignWithSealAsync(this IPage signer)
    {
        await signer.GetByText("Segel dinas").First.ClickAsync();
        await signer.GetByLabel(PasswordLabel()).FillAsync(DemoAgency.Password);
        await signer.PressMainAsync();
        await signer.SeesAsync("Ditandatangani dengan segel dinas");
    }

    public static Task UploadScanAsync(this IPage page, byte[] scan) =>
        page.GetByLabel("Unggah pindaian").ChooseFileAsync(new FilePayload { Name = "pindaian.pdf", MimeType = Pdf, Buffer = scan });

    public static ILocator HandOverButton(this IPage counter) =>
        counter.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = HandOverName() });

    /// <summary>Asks about a code; the answer is the heading of the verdict.</summary>
    public static async Task<string> VerifyCodeAsync(this IPage anybody, string code)
    {
        await anybody.GotoAsync(Verification);
        await anybody.GetByLabel("Kode verifikasi").FillAsync(code);
        return await VerdictAsync(anybody);
    }

    /// <summary>Asks about a file; the answer is the heading of the verdict.</summary>
    public static async Task<string> VerifyFileAsync(this IPage anybody, byte[] file)
    {
        await anybody.GotoAsync(Verification);
        await anybody.GetByLabel("Atau berkas surat").SetInputFilesAsync(new FilePayload { Name = "surat.pdf", MimeType = Pdf, Buffer = file });
        return await VerdictAsync(anybody);
    }

    /// <summary>The issued paper, as the browser of somebody signed in gets it.</summary>
    public static async Task<byte[]> DownloadLetterAsync(this IPage page, Guid letterId) =>
        await (await page.Context.APIRequest.GetAsync($"/cetak/surat/{letterId}")).BodyAsync();

    private static async Task<string> VerdictAsync(IPage anybody)
    {
        await anybody.PressAsync("Periksa surat");
        return await anybody.GetByRole(AriaRole.Status).GetByRole(AriaRole.Heading).InnerTextAsync();
    }

    [GeneratedRegex("^Serahkan surat")]
    private static partial Regex HandOverName();

    [GeneratedRegex("^Kata sandi")]
    private static partial Regex PasswordLabel();
}
