using Bunit;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Features.VictimCases.Pages;

/// <summary>The recap, the file of the list, and the page that says what stands on which form.</summary>
public sealed class RecapPagesTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Recap_EndedMonth_FiguresCoveredOnesAndTheFile()
    {
        await CaseRecapTests.CountAsync(Agency, new DateOnly(2026, 10, 1), 6, victims: 2);

        var page = await RecapAsync("maman");

        Assert.Equal("Rekap kasus Oktober 2026", page.Find("h1").TextContent);
        var table = page.Find("table[aria-labelledby=h-usia]");
        Assert.Equal("12", table.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("18–24", StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Trim());
        Assert.Equal("/kasus/rekap/unduh?bulan=2026-10", page.Find("a[download]").GetAttribute("href"));
        Assert.Contains("golongan lain: 0.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recap_HeadWhoDoesNotAnswerForVictims_SaysWhoseItIs()
    {
        var page = await RecapAsync("asep");

        Assert.Contains("Rekap ini untuk pimpinan dinas", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table, a[download]"));
    }

    [Fact]
    public void Export_NoReason_BesideTheFieldAndNoFile()
    {
        As("sari");
        var box = Render<CaseExportBox>(p => p.Add(b => b.Filter, CaseFilter.Mine));

        Press(box, "Siapkan unduhan");
        Assert.Equal("true", box.Find("#unduh-reason").GetAttribute("aria-invalid"));
        Assert.Empty(box.FindAll("a"));

        box.Act(() => box.Find("#unduh-reason").Change("rapat"));
        Press(box, "Siapkan unduhan");
        Assert.Equal("/kasus/unduh?alasan=rapat&lihat=tim", box.Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task Forms_PartTakenOffEveryForm_BesideItThenSavedOnAnother()
    {
        As("admin");
        var page = Render<FormsPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("input[type=checkbox]")), Patience);

        Tick(page, "C8 Penutupan di Formulir C", false);
        Press(page, "Simpan perubahan");
        page.WaitForAssertion(() => Assert.Contains("C8 Penutupan belum ada di formulir mana pun.", page.Find("tbody").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("true", Box(page, "C8 Penutupan di Formulir A").GetAttribute("aria-invalid"));
        Assert.Equal(0, (await Agency.Get<CaseForms>().CurrentAsync()).Number);

        Tick(page, "C8 Penutupan di Formulir A", true);
        Press(page, "Simpan perubahan");
        page.WaitForAssertion(() => Assert.Contains("Formulir tersimpan sebagai versi 1.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Contains("C8", (await Agency.Get<CaseForms>().CurrentAsync()).Forms[0].Blocks);
    }

    private static AngleSharp.Dom.IElement Box(IRenderedComponent<FormsPage> page, string label) => page.FindAll("input[type=checkbox]").Single(b => b.GetAttribute("aria-label") == label);

    private static void Tick(IRenderedComponent<FormsPage> page, string label, bool isOn) => Box(page, label).Change(isOn);

    private async Task<IRenderedComponent<CaseRecapPage>> RecapAsync(string viewer)
    {
        As(viewer);
        var actor = await Agency.ActorAsync(viewer);
        var page = Render<CaseRecapPage>(p => p.AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.DoesNotContain("Memuat…", page.Markup, StringComparison.Ordinal), Patience);
        return page;
    }

    private static void Press<T>(IRenderedComponent<T> component, string text)
        where T : IComponent =>
        component.FindAll("button").Single(b => b.TextContent.Trim() == text).Click();
}
