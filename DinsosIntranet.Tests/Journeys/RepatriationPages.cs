using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What is done on the page of a journey.</summary>
internal static class RepatriationPages
{
    /// <summary>Opens who the people are, and after it presses one more button where there is one to press.</summary>
    public static async Task OpenMigrantsAsync(this IPage page, string? button)
    {
        await page.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await page.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await page.PressAsync("Buka data migran");
        await page.SeesAsync("Orang yang dipulangkan");
        if (button is not null)
        {
            await page.PressAsync(button);
        }
    }
}
