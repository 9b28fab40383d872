using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What somebody does in the form of a new complaint.</summary>
internal static class ComplaintPage
{
    /// <summary>Somebody came in person and gave a name.</summary>
    public static async Task FillComplaintAsync(this IPage page, string description)
    {
        await page.GetByLabel("Saluran").SelectOptionAsync("tatap-muka");
        await page.GetByText("Dengan nama", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByLabel("Nama lengkap").FillAsync("Siti Aminah");
        await page.GetByLabel("Alamat", new PageGetByLabelOptions { Exact = true }).FillAsync("Kp. Cikulur RT 02/01");
        await page.GetByLabel("Ingin dijawab lewat").SelectOptionAsync("langsung");
        await page.GetByLabel("Uraian").FillAsync(description);
    }
}
