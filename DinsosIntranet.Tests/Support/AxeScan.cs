using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DinsosIntranet.Tests.Support;

/// <summary>
/// Axe on the page as it stands. The script is put into each page once; the package's own way puts it into a second, empty
/// page for every look, which takes longer than looking.
/// </summary>
internal static class AxeScan
{
    private static readonly string Install = $"() => {{ {new BundledAxeScriptProvider().GetScript()} }}";

    /// <summary>What is serious or critical; by all rules, or only by those named. Frames hold papers, which axe cannot read.</summary>
    public static async Task<string[]> FaultsAsync(IPage page, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Install);
        }

        return await page.EvaluateAsync<string[]>(
            """
            async (rules) => {
              const only = rules.length > 0 ? { runOnly: { type: 'rule', values: rules } } : {};
              const found = await axe.run(document, { iframes: false, resultTypes: ['violations'], ...only });
              return found.violations
                .filter((violation) => ['serious', 'critical'].includes(violation.impact))
                .map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => `${node.html} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
            }
            """,
            rules);
    }
}
