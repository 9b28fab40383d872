using Bunit;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using Radzen.Blazor;

namespace DinsosIntranet.Tests.Shared.Ui;

public sealed class PagePartsTests : ComponentTest
{
    [Fact]
    public void PageHeader_InTheFrame_SetsTitleWithTheAgency()
    {
        var outlet = Render<HeadOutlet>();

        var header = Render<PageHeader>(p => p
            .Add(h => h.Title, "Meja saya")
            .Add(h => h.Context, "11 selesai hari ini")
            .Add(h => h.ParentHref, "/permohonan")
            .Add(h => h.ParentText, "Permohonan")
            .AddCascadingValue(new AgencyLabel("Dinas Sosial", "Kabupaten Lebak", "Kab. Lebak")));

        Assert.Equal("Meja saya – Dinas Sosial Kabupaten Lebak", outlet.Find("title").TextContent);
        Assert.Equal("Meja saya", header.Find("h1").TextContent);
        Assert.Equal("/permohonan", header.Find(".di-induk a").GetAttribute("href"));
        Assert.Empty(header.FindAll(".di-aksi"));
    }

    [Theory]
    [InlineData(1, 10, "1–10 dari 10", 0)]
    [InlineData(1, 26, "1–25 dari 26", 1)]
    [InlineData(2, 1312, "26–50 dari 1.312", 2)]
    [InlineData(53, 1312, "1.301–1.312 dari 1.312", 1)]
    public void Pager_Page_ShowsRangeAndLinks(int page, int total, string range, int links)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.Total, total).Add(x => x.HrefFor, n => $"/surat?hal={n}"));

        Assert.Equal(range, pager.Find("span").TextContent);
        Assert.Equal(links, pager.FindAll("a").Count);
    }

    [Fact]
    public void Pager_NothingFound_RendersNothing() =>
        Assert.Equal("", Render<Pager>(p => p.Add(x => x.Page, 1).Add(x => x.Total, 0).Add(x => x.HrefFor, n => "/")).Markup.Trim());

    [Theory]
    [InlineData(NoticeKind.Info, "di-pesan info", null, 0)]
    [InlineData(NoticeKind.Warning, "di-pesan ingat", "status", 1)]
    [InlineData(NoticeKind.Done, "di-pesan ok", "status", 0)]
    public void Notice_Kind_SetsLookAndRole(NoticeKind kind, string css, string? role, int icons)
    {
        var notice = Render<Notice>(p => p.Add(n => n.Kind, kind).Add(n => n.Heading, "Sudah ada surat."));

        Assert.Equal(css, notice.Find("div").ClassName);
        Assert.Equal(role, notice.Find("div").GetAttribute("role"));
        Assert.Equal(icons, notice.FindAll(".rzi").Count);
    }

    [Fact]
    public void EmptyState_WithHint_ShowsBothSentences()
    {
        var state = Render<EmptyState>(p => p.Add(e => e.Text, "Antrean kosong.").Add(e => e.Hint, "Yang baru muncul sendiri di sini."));

        Assert.Equal(["Antrean kosong.", "Yang baru muncul sendiri di sini."], state.FindAll("p").Select(p => p.TextContent));
    }

    [Theory]
    [InlineData("Cabut surat", true)]
    [InlineData("Kembali ke isian", false)]
    public async Task AskAsync_Button_AnswersWhetherTheVerbWasPressed(string press, bool expected)
    {
        var dialogs = Services.GetRequiredService<DialogService>();
        var host = Render<RadzenDialog>();

        var answer = host.InvokeAsync(() => dialogs.AskAsync("Cabut surat 400.9.14.1/247?", "Cabut surat", "Surat tidak berlaku lagi."));
        host.WaitForElement(".di-tanya");
        await host.InvokeAsync(() => host.FindAll(".di-tanya button").Single(b => b.TextContent == press).ClickAsync());

        Assert.Equal(expected, await answer);
    }

    [Fact]
    public void DeviceSettings_Rendered_AsksTheBrowserToShowItsChoices()
    {
        Render<DeviceSettings>();

        JSInterop.VerifyInvoke("dinsos.segarkan");
    }

    [Fact]
    public void QuickSearch_Take_GivesTheTextOnce()
    {
        var search = new QuickSearch();
        var asked = 0;
        search.Asked += (_, _) => asked++;

        search.Ask("  Siti ");

        Assert.Equal("Siti", search.Take());
        Assert.Null(search.Take());
        Assert.Equal(1, asked);
    }
}
