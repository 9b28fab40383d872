using Bunit;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Features.Complaints.Pages;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Tests.Features.Complaints.Pages;

/// <summary>The panels of a heavy complaint, each filled in wrong first.</summary>
public sealed class TeamPanelsTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Team_Empty_EachFieldNamed_AccusedNotOffered_FilledShowsItsLetter()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.TeamForming, Agency.Data.Complaint() with { Accused = [Agency.UserId("euis")] });
        var panel = await ShowAsync<TeamPanel>(complaint.Id, "ratna");
        panel.Act(() => panel.Find("#adu-basis").Input(""));
        panel.Act(() => panel.Find("#adu-task").Input(""));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-members", "#adu-basis", "#adu-task", "#adu-place", "#adu-until"], Hrefs(panel)), Patience);
        Assert.DoesNotContain("Euis", panel.Find("#adu-tambah-pegawai").TextContent, StringComparison.Ordinal);

        panel.Act(() => panel.Find("#adu-tambah-pegawai").Change(Agency.UserId("imas").ToString()));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("ketua dan paling sedikit seorang anggota", panel.Markup, StringComparison.Ordinal), Patience);
        panel.Act(() => panel.Find("#adu-tambah-pegawai").Change(Agency.UserId("gilang").ToString()));
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent == "Tambah dari instansi lain").ClickAsync());
        panel.Act(() => panel.Find("#adu-basis").Input("Telaah pengelola"));
        panel.Act(() => panel.Find("#adu-task").Input("Memeriksa pengaduan"));
        panel.Act(() => panel.Find("#adu-place").Input("Cikulur"));
        panel.Act(() => panel.Find("#adu-until").Change("04/12/2026"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Isi nama.", panel.FindAll(".di-pesan-salah").First(e => e.Id?.Contains("members[2].name", StringComparison.Ordinal) == true).TextContent), Patience);
        await panel.InvokeAsync(() => panel.Find("[aria-label='Hapus orang ke-3']").ClickAsync());
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Sudah diajukan.", panel.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(["Tim dibentuk. Surat tugas diajukan untuk ditandatangani."], Done);
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Tarik kembali", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Cikulur", panel.Find("#adu-place").GetAttribute("value")), Patience);
    }

    [Fact]
    public async Task Investigate_LogAndResultEmpty_EachFieldNamed_FilledGoesToTheHead()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.TeamInvestigating);
        var panel = await ShowAsync<InvestigatePanel>(complaint.Id, "imas");
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Simpan kegiatan", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#kegiatan-kind", "#kegiatan-happenedon", "#kegiatan-place", "#kegiatan-people", "#kegiatan-found"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#kegiatan-kind").Change(nameof(LogKind.Meeting)));
        panel.Act(() => panel.Find("#kegiatan-happenedon").Change("23/11/2026"));
        panel.Act(() => panel.Find("#kegiatan-place").Input("Kantor"));
        panel.Act(() => panel.Find("#kegiatan-people").Input("Tim"));
        panel.Act(() => panel.Find("#kegiatan-found").Input("Membagi tugas."));
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Simpan kegiatan", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Membagi tugas.", panel.Markup, StringComparison.Ordinal), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#hasil-facts", "#hasil-verdict", "#hasil-recommendation"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#hasil-facts").Input("Fakta."));
        panel.Act(() => panel.Find("#hasil-verdict").Change(nameof(Verdict.Proven)));
        panel.Act(() => panel.Find("#hasil-recommendation").Input("Rekomendasi."));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Hasil pemeriksaan diajukan untuk disahkan.", Done), Patience);
    }

    [Fact]
    public async Task Approve_RevisionWithoutANote_SaysSo_ApprovedGoesOn()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.TeamApproving);
        var panel = await ShowAsync<ApprovePanel>(complaint.Id, "ratna");
        Assert.Contains(TestData.FoundText, panel.Markup, StringComparison.Ordinal);
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Minta tim memperbaiki", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Tulis apa yang perlu diperbaiki.", panel.Find("#adu-whattorevise-salah").TextContent), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Hasil pemeriksaan disahkan. Pengelola menjawab pengadu."], Done), Patience);
    }

    [Fact]
    public async Task Reply_ByPhone_EmptyNamed_PreparedIsCopiedAndConveyedWithProof()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.Replying);
        var panel = await ShowAsync<ReplyPanel>(complaint.Id, "opik");
        panel.Act(() => panel.Find("#adu-way").Change(""));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-text", "#adu-way"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#adu-text").Input("Sudah diperiksa."));
        panel.Act(() => panel.Find("#adu-way").Change("telepon"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.StartsWith($"Tanggapan atas pengaduan {complaint.Number}", panel.Find("#adu-salinan").TextContent, StringComparison.Ordinal), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-proof"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#adu-proof").Input("Bicara dengan pengadu pukul 10.00"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Jawaban tercatat disampaikan. Tanggapan pengadu ditunggu.", Done), Patience);
    }

    [Fact]
    public async Task Reply_ByLetter_WaitsForItsSignature()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.Replying);
        var panel = await ShowAsync<ReplyPanel>(complaint.Id, "opik");
        panel.Act(() => panel.Find("#adu-text").Input("Sudah diperiksa."));
        panel.Act(() => panel.Find("#adu-way").Change("surat"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Sudah diajukan.", panel.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(panel.FindAll("button[data-utama]"));

        await Agency.Data.SignAsync(complaint.Id, LetterKinds.ComplaintReply);

        panel.WaitForAssertion(() => Assert.Contains("Terbit dengan nomor", panel.Markup, StringComparison.Ordinal), Patience);
        Assert.NotEmpty(panel.FindAll("#adu-proof"));
    }

    [Fact]
    public async Task Respond_Nothing_ThenUnsatisfied_AsksEachThing()
    {
        var complaint = await Agency.Data.HeavyAtAsync(TestData.Responding);
        var panel = await ShowAsync<RespondPanel>(complaint.Id, "opik");
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-reaction"], Hrefs(panel)), Patience);
        panel.Act(() => panel.FindAll("input[name=tanggapan]")[1].Change(true));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-words", "#adu-answeragain"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#adu-words").Input("Belum jelas."));
        panel.Act(() => panel.FindAll("input[name=lalu]")[1].Change(true));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal(["#adu-closingreason"], Hrefs(panel)), Patience);
        panel.Act(() => panel.Find("#adu-closingreason").Input("Sudah jelas di jawaban."));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Tanggapan dicatat. Pengaduan ditutup."], Done), Patience);
    }

    private static IEnumerable<string?> Hrefs<T>(IRenderedComponent<T> shown)
        where T : IComponent => shown.FindAll(".di-galat a").Select(a => a.GetAttribute("href"));
}
