using Bunit;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Complaints.Pages;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Features.Complaints.Pages;

/// <summary>The form, the book and the panels, drawn on a real agency.</summary>
public sealed class ComplaintPagesTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task New_SavedEmpty_EachFieldIsLinkedAndNothingLost()
    {
        var page = await NewAsync();
        page.Act(() => page.Find("#adu-eventplace").Input("Loket"));

        await page.InvokeAsync(() => page.Find("[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Equal(["#adu-channel", "#adu-anonymity", "#adu-answerway", "#adu-description"], Hrefs(page)), Patience);
        Assert.Equal("Tulis uraian pengaduan.", page.Find("#adu-description-salah").TextContent);
        Assert.Equal("Loket", page.Find("#adu-eventplace").GetAttribute("value"));
    }

    [Fact]
    public async Task New_Lapor_AsksForTheTicket_OthersDoNot()
    {
        var page = await NewAsync();
        Assert.Empty(page.FindAll("#adu-ticket"));

        page.Act(() => page.Find("#adu-channel").Change("lapor"));

        Assert.NotNull(page.Find("#adu-ticket"));
        Assert.DoesNotContain("Sudah dijawab langsung?", page.Markup, StringComparison.Ordinal);
        page.Act(() => page.Find("#adu-channel").Change("tatap-muka"));
        Assert.Empty(page.FindAll("#adu-ticket"));
        Assert.Contains("Sudah dijawab langsung?", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_Anonymous_AsksForNoName()
    {
        var page = await NewAsync();

        page.Act(() => page.FindAll("input[name=kerahasiaan]")[2].Change(true));

        Assert.Empty(page.FindAll("#adu-name"));
        page.Act(() => page.FindAll("input[name=kerahasiaan]")[1].Change(true));
        Assert.NotNull(page.Find("#adu-name"));
    }

    [Fact]
    public async Task New_Filled_ShowsNumberAndReceipt()
    {
        var page = await NewAsync();
        page.Act(() => page.Find("#adu-channel").Change("tatap-muka"));
        page.Act(() => page.FindAll("input[name=kerahasiaan]")[0].Change(true));
        page.Act(() => page.Find("#adu-name").Input("Siti Aminah"));
        page.Act(() => page.Find("#adu-address").Input("Kp. Cikulur"));
        page.Act(() => page.Find("#adu-answerway").Change("langsung"));
        page.Act(() => page.Find("#adu-description").Input("Antrean lama."));

        await page.InvokeAsync(() => page.Find("[data-utama]").ClickAsync());

        page.WaitForAssertion(() => Assert.Equal("ADU-2026-0001", page.Find("#terdaftar").TextContent), Patience);
        Assert.StartsWith("/cetak/surat/", page.Find("a[data-utama]").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_WithADraft_BringsItBack()
    {
        await Agency.Get<DraftStore>().SaveAsync(Agency.UserId("nani"), ComplaintService.DraftKey, Agency.Data.SecretComplaint());

        var page = await NewAsync();

        Assert.Equal(TestData.SecretName, page.Find("#adu-name").GetAttribute("value"));
        Assert.Equal("telepon", page.Find("#adu-answerway").GetAttribute("value"));
    }

    [Fact]
    public async Task Review_NothingChosen_SaysWhatIsMissing()
    {
        var complaint = await Agency.Data.ComplainAsync();
        var panel = await ShowAsync<ReviewPanel>(complaint.Id, "opik");

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Pilih jalan penanganannya.", panel.Find("#adu-way-salah").TextContent), Patience);
        Assert.Empty(Done);
    }

    [Fact]
    public async Task Review_AboutTheHead_OffersOnlyTheWayAbove()
    {
        var complaint = await Agency.Data.ComplainAsync(Agency.Data.Complaint() with { Accused = [Agency.UserId("ratna")] });

        var panel = await ShowAsync<ReviewPanel>(complaint.Id, "opik");

        Assert.Equal("Diserahkan ke atasan Kepala Dinas", Assert.Single(panel.FindAll("input[name=jalan]")).Closest("label")!.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task Review_AnsweredAtOnce_AsksWhoAndCloses()
    {
        var complaint = await Agency.Data.ComplainAsync();
        var panel = await ShowAsync<ReviewPanel>(complaint.Id, "opik");
        panel.Act(() => panel.FindAll("input[name=jalan]")[1].Change(true));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Pilih siapa yang menjawab.", panel.Find("#adu-answerbyid-salah").TextContent), Patience);

        panel.Act(() => panel.Find("#adu-answerbyid").Change(Agency.UserId("asep").ToString()));
        panel.Act(() => panel.Find("#adu-answertext").Input("Sudah dijelaskan."));
        panel.Act(() => panel.Find("#adu-answerreaction").Change(true));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Jawaban langsung dicatat."], Done), Patience);
    }

    [Fact]
    public async Task Handle_Empty_EachFieldNamed_FilledCloses()
    {
        var complaint = await Agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var panel = await ShowAsync<HandlePanel>(complaint.Id, "imas");
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-text", "#adu-reaction"], Hrefs(panel)), Patience);

        panel.Act(() => panel.Find("#adu-text").Input("Sudah diperbaiki."));
        panel.Act(() => panel.Find("#adu-reaction").Change(nameof(Reaction.Accepted)));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Jawaban dicatat. Pengaduan ditutup."], Done), Patience);
    }

    [Fact]
    public async Task HandUp_WithoutASuperior_SaysWhatIsMissing()
    {
        var complaint = await Agency.Data.ComplaintAtAsync(TestData.ComplaintHandingUp, Agency.Data.Complaint() with { Accused = [Agency.UserId("ratna")] });

        var panel = await ShowAsync<TransferPanel>(complaint.Id, "hendra");

        Assert.Contains("Atasan Kepala Dinas belum dicatat.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PassOn_Submitted_ShowsTheDraftAndTakesItBack()
    {
        var complaint = await Agency.Data.ComplaintAtAsync(TestData.ComplaintPassingOn);
        var panel = await ShowAsync<TransferPanel>(complaint.Id, "opik");
        panel.Act(() => panel.Find("#adu-groundcode").Change("dinas-lain"));
        panel.Act(() => panel.Find("#adu-body").Input("Kepala Dinas Kesehatan Kabupaten Lebak"));
        panel.Act(() => panel.Find("#adu-place").Input("Rangkasbitung"));
        panel.Act(() => panel.Find("#adu-reason").Input("Puskesmas di bawah Dinas Kesehatan."));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Sudah diajukan.", panel.Markup, StringComparison.Ordinal), Patience);
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Tarik kembali", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Kepala Dinas Kesehatan Kabupaten Lebak", panel.Find("#adu-body").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task Details_Secret_OpenedAndClosedByWhoeverMust()
    {
        var complaint = await Agency.Data.ComplainAsync(Agency.Data.SecretComplaint());
        var details = await DetailsAsync(complaint.Id, "opik");
        Assert.DoesNotContain(TestData.SecretName, details.Markup, StringComparison.Ordinal);

        await details.InvokeAsync(() => details.FindAll("button").First(b => b.TextContent.StartsWith("Buka identitas", StringComparison.Ordinal)).ClickAsync());

        details.WaitForAssertion(() => Assert.Contains(TestData.SecretName, details.Markup, StringComparison.Ordinal), Patience);
        await details.InvokeAsync(() => details.FindAll("button").First(b => b.TextContent.StartsWith("Tutup", StringComparison.Ordinal)).ClickAsync());
        details.WaitForAssertion(() => Assert.DoesNotContain(TestData.SecretName, details.Markup, StringComparison.Ordinal), Patience);
        Assert.Single(await Agency.TrailAsync(), r => r.Act == "pengaduan.buka-nama");
    }

    [Fact]
    public async Task Details_ReclassifiedWithoutAReason_SaysSo()
    {
        var complaint = await Agency.Data.ComplaintAtAsync(TestData.ComplaintHandling);
        var details = await DetailsAsync(complaint.Id, "opik");
        details.Act(() => details.Find("#golongan-classcode").Change("berkadar-pengawasan"));

        await details.InvokeAsync(() => details.FindAll("button").First(b => b.TextContent.Contains("Ubah golongan", StringComparison.Ordinal)).ClickAsync());

        details.WaitForAssertion(() => Assert.Equal("Tulis alasan golongannya diubah.", details.Find("#golongan-reason-salah").TextContent), Patience);
    }

    private async Task<IRenderedComponent<NewComplaint>> NewAsync()
    {
        As("nani");
        var nani = await Agency.ActorAsync("nani");
        var page = Render<NewComplaint>(p => p.AddCascadingValue(nani));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#adu-channel")), Patience);
        return page;
    }

    private async Task<IRenderedComponent<ComplaintDetails>> DetailsAsync(Guid id, string viewer)
    {
        As(viewer);
        var agency = await Agency.Get<AgencyDirectory>().GetAsync();
        var actor = await Agency.ActorAsync(viewer);
        var details = Render<ComplaintDetails>(p => p.Add(c => c.RequestId, id).Add(c => c.Viewer, actor).Add(c => c.Agency, agency).Add(c => c.OnDone, EventCallback.Factory.Create<string>(this, Done.Add)));
        details.WaitForAssertion(() => Assert.NotEmpty(details.FindAll("#h-aduan")), Patience);
        return details;
    }

    private static IEnumerable<string?> Hrefs<T>(IRenderedComponent<T> shown)
        where T : IComponent => shown.FindAll(".di-galat a").Select(a => a.GetAttribute("href"));
}
