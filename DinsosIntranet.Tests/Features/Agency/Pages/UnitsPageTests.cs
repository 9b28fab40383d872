using AngleSharp.Dom;
using Bunit;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Support;

namespace DinsosIntranet.Tests.Features.Agency.Pages;

public sealed class UnitsPageTests : SettingsPageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<UnitService>();
        Share<UnitQueries>();
    }

    [Fact]
    public void Desks_AsTheyAre_WithRolesStaffAndUses()
    {
        var page = Show();

        var row = Row(page, "Pekerja Sosial Rehsos");
        Assert.Contains("Pekerja Sosial (Rehsos)", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 pegawai", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 pegawai", Row(page, "Staf Bidang Dayasos").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddDesk_CodeProposedRolesPreviewed_SavedAndListed()
    {
        var page = Show();
        await PressAsync(page, "Tambah meja");
        Assert.Contains("Belum ada pegawai aktif", page.Find(".akibat").TextContent, StringComparison.Ordinal);
        page.Act(() => page.Find("#meja-name").Change("Bantuan bencana"));
        Assert.Equal("bantuan-bencana", page.Find("#meja-code").GetAttribute("value"));
        page.Act(() => page.Find("#meja-peran").Change(nameof(StaffRole.DtksOperator)));
        page.Act(() => page.Find("#meja-unit").Change("linjamsos"));
        await PressAsync(page, "Tambah peran");
        Assert.Contains("Sesudah disimpan (2)", page.Find(".akibat").TextContent, StringComparison.Ordinal);
        Assert.Contains("Euis Nurhayati, Yusup Hidayat", page.Find(".akibat").TextContent, StringComparison.Ordinal);
        Assert.True(page.FindComponent<UnsavedChanges>().Instance.IsDirty);

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains("Meja Bantuan bencana tersimpan.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("2 pegawai", Row(page, "Bantuan bencana").TextContent, StringComparison.Ordinal);
        Assert.False(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
        Assert.Contains("Terakhir diubah Rudi Hartono", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddDesk_EmptyForm_SaysWhatIsMissingAndNothingIsWritten()
    {
        var page = Show();
        await PressAsync(page, "Tambah meja");

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Equal(["#meja-code", "#meja-name", "#meja-seats"], page.FindAll(".di-galat a").Select(a => a.GetAttribute("href"))));
        Assert.Equal("Pilih setidaknya satu peran yang bertugas di meja ini.", page.Find("#meja-seats-salah").TextContent);
        Assert.Equal(17, (await Agency.Get<AgencyDirectory>().GetAsync()).Desks.Count);
    }

    [Fact]
    public async Task EditDesk_RoleExchanged_WhoGainsAndLosesShownBeforeSaving()
    {
        var page = Show();
        await PressAsync(page, "Ubah meja Operator SIKS-NG");
        await PressAsync(page, "Hapus Operator SIKS-NG");
        Assert.Contains("Belum ada pegawai aktif yang dapat bekerja di meja ini.", page.Find(".akibat").TextContent, StringComparison.Ordinal);
        page.Act(() => page.Find("#meja-peran").Change(nameof(StaffRole.PpidOfficer)));
        await PressAsync(page, "Tambah peran");

        var effects = page.Find(".akibat dl");

        Assert.Equal(
            ["Sekarang (2)", "Sesudah disimpan (1)", "Bertambah", "Berkurang", "Dipakai"],
            effects.QuerySelectorAll("dt").Select(t => t.TextContent));
        Assert.Equal(
            ["Euis Nurhayati, Yusup Hidayat", "Lilis Komariah", "Lilis Komariah", "Euis Nurhayati, Yusup Hidayat"],
            effects.QuerySelectorAll("dd").Take(4).Select(d => d.TextContent.Trim()));
        Assert.Contains("standar Pengecekan DTKS (langkah Cek SIKS-NG, Cetak surat)", effects.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CloseDesk_UsedByAStandard_ProblemNamesIt()
    {
        var page = Show();

        await PressAsync(page, "Hentikan meja Operator SIKS-NG");

        page.WaitForAssertion(() => Assert.Contains("Meja Operator SIKS-NG masih dipakai: standar Pengecekan DTKS", page.Find(".di-pesan.ingat").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CloseDesk_Unused_ClosedThenBack()
    {
        var page = Show();
        await PressAsync(page, "Hentikan meja Kabid PPPA");
        page.WaitForAssertion(() => Assert.Contains("tidak dipakai lagi", Row(page, "Kabid PPPA").TextContent, StringComparison.Ordinal));

        await PressAsync(page, "Pakai lagi meja Kabid PPPA");

        page.WaitForAssertion(() => Assert.Contains("Meja Kabid PPPA dipakai lagi.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task MoveDesk_Down_OrderFollows()
    {
        var page = Show();

        await PressAsync(page, "Turun: meja Front Office");

        page.WaitForAssertion(() => Assert.StartsWith("Sekretariat", page.Find(".meja tbody tr td").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AddUnit_Section_IndentedBelowItsDivision()
    {
        var page = Show();
        await PressAsync(page, "Tambah unit");
        page.Act(() => page.Find("#unit-name").Change("Seksi Jaminan Sosial"));
        page.Act(() => page.Find("#unit-shortname").Change("Jaminan"));
        page.Act(() => page.Find("#unit-parentcode").Change("linjamsos"));
        Assert.Contains("Kosong: Kepala Seksi Jaminan Sosial.", page.Find("#unit-headposition-bantu").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains("Unit Seksi Jaminan Sosial tersimpan.", page.Markup, StringComparison.Ordinal));
        var cell = page.FindAll(".unit tbody td").Single(c => c.TextContent.StartsWith("Seksi Jaminan Sosial", StringComparison.Ordinal));
        Assert.Equal(("tingkat-1", "Seksi Jaminan SosialKepala Seksi Jaminan Sosial · seksi-jaminan-sosial"), (cell.ClassName, cell.TextContent));
    }

    [Fact]
    public async Task EditUnit_NameOfAnother_ErrorBesideTheFieldAndTypingStays()
    {
        var page = Show();
        await PressAsync(page, "Ubah unit Bidang Rehabilitasi Sosial");
        Assert.Contains("Dipakai: ", page.Find("#h-unit").Closest("section")!.TextContent, StringComparison.Ordinal);
        page.Act(() => page.Find("#unit-name").Change("Sekretariat"));

        await PressAsync(page, "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Equal("Nama ini sudah dipakai.", page.Find("#unit-name-salah").TextContent));
        Assert.Equal("Sekretariat", page.Find("#unit-name").GetAttribute("value"));
        Assert.Equal("Bidang Rehabilitasi Sosial", (await Agency.Get<AgencyDirectory>().GetAsync()).UnitName("rehsos"));
    }

    [Fact]
    public async Task CloseUnit_StillUsed_ToldBeforeAndRefused()
    {
        var page = Show();
        await PressAsync(page, "Hentikan unit Bidang Rehabilitasi Sosial");
        Assert.Contains("2 peran pegawai", page.Find(".formulir .di-pesan").TextContent, StringComparison.Ordinal);

        await PressAsync(page, "Hentikan unit");

        page.WaitForAssertion(() => Assert.Contains("Bidang Rehabilitasi Sosial masih dipakai: ", page.Find(".di-galat").TextContent, StringComparison.Ordinal));
        Assert.Contains((await Agency.Get<AgencyDirectory>().GetAsync()).Units, u => u.Code == "rehsos");
    }

    [Fact]
    public async Task CloseUnit_Empty_ClosedFromTheDayThenBack()
    {
        await AddUnitAsync("uptd");
        var page = Show();
        await PressAsync(page, "Hentikan unit UPTD");
        Assert.Equal("23/11/2026", page.Find("#unit-since").GetAttribute("value"));
        page.Act(() => page.Find("#unit-since").Change("24/11/2026"));
        await PressAsync(page, "Hentikan unit");
        page.WaitForAssertion(() => Assert.Equal("Isi tanggal, paling lambat hari ini.", page.Find("#unit-since-salah").TextContent));
        page.Act(() => page.Find("#unit-since").Change("01112026"));

        await PressAsync(page, "Hentikan unit");

        page.WaitForAssertion(() => Assert.Contains("tidak dipakai sejak 01/11/2026", page.Markup, StringComparison.Ordinal));
        await PressAsync(page, "Pakai lagi unit UPTD");
        page.WaitForAssertion(() => Assert.Contains("Unit UPTD dipakai lagi.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OtherAdministratorSaves_FormOpen_ToldAndNothingLost()
    {
        var page = Show();
        await PressAsync(page, "Ubah unit Bidang Rehabilitasi Sosial");
        Assert.All(page.FindAll("tbody button, header button"), b => Assert.True(b.HasAttribute("disabled")));
        page.Act(() => page.Find("#unit-name").Change("Bidang Rehabilitasi"));

        await AddUnitAsync("uptd");

        page.WaitForAssertion(() => Assert.Contains("Unit atau meja berubah sejak Anda buka.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal("Bidang Rehabilitasi", page.Find("#unit-name").GetAttribute("value"));
        await PressAsync(page, "Simpan perubahan");
        page.WaitForAssertion(() => Assert.Contains("sudah diubah Rudi Hartono pada 23/11/2026", page.Find(".di-galat").TextContent, StringComparison.Ordinal));
        Assert.Equal("Bidang Rehabilitasi Sosial", (await Agency.Get<AgencyDirectory>().GetAsync()).UnitName("rehsos"));
        await PressAsync(page, "Muat ulang");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Ubah unit UPTD']")));
    }

    [Fact]
    public async Task OtherAdministratorSaves_NoFormOpen_ShownAtOnce()
    {
        var page = Show();

        await AddUnitAsync("uptd");

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Ubah unit UPTD']")), TimeSpan.FromSeconds(5));
    }

    private static IElement Row(IRenderedComponent<UnitsPage> page, string desk) =>
        page.FindAll(".meja tbody tr").Single(r => r.QuerySelector("td")!.TextContent.StartsWith(desk, StringComparison.Ordinal));

    private static Task PressAsync(IRenderedComponent<UnitsPage> page, string name) =>
        page.InvokeAsync(() => page.FindAll("button").First(b => (b.GetAttribute("aria-label") ?? b.TextContent.Trim()) == name).ClickAsync(new()));

    private IRenderedComponent<UnitsPage> Show() => Open<UnitsPage>("/pengaturan/unit-dan-meja");

    private async Task AddUnitAsync(string code)
    {
        var outcome = await Agency.Get<UnitService>().SaveUnitAsync(
            new SaveUnit { Seen = null, Code = code, IsNew = true, Name = code.ToUpperInvariant(), ShortName = code.ToUpperInvariant() }, await Agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }
}
