using Bunit;
using DinsosIntranet.App.Demo;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Letters.Pages;

/// <summary>The page of one letter and the dialogs opened from it and from the signing list.</summary>
public sealed class LetterScreenTests : PanelTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("ratna", true, false)]
    [InlineData("asep", true, false)]
    [InlineData("nani", false, true)]
    [InlineData("dedi", false, true)]
    [InlineData("yusup", false, false)]
    public async Task Show_HandedOver_ActsByRight(string viewer, bool revokes, bool replaces)
    {
        var letter = await Agency.Data.HandedOverAsync();

        var page = await PageAsync(letter.Id, viewer);

        Assert.Equal($"Surat {letter.Number}", page.Find("h1").TextContent);
        Assert.Equal(revokes, page.FindAll("button").Any(b => b.TextContent == "Cabut surat"));
        Assert.Equal(replaces, page.FindAll("button").Any(b => b.TextContent == "Buat surat pengganti"));
        Assert.Contains(letter.VerificationCode!, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Siti Aminah", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Missing_SaysSo()
    {
        var page = await PageAsync(Guid.NewGuid(), "nani");

        Assert.Contains("Surat ini tidak ada", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_External_NamesOfTheSignatureWithTheWarning()
    {
        var letter = (await Agency.Data.ApproveAsync((await Agency.Data.LetterToSignAsync()).Id, SigningMode.External)).Value;
        var sent = await Agency.Get<PaperArchive>().ReadAsync(letter.ApprovedFileId!.Value);
        await Agency.Get<LetterService>().UploadSignedAsync(letter.Id, new MemoryStream(ExternalSigner.Sign(sent, ExternalSigner.Certificate())), await Agency.ActAsync("asep"));

        var page = await PageAsync(letter.Id, "dedi");

        Assert.Contains("Ratna Kusumawardani", page.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("tidak diperiksa rantai sertifikatnya", page.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_WithoutKindOrReason_RefusedBesideBoth()
    {
        var letter = await Agency.Data.HandedOverAsync();
        var page = await PageAsync(letter.Id, "nani");
        await page.InvokeAsync(() => Button(page, "Buat surat pengganti").ClickAsync());

        await page.InvokeAsync(() => Button(page, "Buka permohonan pengganti").ClickAsync());

        page.WaitForAssertion(() => Assert.Equal("Pilih perbaikan atau perpanjangan.", page.Find("#Kind-salah").TextContent), Patience);
        Assert.Equal("Isi alasan penggantian.", page.Find("#Reason-salah").TextContent);
    }

    [Fact]
    public async Task PrepareNumber_Typed_ShownAndKeptForTheSigner()
    {
        var letter = await Agency.Data.LetterToSignAsync();
        var page = await PageAsync(letter.Id, "dedi");
        await page.InvokeAsync(() => Button(page, "Siapkan nomor lain").ClickAsync());
        page.Act(() => page.FindAll("input[name=asal-nomor]")[1].Change(true));
        page.Act(() => page.Find("#TypedNumber").Input("B/77/Dinsos/2026"));
        page.Act(() => page.Find("#DatedOn").Change("2026-11-23"));

        await page.InvokeAsync(() => Button(page, "Siapkan nomor").ClickAsync());
        page.WaitForAssertion(() => Assert.Equal("Isi alasan nomor ini.", page.Find("#Reason-salah").TextContent), Patience);
        page.Act(() => page.Find("#Reason").Input("diberi aplikasi lain"));
        await page.InvokeAsync(() => Button(page, "Siapkan nomor").ClickAsync());

        page.WaitForAssertion(() => Assert.Contains("B/77/Dinsos/2026 dari sistem lain, bertanggal 23 November 2026", page.Markup, StringComparison.Ordinal), Patience);
        var panel = await ShowAsync<SignPanel>(letter.RequestId, "asep");
        Assert.Contains("B/77/Dinsos/2026 dari sistem lain", panel.Find("dl").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_WrongPassword_RefusedBesideTheFieldAndReasonKept()
    {
        var letter = await Agency.Data.HandedOverAsync();
        As("ratna");
        var dialog = Render<RevokeDialog>(p => p.Add(d => d.LetterId, letter.Id));
        dialog.Act(() => dialog.Find("#cabut-alasan").Input("nama salah"));
        dialog.Act(() => dialog.Find("#cabut-sandi").Input("salah"));

        await dialog.InvokeAsync(() => dialog.Find("button[data-utama]").ClickAsync());

        dialog.WaitForAssertion(() => Assert.Equal("Kata sandi tidak cocok. Surat belum dicabut.", dialog.Find("#cabut-sandi-salah").TextContent), Patience);
        Assert.Equal("nama salah", dialog.Find("#cabut-alasan").GetAttribute("value"));
        Assert.Equal(LetterStatus.Issued, (await Agency.Data.LetterAsync(letter.Id)).Status);
    }

    [Fact]
    public async Task BatchSign_Dialog_SaysAsWhomAndInWhichWay()
    {
        await Agency.Data.LetterToSignAsync();
        var agency = await Agency.Get<AgencyDirectory>().GetAsync();
        var actor = await Agency.ActorAsync("asep");
        var rows = (await Agency.Get<LetterQueries>().WaitingAsync(actor, agency, Agency.Time.Now)).ToSign;
        As("asep");
        var dialog = Render<BatchSignDialog>(p => p
            .Add(d => d.Rows, rows)
            .Add(d => d.Capacities, LetterQueries.CapacitiesOf(rows, actor, agency))
            .Add(d => d.DefaultMode, SigningMode.AgencySeal));

        Assert.Contains("a.n. Kepala Dinas, Kabid Linjamsos", dialog.Markup, StringComparison.Ordinal);
        Assert.Contains("Bukan tanda tangan elektronik tersertifikasi BSrE", dialog.Markup, StringComparison.Ordinal);
        dialog.Act(() => dialog.Find("#sandi-bersama").Input("salah"));
        await dialog.InvokeAsync(() => dialog.Find("button[data-utama]").ClickAsync());
        dialog.WaitForAssertion(() => Assert.StartsWith("Kata sandi tidak cocok.", dialog.Find("#sandi-bersama-salah").TextContent, StringComparison.Ordinal), Patience);
        Assert.True(string.IsNullOrEmpty(dialog.Find("#sandi-bersama").GetAttribute("value")));
    }

    [Fact]
    public async Task SignPanel_External_DownloadFirstThenUpload()
    {
        var request = await Agency.Data.RequestAtAsync(TestData.Signing);
        var panel = await ShowAsync<SignPanel>(request.Id, "asep");
        panel.Act(() => panel.FindAll("input[name=cara-tanda-tangan]")[2].Change(true));
        panel.Act(() => panel.Find("#Password").Input(DemoAgency.Password));

        await panel.InvokeAsync(() => panel.Find("button[data-utama]").ClickAsync());

        var letter = await Agency.Data.LetterOfAsync(request.Id);
        panel.WaitForAssertion(() => Assert.Equal($"/cetak/surat/{letter.Id}/unduh", panel.Find("a[data-utama]").GetAttribute("href")), Patience);
        Assert.Contains("menunggu TTE luar", panel.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Equal(".pdf,application/pdf", panel.Find("#pindaian").GetAttribute("accept"));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<LetterDetails> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Trim() == text);

    private async Task<IRenderedComponent<LetterDetails>> PageAsync(Guid letterId, string viewer)
    {
        As(viewer);
        Services.AddSingleton(Agency.Get<AgencyDirectory>());
        Services.AddSingleton(Agency.Get<NumberPreparationService>());
        Services.AddSingleton(Agency.Get<ReplacementService>());
        var actor = await Agency.ActorAsync(viewer);
        var page = Render<LetterDetails>(p => p.Add(c => c.Id, letterId).AddCascadingValue(actor));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".di-badan")), Patience);
        return page;
    }
}
