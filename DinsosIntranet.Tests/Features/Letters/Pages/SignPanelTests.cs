using Bunit;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;

namespace DinsosIntranet.Tests.Features.Letters.Pages;

public sealed class SignPanelTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Sign_WrongPassword_RefusedBesideTheFieldAndFieldEmptied()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var panel = await ShowAsync<SignPanel>(request.Id, "asep");
        panel.Act(() => panel.Find("#Password").Input("salah"));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Kata sandi tidak cocok. Surat belum ditandatangani.", panel.Find("#Password-salah").TextContent), Patience);
        Assert.True(string.IsNullOrEmpty(panel.Find("#Password").GetAttribute("value")));
        Assert.Equal(LetterStatus.Draft, (await Agency.Data.LetterOfAsync(request.Id)).Status);
    }

    [Fact]
    public async Task Sign_Wet_NumberShownWithPrintAndUpload()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var panel = await ShowAsync<SignPanel>(request.Id, "asep");
        panel.Act(() => panel.Find("#Password").Input(DemoAgency.Password));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Contains("400.9.14.1/001/Dinsos/XI/2026", panel.Find("dl").TextContent, StringComparison.Ordinal), Patience);
        var letter = await Agency.Data.LetterOfAsync(request.Id);
        Assert.Equal($"/cetak/surat/{letter.Id}", panel.Find("a[data-utama]").GetAttribute("href"));
        Assert.NotNull(panel.FindComponent<InputFile>());
    }

    [Fact]
    public async Task Sign_Seal_PageIsToldTheNumber()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var panel = await ShowAsync<SignPanel>(request.Id, "ratna");
        panel.Act(() => panel.FindAll("input[name=cara-tanda-tangan]")[1].Change(true));
        panel.Act(() => panel.Find("#Password").Input(DemoAgency.Password));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal(["Surat terbit dengan segel dinas, nomor 400.9.14.1/001/Dinsos/XI/2026."], Done), Patience);
    }

    [Theory]
    [InlineData("ratna", "Anda menandatangani sebagai Kepala Dinas.")]
    [InlineData("asep", "Anda menandatangani sebagai a.n. Kepala Dinas, Kabid Linjamsos.")]
    public async Task Show_Signer_SaysAsWhom(string signer, string sentence)
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);

        var panel = await ShowAsync<SignPanel>(request.Id, signer);

        Assert.StartsWith(sentence, panel.Find("#Password-bantu").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_WithoutReason_RefusedBesideTheField()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var panel = await ShowAsync<SignPanel>(request.Id, "asep");
        await panel.InvokeAsync(() => panel.Find("footer .di-garis").ClickAsync());

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        panel.WaitForAssertion(() => Assert.Equal("Isi apa yang perlu diperbaiki.", panel.Find(".di-pesan-salah").TextContent), Patience);
    }

    [Theory]
    [InlineData("nani", true, false)]
    [InlineData("dedi", true, true)]
    [InlineData("lilis", false, false)]
    public async Task Show_AwaitingInkToOthers_PrintAlwaysUploadAndVoidByRight(string viewer, bool uploads, bool voids)
    {
        var request = await WetAsync();

        var panel = await ShowAsync<SignPanel>(request, viewer, "Sedang di meja Tanda tangan Linjamsos.");

        Assert.Single(panel.FindAll("a[data-utama]"));
        Assert.Equal(uploads, panel.FindAll("#pindaian").Count == 1);
        Assert.Equal(voids, panel.FindAll("button").Any(b => b.TextContent == "Batalkan nomor"));
    }

    [Fact]
    public async Task Upload_NoScan_RefusedInPlaceAndScanIssues()
    {
        var request = await WetAsync();
        var panel = await ShowAsync<SignPanel>(request, "nani", "Sedang di meja Tanda tangan Linjamsos.");

        panel.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("halo", "surat.pdf"));
        panel.WaitForAssertion(() => Assert.Equal("Hanya PDF, JPEG, atau PNG.", panel.Find(".di-pesan-salah").TextContent), Patience);
        panel.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(TestData.Scan().ToArray(), "surat.pdf"));

        panel.WaitForAssertion(() => Assert.Equal(["Surat 400.9.14.1/001/Dinsos/XI/2026 terbit."], Done), Patience);
        Assert.Equal(LetterStatus.Issued, (await Agency.Data.LetterOfAsync(request)).Status);
    }

    private async Task<Guid> WetAsync()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var draft = await Agency.Data.LetterOfAsync(request.Id);
        await Agency.Get<LetterService>().ApproveAsync(TestData.Approve(draft.Id, SigningMode.Wet), await Agency.ActAsync("asep"));
        return request.Id;
    }
}
