using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What a social worker does on the page of a case.</summary>
internal static class CasePages
{
    /// <summary>Opens the content with a reason and the password, and one block of it.</summary>
    public static async Task OpenCaseAsync(this IPage page)
    {
        await page.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await page.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await page.PressAsync("Buka isi kasus");
        await page.SeesAsync("Siapa yang telah melihat");
        await page.PressAsync("Tampilkan dan isi Kejadian");
        await page.GetByLabel("Kronologi").WaitForAsync();
    }
}
