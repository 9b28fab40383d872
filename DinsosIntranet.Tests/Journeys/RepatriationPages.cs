using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What is done on the page of a journey.</summary>
internal static class RepatriationPages
{
    /// <summary>Opens who the people are.</summary>
    public static async Task OpenMigrantsAsync(this IPage page)
    {
        await page.GetByLabel("Alasan membuka").SelectOptionAsync("menangani");
        await page.GetByLabel("Kata sandi Anda").FillAsync(DemoAgency.Password);
        await page.PressAsync("Buka data migran");
        await page.SeesAsync("Orang yang dipulangkan");
    }
}
