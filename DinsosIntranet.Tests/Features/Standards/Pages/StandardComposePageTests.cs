using Bunit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.Standards.Pages.Composing;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Drafts;
using DinsosIntranet.Tests.Features.Agency.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Standards.Pages;

public sealed class StandardComposePageTests : SettingsPageTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<StandardVersionQueries>();
        Share<StandardImportService>();
        Share<StandardComposing>();
        Share<DraftStore>();
    }

    [Fact]
    public void Blank_CheckedAtOnce_RefusedBesideTheFieldsAndNothingStored()
    {
        var page = Begin(StandardComposing.Blank);
        page.Act(() => page.Find("#susun-shorttitle").Change("Coba"));

        Press(page, "Periksa");

        page.WaitForAssertion(() => Assert.Contains("Judul belum diisi.", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Equal("Coba", page.Find("#susun-shorttitle").GetAttribute("value"));
        Assert.DoesNotContain("Simpan versi ini", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Example_CheckedAndSaved_IsAVersionLikeAnyOther()
    {
        var page = Begin("contoh:reaktivasi-pbi-jk");
        Press(page, "Periksa");
        page.WaitForAssertion(() => Assert.Contains("Standar dapat disimpan", page.Markup, StringComparison.Ordinal), Patience);

        Press(page, "Simpan versi ini");

        page.WaitForAssertion(() => Assert.EndsWith("/pengaturan/standar/reaktivasi-pbi-jk/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), Patience);
        await using var db = Agency.OpenDb();
        Assert.True(await db.StandardVersions.AnyAsync(v => v.Code == "reaktivasi-pbi-jk" && v.VersionNumber == 1));
        Assert.False(await db.Drafts.AnyAsync());
    }

    [Fact]
    public void NewVersion_KeepsTheCodeAndHasTheNextNumber()
    {
        var page = Begin("dtks");

        Assert.True(page.Find("#susun-code").HasAttribute("disabled"));
        Assert.Contains("Versi 2 dari dtks", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Step_WithoutAWayOut_SaidAtTheStep()
    {
        var page = Begin("contoh:reaktivasi-pbi-jk");
        page.Act(() => page.Find("#susun-langkah-5-ke, #susun-langkah-5-hasil-0-ke").Change("5-tanda-tangan"));

        Press(page, "Periksa");

        page.WaitForAssertion(() => Assert.Contains("berputar tanpa jalan keluar", page.Find("#susun-langkah-6-penyerahan").TextContent, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public void Action_Dispose_AsksForAProposal()
    {
        var page = Begin(StandardComposing.Blank);

        page.Act(() => page.Find("#susun-langkah-0-tindakan").Change(StepActions.Dispose));

        Assert.NotNull(page.Find("#susun-langkah-0-usulan"));
        Assert.Equal("Disposisikan", page.Find("#susun-langkah-0-hasil-0-label").GetAttribute("value"));
    }

    [Fact]
    public void Typed_ThenComeBack_DraftIsThere()
    {
        var page = Begin(StandardComposing.Blank);
        page.Act(() => page.Find("#susun-title").Change("Layanan yang sedang ditulis"));
        Agency.Time.Advance(DraftTimer.Pause);
        page.WaitForAssertion(() => Assert.Contains("draf tersimpan", page.Markup, StringComparison.Ordinal), Patience);

        var again = Open<StandardComposePage>(StandardComposePage.Address);

        again.WaitForAssertion(() => Assert.Equal("Layanan yang sedang ditulis", again.Find("#susun-title").GetAttribute("value")), Patience);
    }

    [Fact]
    public void Lists_AddedAndRemoved_Follow()
    {
        var page = Begin(StandardComposing.Blank);
        Press(page, "Tambah persyaratan");
        Press(page, "Tambah langkah");
        Press(page, "Tambah akhir");
        Press(page, "Tambah tombol");
        page.Act(() => page.Find("section[aria-labelledby=h-surat] input[type=checkbox]").Change(true));
        Press(page, "Tambah isian");
        Press(page, "Tambah bagian");

        Assert.Equal(2, page.FindAll("fieldset[id^=susun-langkah-]").Count);
        page.Act(() => page.Find("button[aria-label='Hapus langkah 2']").Click());
        Assert.Single(page.FindAll("fieldset[id^=susun-langkah-]"));
        page.Act(() => page.Find("section[aria-labelledby=h-surat] input[type=checkbox]").Change(false));
        Assert.Empty(page.FindAll("#susun-letter\\.name"));
    }

    private IRenderedComponent<StandardComposePage> Begin(string source)
    {
        var page = Open<StandardComposePage>(StandardComposePage.Address);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#susun-key")), Patience);
        page.Act(() => page.Find("#susun-key").Change(source));
        Press(page, "Mulai menyusun");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#susun-title")), Patience);
        return page;
    }

    private static void Press(IRenderedComponent<StandardComposePage> page, string button) =>
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == button).Click());
}
