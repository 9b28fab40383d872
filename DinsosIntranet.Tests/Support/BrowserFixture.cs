using DinsosIntranet.Shared.Data;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Support;

/// <summary>Browser tests share one browser and run one after another; each has an agency of its own.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Peramban";
}

/// <summary>Starts Chromium once. Without a browser the tests fail, so that nobody takes them for passed.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    /// <summary>How long a journey waits for what a person would see at once, in milliseconds: long, because other tests run beside it.</summary>
    public const int Patience = 30_000;

    private const string Variable = "DINSOS_TEST_CHROMIUM";

    private static readonly string[] Candidates = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Array.Find(Candidates, File.Exists);
        if (path is null)
        {
            throw new InvalidOperationException($"No Chromium was found ({string.Join(", ", Candidates)}) and {Variable} is not set. Install it: apt-get install chromium-headless-shell.");
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Runs a test on an agency of its own; fails when a page reported an error, even where the test saw nothing of it.</summary>
    public async Task RunAsync(Func<BrowserSite, Task> test, DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        await using var agency = await TestAgency.StartSiteAsync(provider, clockRuns: true);
        await using var site = new BrowserSite(agency, _browser!);
        await test(site);
        Assert.True(site.Problems.Count == 0, string.Join('\n', site.Problems));
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
