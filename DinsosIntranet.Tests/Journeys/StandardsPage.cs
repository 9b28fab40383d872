using System.Text;
using DinsosIntranet.Tests.Features.Standards;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What an administrator does with the versions of the standards.</summary>
internal static class StandardsPage
{
    public const string Import = "/pengaturan/standar/impor";
    public const string Compose = "/pengaturan/standar/susun";

    /// <summary>A second version of 004 without a day, and a sixth standard that begins tomorrow.</summary>
    public static async Task PrepareAsync(TestAgency agency)
    {
        Assert.True((await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SecondDtksJson, "dtks")).IsOk);
        Assert.True((await StandardImportServiceTests.ImportAsync(agency, StandardFixtures.SixthJson, null)).IsOk);
        Assert.True((await StandardScheduleServiceTests.PlanAsync(agency, 1, new DateOnly(2026, 11, 24), code: StandardFixtures.Sixth)).IsOk);
    }

    public static Task ChooseStandardAsync(this IPage page, string json) => page.Locator("#impor-standar-berkas").ChooseFileAsync(
        new FilePayload { Name = "standar.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(json) });

    public static async Task PasteStandardAsync(this IPage page, string json, string answer)
    {
        await page.GetByLabel("Atau tempel isinya").FillAsync(json);
        await page.PressAsync("Periksa yang ditempel");
        await page.SeesAsync(answer);
    }

    /// <summary>Begins to write a standard on the page, and has it checked.</summary>
    public static async Task ComposeAsync(this IPage page, string source)
    {
        await page.GetByText("Buang draf dan mulai lagi").Or(page.GetByLabel("Standar yang menjadi dasar")).First.WaitForAsync();
        if (await page.GetByText("Buang draf dan mulai lagi").IsVisibleAsync())
        {
            await page.PressAsync("Buang draf dan mulai lagi");
        }

        await page.GetByLabel("Standar yang menjadi dasar").SelectOptionAsync(source);
        await page.PressAsync("Mulai menyusun");
        await page.PressAsync("Periksa");
        await page.GetByText("Standar dapat disimpan").Or(page.GetByText("perlu diperbaiki")).First.WaitForAsync();
    }

    /// <summary>Opens the form by which something still to come gets another day.</summary>
    public static async Task OpenPlanAsync(this IPage page)
    {
        await page.PressAsync("Ubah tanggal: Versi 1 mulai 24/11/2026");
        await page.GetByLabel("Tanggal baru").WaitForAsync();
    }

    /// <summary>On the page of a version: makes it count from this day.</summary>
    public static async Task ActivateAsync(this IPage page, string day)
    {
        await page.GetByLabel("Mulai tanggal").FillAsync(day);
        await page.GetByLabel("Dasar").FillAsync("SK Kepala Dinas 460/12/2026");
        await page.PressAsync("Berlakukan versi ini");
    }
}
