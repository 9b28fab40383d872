using Bunit;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Features.PublicInformation.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.PublicInformation.Pages;

/// <summary>The four panels of the information desk, as lilis sees them.</summary>
public sealed class InformationPanelsTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Decide_NothingChosen_SaysSoBesideTheChoice()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Pilih keputusan.", panel.Find("#informasi-decision-salah").TextContent), Patience);
        Assert.Empty(Done);
    }

    [Fact]
    public async Task Decide_Flagged_WarnsAndKeepsTheReasonTyped()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding, (InformationAnswers.Detail, "Rekap korban per kecamatan"));
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        Assert.Contains("Kemungkinan dikecualikan.", panel.Markup, StringComparison.Ordinal);
        panel.Act(() => panel.FindAll("input[name=keputusan]")[0].Change(true));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Tulis alasan", panel.Find("#informasi-reason-salah").TextContent, StringComparison.Ordinal), Patience);
        panel.Act(() => panel.Find("#informasi-reason").Input("Hanya angka, tanpa nama."));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Keputusan dicatat."], Done), Patience);
    }

    [Fact]
    public async Task Test_OfAFlaggedRequest_BeginsWithTheLettersItsWordsPointTo()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding, (InformationAnswers.Detail, "Daftar korban"));
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");

        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent == "Catat uji konsekuensi").ClickAsync());

        Assert.Equal(["a", "h", "j"], panel.FindAll(".huruf label").Where(l => l.QuerySelector("input")!.HasAttribute("checked")).Select(l => l.QuerySelector("b")!.TextContent));
    }

    [Fact]
    public async Task Test_Recorded_AppearsAndTheFormIsEmptyAgain()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent == "Catat uji konsekuensi").ClickAsync());
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Catat uji", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Isi informasi yang diuji.", panel.Find("#uji-information-salah").TextContent), Patience);

        panel.Act(() => panel.Find("#uji-information").Input("Nama penerima"));
        panel.Act(() => panel.FindAll(".huruf input")[7].Change(true));
        panel.Act(() => panel.Find("#uji-ifopened").Input("Rahasia pribadi terbuka."));
        panel.Act(() => panel.Find("#uji-ifclosed").Input("Penerima terlindungi."));
        panel.Act(() => panel.Find("#uji-period").Input("selama masih hidup"));
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Catat uji", StringComparison.Ordinal)).ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Pasal 17 huruf h UU 14/2008", panel.Find(".uji dl").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(panel.FindAll("#uji-information"));
    }

    [Fact]
    public async Task Show_NotTheirs_ReadsWithoutButtons()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);

        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "hendra", whyNot: "Sedang di meja lain.");

        Assert.Empty(panel.FindAll("button[data-utama]"));
        Assert.Empty(panel.FindAll("input[name=keputusan]"));
    }

    [Fact]
    public async Task Extend_FromThePanel_SubmitsTheNotice()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationDeciding);
        var panel = await ShowAsync<DecideInformationPanel>(request.Id, "lilis");
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Ajukan perpanjangan", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Equal("Pilih alasan perpanjangan.", panel.Find("#perpanjang-reasoncode-salah").TextContent), Patience);

        panel.Act(() => panel.Find("#perpanjang-reasoncode").Change("belum-diputuskan"));
        panel.Act(() => panel.Find("#perpanjang-explanation").Input("Menunggu uji konsekuensi."));
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Ajukan perpanjangan", StringComparison.Ordinal)).ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Tarik kembali untuk diperbaiki", panel.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal(LetterStatus.Draft, (await Agency.Data.BesideAsync(request.Id, LetterKinds.InformationExtension)).Status);
    }

    [Fact]
    public async Task Refuse_SignedMeanwhile_OffersTheDelivery()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationRefusing);
        var panel = await ShowAsync<RefuseInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#informasi-note").Input("Rekap tanpa identitas dapat diminta."));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Sudah diajukan.", panel.Markup, StringComparison.Ordinal), Patience);

        await Agency.Data.SignBesideAsync(request.Id, LetterKinds.InformationRefusal);

        panel.WaitForAssertion(() => Assert.Contains("Terbit dengan nomor", panel.Markup, StringComparison.Ordinal), Patience);
        panel.Act(() => panel.Find("#informasi-way").Change("Post"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Alasan penolakan disampaikan. Permohonan ditutup.", Done), Patience);
    }

    [Fact]
    public async Task Refuse_Returned_SaysWhyToWhoeverPreparedIt()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationRefusing);
        await Agency.Data.Information.SubmitRefusalAsync(request.Id, "", await Agency.ActAsync("lilis"));
        await Agency.Get<LetterService>().ReturnAsync((await Agency.Data.BesideAsync(request.Id, LetterKinds.InformationRefusal)).Id, "Lengkapi dasar hukumnya.", await Agency.ActAsync("ratna"));

        var panel = await ShowAsync<RefuseInformationPanel>(request.Id, "lilis");

        Assert.Contains("Dikembalikan oleh Ratna Kusumawardani", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("Lengkapi dasar hukumnya.", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provide_SoftCopyWithoutFile_ListedAboveAndNothingSubmitted()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationProviding);
        var panel = await ShowAsync<ProvideInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#dokumen-title").Input("Rekap DTSEN"));
        await panel.InvokeAsync(() => panel.FindAll("button").First(b => b.TextContent.Contains("Tambah dokumen", StringComparison.Ordinal)).ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("Rekap DTSEN", panel.Find(".dokumen b").TextContent, StringComparison.Ordinal), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Unggah berkas untuk “Rekap DTSEN”.", panel.Find(".di-galat").TextContent, StringComparison.Ordinal), Patience);
        await using var db = Agency.OpenDb();
        Assert.False(await db.Letters.AnyAsync(l => l.Kind == LetterKinds.InformationNotice));
    }

    [Fact]
    public async Task HandOver_AtTheCounter_EvidenceThenBothSignatures()
    {
        var request = await Agency.Data.InformationAtAsync(TestData.InformationHandingOver);
        var panel = await ShowAsync<HandOverInformationPanel>(request.Id, "lilis");
        panel.Act(() => panel.Find("#informasi-way").Change("Collect"));
        panel.Act(() => panel.Find("#informasi-receiveridentity").Input("3602995206850001"));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("TBI/1/2026", panel.Markup, StringComparison.Ordinal), Patience);

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());
        panel.WaitForAssertion(() => Assert.Contains("ditandatangani kedua pihak", panel.Find("#informasi-issignedbyboth-salah").TextContent, StringComparison.Ordinal), Patience);
        panel.Act(() => panel.Find("#informasi-issignedbyboth").Change(true));
        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("Informasi sudah diserahkan. Permohonan selesai.", Done), Patience);
    }
}
