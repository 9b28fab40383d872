using DinsosIntranet.App.Demo;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// The site of one browser test. Each person who signs in has a browser window of their own. Whatever a page reports as an
/// error (scripts, the content security policy, missing files, server faults) is kept in <see cref="Problems"/>.
/// </summary>
public sealed class BrowserSite(TestAgency agency, IBrowser browser) : IAsyncDisposable
{
    /// <summary>
    /// Violations of the content security policy become errors of the page also where the browser itself keeps silent, and
    /// say what was blocked.
    /// </summary>
    private const string ReportViolations =
        "addEventListener('securitypolicyviolation', v => console.error(`Content security policy: ${v.effectiveDirective} ${v.blockedURI}`));";

    private static readonly string[] LostLine =
    [
        "net::ERR_", "Failed to fetch", "WebSocket", "Server timeout elapsed", "No interop methods are registered", "Circuit not initialized",
        "Cannot send data if the connection is not in the 'Connected' State",
    ];

    private readonly List<IBrowserContext> _windows = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _expected = [];
    private NetworkLine? _line;

    public TestAgency Agency { get; } = agency;

    /// <summary>Where browsers find the site.</summary>
    public Uri Address => _line?.Address ?? Agency.Address;

    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_problems)
            {
                return [.. _problems.Where(p => !_expected.Any(e => p.Contains(e, StringComparison.Ordinal)))];
            }
        }
    }

    /// <summary>Says that this test provokes an error whose report contains <paramref name="text"/>.</summary>
    public void Expect(string text) => _expected.Add(text);

    /// <summary>Lays a line that can be cut between the site and every window opened from now on.</summary>
    /// <remarks>What a browser writes to its console about requests that cannot reach the server is expected from then on.</remarks>
    public NetworkLine UseLine()
    {
        _expected.AddRange(LostLine);
        return _line ??= new NetworkLine(() => Agency.Address);
    }

    public async Task<IPage> OpenAsync(int width = 1366, int height = 768)
    {
        var window = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "id-ID",
            TimezoneId = "Asia/Jakarta",
            ReducedMotion = ReducedMotion.Reduce,
        });
        lock (_windows)
        {
            _windows.Add(window);
        }

        window.SetDefaultTimeout(BrowserFixture.Patience);
        await window.AddInitScriptAsync(ReportViolations);
        var page = await window.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Add(page, message.Text);
            }
        };
        page.PageError += (_, error) => Add(page, error);
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                Add(page, $"{response.Status} {response.Url}");
            }
        };
        return page;
    }

    /// <summary>Signs a member of the demo staff in, in a window of their own, and goes on to <paramref name="path"/>.</summary>
    public async Task<IPage> SignInAsync(string userName, string path = "/", int width = 1366, int height = 768)
    {
        var page = await OpenAsync(width, height);
        await SignInHereAsync(page, userName, path);
        return page;
    }

    /// <summary>As <see cref="SignInAsync"/>, in a window that is open already.</summary>
    public static async Task SignInHereAsync(IPage page, string userName, string path = "/")
    {
        await SubmitSignInAsync(page, userName, path);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = DemoAgency.People.First(p => p.UserName == userName).FullName }).WaitForAsync();
    }

    /// <summary>As <see cref="SignInAsync"/> on a phone, where the name stands behind the menu.</summary>
    public async Task<IPage> SignInPhoneAsync(string userName, string path)
    {
        var page = await OpenAsync(390, 844);
        await SubmitSignInAsync(page, userName, path);
        await page.Locator("main h1").WaitForAsync();
        return page;
    }

    public static async Task SignOutAsync(IPage page, string fullName)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = fullName }).ClickAsync();
        await page.Locator("#menu-orang").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keluar", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Masuk", Exact = true }).WaitForAsync();
    }

    public static async Task<string> HeadingAsync(IPage page) => await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).InnerTextAsync();

    /// <summary>Fails on what axe finds serious or critical on the page as it stands.</summary>
    public static async Task AxeAsync(IPage page) => Assert.Empty(await AxeScan.FaultsAsync(page));

    public async ValueTask DisposeAsync()
    {
        // Windows go first: a page whose server vanishes would report that as an error.
        foreach (var window in _windows)
        {
            await window.DisposeAsync();
        }

        if (_line is not null)
        {
            await _line.DisposeAsync();
        }
    }

    private static async Task SubmitSignInAsync(IPage page, string userName, string path)
    {
        await page.GotoAsync("/masuk?kembali=" + Uri.EscapeDataString(path));
        await page.GetByLabel("Nama pengguna atau NIP").FillAsync(userName);
        await page.GetByLabel("Kata sandi", new PageGetByLabelOptions { Exact = true }).FillAsync(DemoAgency.Password);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Masuk", Exact = true }).ClickAsync();
    }

    private void Add(IPage page, string problem)
    {
        lock (_problems)
        {
            _problems.Add($"{new Uri(page.Url).AbsolutePath}: {problem}");
        }
    }
}
