using System.Collections.Concurrent;
using DinsosIntranet.Tests.Support;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Every page as a browser draws it: usable with a screen reader, readable in both themes, never wider than the window.</summary>
/// <remarks>Has a browser of its own: beside the journeys it takes half the time it would take after them.</remarks>
[Trait("Kind", "Browser")]
public sealed class EveryPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Desktop = 1366;
    private const int Phone = 390;

    [Fact]
    public Task Pages_EachWithRealData_AccessibleInBothThemesAndNeverTooWide() => browser.RunAsync(async site =>
    {
        site.Expect("status of 403");
        site.Expect("status of 404");
        var data = await SampleData.MakeAsync(site.Agency);
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(PageSamples.All.GroupBy(s => s.UserName), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (samples, _) =>
        {
            var page = samples.Key is null ? await site.OpenAsync() : await site.SignInAsync(samples.Key, "/akun");
            foreach (var sample in samples)
            {
                await page.GotoAsync(sample.Path(data));
                await page.DrawnAsync();
                await (sample.Before?.Invoke(page, data) ?? Task.CompletedTask);
                await foreach (var fault in LookAsync(page))
                {
                    faults.Add($"{sample.Path(data)} ({sample.UserName ?? "not signed in"}): {fault}");
                }
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    });

    [Fact]
    public Task Look_PageWithOneFaultOfEachKind_AllFound() => browser.RunAsync(async site =>
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/masuk");
        await page.EvaluateAsync(
            """
            () => document.querySelector('main').insertAdjacentHTML('beforeend',
              '<button></button> <p style="color: #333">gelap di atas gelap</p> <div style="width: 400px">lebar</div>')
            """);

        var faults = await LookAsync(page).ToListAsync();

        Assert.Equal(3, faults.Count);
        Assert.StartsWith("button-name: ", faults[0], StringComparison.Ordinal);
        Assert.Contains("px wide where 390 px fit", faults[1], StringComparison.Ordinal);
        Assert.StartsWith("dark: color-contrast: ", faults[2], StringComparison.Ordinal);
    });

    private static async IAsyncEnumerable<string> LookAsync(IPage page)
    {
        foreach (var fault in await AxeScan.FaultsAsync(page))
        {
            yield return fault;
        }

        foreach (var width in (int[])[Phone, Desktop])
        {
            if (await page.OverflowAsync(width) is { } fault)
            {
                yield return fault;
            }
        }

        // What names, roles and labels say is the same in the dark; only colours are not.
        await page.EvaluateAsync("dinsos.pilih('tema', 'gelap')");
        foreach (var fault in await AxeScan.FaultsAsync(page, "color-contrast"))
        {
            yield return "dark: " + fault;
        }

        await page.EvaluateAsync("dinsos.pilih('tema', 'terang')");
    }
}
