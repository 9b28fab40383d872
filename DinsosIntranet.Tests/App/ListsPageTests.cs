using Bunit;
using DinsosIntranet.App;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Features.Agency.Pages;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.App;

public sealed class ListsPageTests : SettingsPageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<ChoiceService<DispositionInstruction>>();
        Share<ChoiceService<CertificatePurpose>>();
        Share<ChoiceService<AidProgramme>>();
    }

    [Fact]
    public async Task AddPurpose_FigureOutOfReach_ErrorBesideItThenSaved()
    {
        var page = Open<ListsPage>("/pengaturan/daftar");
        await PressAsync(page, "Tambah tujuan");
        page.Act(() => page.Find("#tujuan-surat-code").Change("beasiswa"));
        page.Act(() => page.Find("#tujuan-surat-label").Change("Beasiswa daerah"));
        page.Act(() => page.Find("#tujuan-surat-maximumdecile").Change("11"));
        await PressAsync(page, "Simpan perubahan");
        page.WaitForAssertion(() => Assert.Equal("Isi angka antara 1 dan 10, atau kosongkan.", page.Find("#tujuan-surat-maximumdecile-salah").TextContent));
        Assert.DoesNotContain((await Agency.Get<ChoiceService<CertificatePurpose>>().ReadAsync()).Lines, l => l.Code == "beasiswa");
        page.Act(() => page.Find("#tujuan-surat-maximumdecile").Change("4"));

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Ubah Beasiswa daerah']")));
        Assert.False(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
    }

    [Fact]
    public async Task OtherAdministratorSaves_FormOpen_ToldAndNeitherLosesAnything()
    {
        var page = Open<ListsPage>("/pengaturan/daftar");
        await PressAsync(page, "Ubah Proses lebih lanjut");
        Assert.Contains(page.FindAll("h3"), h => h.TextContent == "Ubah Proses lebih lanjut");
        page.Act(() => page.Find("#instruksi-label").Change("Proses segera"));

        await RetireAsync("tanggapan-saran");
        page.WaitForAssertion(() => Assert.Contains("Daftar ini berubah sejak Anda buka.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));

        // A press that is refused must not take the newer list under the form.
        await PressAsync(page, "Turun: Proses lebih lanjut");
        await PressAsync(page, "Simpan perubahan");
        page.WaitForAssertion(() => Assert.Contains("sudah diubah Rudi Hartono", page.Find(".di-galat").TextContent, StringComparison.Ordinal));
        Assert.Equal("Proses segera", page.Find("#instruksi-label").GetAttribute("value"));
        await PressAsync(page, "Muat ulang");
        Assert.Empty(page.FindAll(".di-galat"));
    }

    [Fact]
    public async Task OtherAdministratorSaves_NoFormOpen_ShownAtOnce()
    {
        var page = Open<ListsPage>("/pengaturan/daftar");
        var line = (await Agency.Get<ChoiceService<DispositionInstruction>>().ReadAsync()).Lines[1];

        await RetireAsync(line.Code);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll($"[aria-label='Pakai lagi {line.Label}']")), TimeSpan.FromSeconds(5));
    }

    private static Task PressAsync(IRenderedComponent<ListsPage> page, string name) =>
        page.InvokeAsync(() => page.FindAll("button").First(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name).ClickAsync(new()));

    private async Task RetireAsync(string code)
    {
        var outcome = await Agency.Get<ChoiceService<DispositionInstruction>>().RetireAsync(null, code, retires: true, await Agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }
}
