using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Journeys;

/// <summary>What the content security policy blocks is blocked, and no journey passes while something was.</summary>
[Collection(BrowserCollection.Name), Trait("Kind", "Browser")]
public sealed class ContentSecurityPolicyTests(BrowserFixture browser)
{
    [Fact]
    public Task Violation_ScriptAndForeignPicture_BlockedAndReported() => browser.RunAsync(async site =>
    {
        var page = await site.SignInAsync("nani", "/papan");

        await page.EvaluateAsync(
            """
            () => new Promise((resolve) => {
              let seen = 0;
              addEventListener('securitypolicyviolation', () => { if (++seen === 2) { setTimeout(resolve); } });
              const script = document.createElement('script');
              script.textContent = 'window.ran = true';
              document.body.append(script);
              new Image().src = 'https://foreign.test/track.png';
            })
            """);

        Assert.Contains("/papan: Content security policy: script-src-elem inline", site.Problems);
        Assert.Contains(site.Problems, p => p.StartsWith("/papan: Content security policy: img-src https://foreign.test", StringComparison.Ordinal));
        Assert.False(await page.EvaluateAsync<bool>("() => 'ran' in window"));
        site.Expect("Content security policy");
        site.Expect("Content Security Policy");
    });
}
