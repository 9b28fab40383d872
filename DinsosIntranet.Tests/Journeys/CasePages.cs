using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What a social worker does on the page of a case.</summary>
internal static class CasePages
{
    private const string SaveAndClose = "Simpan dan tutup";

    /// <summary>Takes a report in at the counter, as far as every channel asks for the same.</summary>
    public static async Task ReportCaseAsync(this IPage counter, string service, string channel, string source, string risk)
    {
        await counter.GetByLabel("Layanan").SelectOptionAsync(service);
        await counter.GetByLabel("Saluran").SelectOptionAsync(channel);
        await counter.GetByLabel("Sumber informasi").SelectOptionAsync(source);
        await counter.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = risk }).CheckAsync();
    }

    /// <summary>Answers a question of yes and no in the block that is open.</summary>
    public static Task AnswerAsync(this IPage page, string question, string answer = "Ya") =>
        page.GetByRole(AriaRole.Group, new PageGetByRoleOptions { Name = question }).GetByLabel(answer, new LocatorGetByLabelOptions { Exact = true }).CheckAsync();

    /// <summary>
    /// Opens the form of a new instance of a block. A press that meets the page while it is being drawn anew, below the
    /// pointer, is made once more, as a person would.
    /// </summary>
    public static async Task BeginBlockAsync(this IPage page, string button)
    {
        var form = page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = SaveAndClose, Exact = true });
        await page.PressAsync(button);
        try
        {
            await form.WaitForAsync(new LocatorWaitForOptions { Timeout = 5_000 });
        }
        catch (TimeoutException)
        {
            await page.PressAsync(button);
            await form.WaitForAsync();
        }
    }

    /// <summary>Saves the block that is open and waits until its form is gone.</summary>
    public static async Task SaveBlockAsync(this IPage page)
    {
        await page.PressAsync(SaveAndClose);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = SaveAndClose, Exact = true })).ToHaveCountAsync(0);
    }

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
