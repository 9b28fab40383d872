using Bunit;
using DinsosIntranet.Features.TemplateLetters.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.TemplateLetters.Pages;

public sealed class ComposeLetterPanelTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Save_Nothing_RefusedBesideEachFieldAndTypedTextStays()
    {
        var panel = await OpenAsync();
        panel.Act(() => panel.Find("#susun-isian-fasilitas").Input("RSUD <b>dr.</b>"));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(4, panel.FindAll(".di-pesan-salah").Count), Patience);
        Assert.Equal("RSUD <b>dr.</b>", panel.Find("#susun-isian-fasilitas").GetAttribute("value"));
        Assert.Empty(Done);
    }

    [Fact]
    public async Task Save_Everything_DraftIsShownAndCanBeSubmitted()
    {
        var panel = await OpenAsync();
        Fill(panel);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["Isian tersimpan. Periksa konsep surat, lalu ajukan."], Done), Patience);
        Assert.Equal("Ajukan untuk ditandatangani", panel.Find("button[data-utama]").TextContent.Trim());

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Surat diajukan untuk ditandatangani.", Done[^1]), Patience);
    }

    [Fact]
    public async Task Type_ThenComeBack_DraftIsThere()
    {
        var panel = await OpenAsync();
        panel.Act(() => panel.Find("#susun-isian-fasilitas").Input("RSUD Malingping"));
        Agency.Time.Advance(DraftTimer.Pause);
        panel.WaitForAssertion(() => Assert.Contains("draf tersimpan", panel.Markup, StringComparison.Ordinal), Patience);

        var again = await ShowAsync<ComposeLetterPanel>(_requestId, "yusup");

        Assert.Equal("RSUD Malingping", again.Find("#susun-isian-fasilitas").GetAttribute("value"));
    }

    [Fact]
    public async Task Revise_ThenBack_DraftStays()
    {
        var panel = await OpenAsync();
        Fill(panel);
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.NotEmpty(Done), Patience);

        await panel.InvokeAsync(() => panel.FindAll("footer button").First(b => b.TextContent.Trim() == "Perbaiki isian").ClickAsync());
        Assert.Equal("01/10/2026", panel.Find("#susun-isian-nonaktif-sejak").GetAttribute("value"));
        await panel.InvokeAsync(() => panel.FindAll("footer button").First(b => b.TextContent.Trim() == "Kembali ke konsep").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Ajukan untuk ditandatangani", panel.Find("button[data-utama]").TextContent.Trim()), Patience);
    }

    [Fact]
    public async Task Look_WithoutTheRight_NoButtonThatActs()
    {
        await TemplateFixtures.ImportAsync(Agency);
        var request = await Agency.AtComposingAsync();

        var panel = await ShowAsync<ComposeLetterPanel>(request.Id, "nani", "Dipegang operator.");

        Assert.Empty(panel.FindAll("footer button"));
        Assert.Contains("Surat belum disusun.", panel.Markup, StringComparison.Ordinal);
    }

    private Guid _requestId;

    private async Task<IRenderedComponent<ComposeLetterPanel>> OpenAsync()
    {
        await TemplateFixtures.ImportAsync(Agency);
        _requestId = (await Agency.AtComposingAsync()).Id;
        return await ShowAsync<ComposeLetterPanel>(_requestId, "yusup");
    }

    private static void Fill(IRenderedComponent<ComposeLetterPanel> panel)
    {
        foreach (var (code, value) in TemplateFixtures.Typed())
        {
            var control = panel.Find("#susun-isian-" + code);
            if (control.TagName == "SELECT")
            {
                control.Change(value);
            }
            else
            {
                control.Input(value);
            }
        }
    }
}
