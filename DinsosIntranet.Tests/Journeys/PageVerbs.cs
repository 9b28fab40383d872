using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What a person does on any page.</summary>
internal static partial class PageVerbs
{
    /// <summary>Presses the one filled button.</summary>
    public static Task PressMainAsync(this IPage page) => page.Locator("[data-utama]").First.ClickAsync();

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>Chooses a file once the page listens to the field, which is a moment after it was drawn: faster than anybody could.</summary>
    public static async Task ChooseFileAsync(this ILocator field, FilePayload file)
    {
        var element = await field.ElementHandleAsync();
        await field.Page.WaitForFunctionAsync("e => '_blazorInputFileNextFileId' in e", element);
        await field.SetInputFilesAsync(file);
    }

    /// <summary>Records on the page of a request that whoever brought it does not want it any more; both called as its page calls them.</summary>
    public static async Task WithdrawAsync(this IPage page, string reason, string request = "permohonan", string applicant = "Pemohon")
    {
        await page.PressAsync("Catat penarikan");
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Diminta oleh").SelectOptionAsync(new SelectOptionValue { Label = $"{applicant} sendiri" });
        await dialog.GetByLabel("Alasan penarikan").FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Catat penarikan" }).ClickAsync();
        await page.SeesAsync($"Penarikan {request} tercatat.");
    }

    public static Task SeesAsync(this IPage page, string text) => page.GetByText(text).First.WaitForAsync();

    /// <summary>Waits until the page has been drawn: nothing is loading and the heading stands.</summary>
    public static async Task DrawnAsync(this IPage page)
    {
        await page.Locator("h1").First.WaitForAsync();
        await page.GetByText(Loading()).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Hidden });
    }

    /// <summary>On the page of screens: registers one, so that its code and its line are shown, and opens its form.</summary>
    public static async Task RegisterScreenAsync(this IPage page)
    {
        await page.PressAsync("Tambah layar");
        await page.GetByLabel("Nama", new PageGetByLabelOptions { Exact = true }).FillAsync("TV ruang tunggu");
        await page.PressAsync("Daftarkan layar");
        await page.SeesAsync("Kode untuk TV ruang tunggu");
        await page.PressAsync("Ubah TV ruang tunggu");
    }

    /// <summary>Waits until the keyboard is on what a screen reader calls so.</summary>
    public static Task HasFocusAsync(this IPage page, string name) =>
        Assertions.Expect(page.Locator(":focus")).ToHaveAccessibleNameAsync(name);

    /// <summary>Goes on by Tab; every stop must be as named, the first being where the keyboard is now.</summary>
    public static async Task TabThroughAsync(this IPage page, params string[] stops)
    {
        foreach (var (index, stop) in stops.Index())
        {
            if (index > 0)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            await page.HasFocusAsync(stop);
        }
    }

    /// <summary>Presses Tab until the keyboard comes by there.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target)
    {
        for (var stop = 0; stop < 40; stop++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key never came to {target}.");
    }

    /// <summary>What scrolls sideways on a page that should not; null where nothing does.</summary>
    public static async Task<string?> OverflowAsync(this IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, width < 768 ? 844 : 768);
        return await page.EvaluateAsync<string?>(
            """
            () => {
              const page = document.scrollingElement;
              if (page.scrollWidth <= page.clientWidth) {
                return null;
              }
              const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > page.clientWidth + 1);
              const names = wide.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.className} "${e.textContent.trim().slice(0, 40)}"`);
              return `${page.scrollWidth} px wide where ${page.clientWidth} px fit: ${names.join(' | ')}`;
            }
            """);
    }

    [GeneratedRegex("Memuat…|Membaca papan…")]
    private static partial Regex Loading();
}
