using Bunit;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Tests.Features.Accounts.Pages;

namespace DinsosIntranet.Tests.Features.Agency.Pages;

public sealed class OfficialsPageTests() : AccountsComponentTest("admin")
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<OfficialService>();
        Share<OfficialQueries>();
    }

    [Fact]
    public async Task StandIn_ForTheHead_PreviewedAndWorksAtOnce()
    {
        var page = Show();
        await page.InvokeAsync(() => page.Find("#pelaksana-OfficialId").ChangeAsync(new() { Value = Option(page, "#pelaksana-OfficialId", "Kepala Dinas Sosial") }));
        await page.InvokeAsync(() => page.Find("#pelaksana-ActingUserId").ChangeAsync(new() { Value = Agency.UserId("hendra").ToString() }));

        var preview = page.Find("figure").TextContent;
        await page.InvokeAsync(() => Button(page, "Tetapkan pelaksana").ClickAsync(new()));

        Assert.Contains("Plh. KEPALA DINAS SOSIAL", preview, StringComparison.Ordinal);
        Assert.Contains("Hendra Gunawan, S.Sos., M.AP.", preview, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Cabut Hendra Gunawan sebagai Plh. Kepala Dinas Sosial']")));
        Assert.True((await Agency.ActorAsync("hendra")).Has(StaffRole.HeadOfAgency));
    }

    [Fact]
    public async Task StandIn_NobodyChosen_ErrorBesideTheField()
    {
        var page = Show();

        await page.InvokeAsync(() => Button(page, "Tetapkan pelaksana").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal("Pilih pejabat yang digantikan.", page.Find("#pelaksana-OfficialId-salah").TextContent));
    }

    [Fact]
    public async Task Edit_WrongNip_ErrorBesideTheFieldAndTypingStays()
    {
        var page = Show();
        await page.InvokeAsync(() => page.Find("[aria-label='Ubah Asep Mulyadi, S.Sos.']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#ubah-Nip").ChangeAsync(new() { Value = "123" }));

        await page.InvokeAsync(() => Button(page, "Simpan perubahan").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.NotEmpty(page.Find("#ubah-Nip-salah").TextContent));
        Assert.Equal("123", page.Find("#ubah-Nip").GetAttribute("value"));
    }

    [Fact]
    public async Task Edit_NewTitle_PreviewFollowsAndIsSaved()
    {
        var page = Show();
        await page.InvokeAsync(() => page.Find("[aria-label='Ubah Asep Mulyadi, S.Sos.']").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#ubah-PositionTitle").ChangeAsync(new() { Value = "Kepala Bidang Linjamsos" }));
        Assert.Contains("KEPALA BIDANG LINJAMSOS,", page.Find("figure").TextContent, StringComparison.Ordinal);

        await page.InvokeAsync(() => Button(page, "Simpan perubahan").ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Contains("disimpan sebagai Kepala Bidang Linjamsos", page.Find(".di-pesan").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_PersonChosen_ProposesWhatIsKnown()
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Tambah pejabat").ClickAsync(new()));

        await page.InvokeAsync(() => page.Find("#tambah-UserId").ChangeAsync(new() { Value = Agency.UserId("hendra").ToString() }));

        Assert.Equal("Hendra Gunawan", page.Find("#tambah-NameWithTitles").GetAttribute("value"));
        Assert.Equal("19740230 199903 1 004", page.Find("#tambah-Nip").GetAttribute("value"));
    }

    [Fact]
    public async Task Add_HeadOfAUnit_TitleProposedFromTheUnitNeverOverTyping()
    {
        var page = Show();
        await page.InvokeAsync(() => Button(page, "Tambah pejabat").ClickAsync(new()));
        await page.InvokeAsync(() => page.Find("#tambah-UserId").ChangeAsync(new() { Value = Agency.UserId("asep").ToString() }));
        Assert.Equal("Kepala Bidang Perlindungan dan Jaminan Sosial", page.Find("#tambah-PositionTitle").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("#tambah-UserId").ChangeAsync(new() { Value = Agency.UserId("hendra").ToString() }));
        Assert.Equal("Sekretaris Dinas", page.Find("#tambah-PositionTitle").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("#tambah-PositionTitle").ChangeAsync(new() { Value = "Sekretaris Dinas Sosial" }));

        await page.InvokeAsync(() => page.Find("#tambah-UserId").ChangeAsync(new() { Value = Agency.UserId("imas").ToString() }));

        Assert.Equal("Sekretaris Dinas Sosial", page.Find("#tambah-PositionTitle").GetAttribute("value"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<OfficialsPage> page, string text) => page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private static string Option(IRenderedComponent<OfficialsPage> page, string select, string text) =>
        page.Find(select).QuerySelectorAll("option").Single(o => o.TextContent.StartsWith(text, StringComparison.Ordinal)).GetAttribute("value")!;

    private IRenderedComponent<OfficialsPage> Show()
    {
        var page = Render<OfficialsPage>();
        page.WaitForElement("#pelaksana-OfficialId");
        return page;
    }
}
