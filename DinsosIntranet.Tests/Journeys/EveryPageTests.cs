using System.Collections.Concurrent;
using System.Reflection;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>Every page as a browser draws it: usable with a screen reader, readable in both themes, never wider than the window.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class EveryPageTests(BrowserFixture browser)
{
    private const int Desktop = 1366;
    private const int Phone = 390;

    [Fact]
    public Task Pages_EachWithRealData_AccessibleInBothThemesAndNeverTooWide() => browser.RunAsync(async site =>
    {
        site.Expect("status of 403");
        site.Expect("status of 404");
        await site.Agency.Get<DemoRequests>().MakeAsync();
        var samples = await PageSamples.OfAsync(site.Agency);
        Assert.Empty(Routes().Except(samples.Select(s => s.Route)));

        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(samples.GroupBy(s => s.UserName), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (group, _) =>
        {
            var page = group.Key is null ? await site.OpenAsync() : await site.SignInAsync(group.Key, "/akun");
            foreach (var sample in group)
            {
                foreach (var fault in await LookAsync(page, sample))
                {
                    faults.Add($"{sample}: {fault}");
                }
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal)));
    });

    /// <summary>The templates of all pages there are: a page without a sample fails the test.</summary>
    private static IEnumerable<string> Routes() =>
        typeof(Policies).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);

    private static async Task<IReadOnlyList<string>> LookAsync(IPage page, PageSample sample)
    {
        await page.SetViewportSizeAsync(Desktop, 768);
        await page.GotoAsync(sample.Path);
        await page.DrawnAsync();
        if (sample.Before is { } before)
        {
            await before(page);
        }

        var faults = new List<string>(await BrowserSite.AxeFaultsAsync(page));
        if (await page.OverflowAsync(Desktop) is { } wide)
        {
            faults.Add(wide);
        }

        if (await page.OverflowAsync(Phone) is { } wideOnPhone)
        {
            faults.Add(wideOnPhone);
        }

        await page.SetViewportSizeAsync(Desktop, 768);
        await page.EvaluateAsync("dinsos.pilih('tema', 'gelap')");
        // What names, roles and labels say is the same in the dark; only colours are not.
        faults.AddRange((await BrowserSite.AxeFaultsAsync(page, "color-contrast")).Select(f => "dark: " + f));
        await page.EvaluateAsync("dinsos.pilih('tema', 'terang')");
        return faults;
    }
}
