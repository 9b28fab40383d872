using Bunit;
using DinsosIntranet.Features.Standards.Pages;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Features.Agency.Pages;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DinsosIntranet.Tests.Features.Standards.Pages;

public sealed class StandardVersionPagesTests : SettingsPageTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<StandardVersionQueries>();
        Share<StandardImportService>();
        Share<StandardScheduleService>();
        Share<StandardQueries>();
    }

    [Fact]
    public void List_RealStandards_EachWithWhatCounts()
    {
        var page = Open<StandardVersionsPage>("/pengaturan/standar");

        Assert.Equal(6, page.FindAll("tbody tr").Count);
        Assert.Contains("Versi 2", page.FindAll("tbody tr").First(r => r.TextContent.Contains("Layanan Rehabilitasi Sosial", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/pengaturan/standar/impor']"));
    }

    [Fact]
    public async Task List_PlannedElsewhere_ShownAtOnce()
    {
        await ImportSecondAsync();
        var page = Open<StandardVersionsPage>("/pengaturan/standar");
        Assert.Contains("1 versi belum direncanakan", page.Markup, StringComparison.Ordinal);

        await StandardScheduleServiceTests.PlanAsync(Agency, 2, new DateOnly(2026, 11, 24));

        page.WaitForAssertion(() => Assert.Contains("Versi 2 mulai 24/11/2026", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Missing_StandardOrVersion_SaysSo()
    {
        var history = Open<StandardHistoryPage>("/pengaturan/standar/tidak-ada", p => p.Add(h => h.Code, "tidak-ada"));
        var version = Open<StandardVersionPage>("/pengaturan/standar/dtks/9", p => p.Add(h => h.Code, "dtks").Add(h => h.Number, 9));

        Assert.Contains("Standar ini tidak ada.", history.Markup, StringComparison.Ordinal);
        Assert.Contains("Versi ini tidak ada.", version.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_SecondOfDtks_ComparedDrawnAndPlanned()
    {
        await ImportSecondAsync();
        var page = OpenVersion("dtks", 2);

        Assert.Contains("1 ditambah, 0 dihapus, 4 diubah.", page.Find("#h-beda").Closest("section")!.TextContent, StringComparison.Ordinal);
        var fee = page.FindAll(".beda tr").Single(r => r.TextContent.Contains("Biaya atau tarif", StringComparison.Ordinal));
        Assert.Equal(["Tidak dipungut biaya", "Gratis"], fee.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        Assert.Contains("Diubah", fee.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, page.FindAll(".alur-langkah").Count);

        Press(page, "Berlakukan versi ini");
        page.WaitForAssertion(() => Assert.Equal(["Isi tanggal mulai.", "Isi dasarnya, misalnya nomor SK; 5 sampai 300 huruf."], page.FindAll(".di-pesan-salah").Select(e => e.TextContent)));
        page.Act(() => page.Find("#rencana-versi-from").Change("24112026"));
        page.Act(() => page.Find("#rencana-versi-basis").Change("SK 460/12/2026"));
        Assert.Contains("Mulai Selasa, 24 November 2026 pukul 00.00, permohonan baru memakai versi 2", page.Markup, StringComparison.Ordinal);
        Assert.True(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
        Press(page, "Berlakukan versi ini");

        page.WaitForAssertion(() => Assert.Contains("Versi 2 berlaku mulai 24/11/2026 pukul 00.00.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Direncanakan, mulai 24/11/2026", page.Find(".di-rinci").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#rencana-versi-from"));
        Assert.False(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
    }

    [Fact]
    public async Task Version_DatabaseTextChanged_Said()
    {
        await ImportSecondAsync();
        await Agency.SqlAsync($"""UPDATE "StandardVersions" SET "Json" = replace("Json", 'Gratis', 'Mahal') WHERE "VersionNumber" = 2""");

        Assert.Contains("Berkas ini berubah di basis data.", OpenVersion("dtks", 2).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_OpenWithoutPanels_NoFormButTheReason()
    {
        var json = File.ReadAllText(Path.Combine(StandardFixtures.DataFolder, "standards", "dtks.json"))
            .Replace("\"version\": 1", "\"version\": 2").Replace("\"dtks.print\"", "\"verify\"");
        Assert.True((await StandardImportServiceTests.ImportAsync(Agency, json, "dtks")).IsOk);

        var page = OpenVersion("dtks", 2);

        Assert.Contains("Belum dapat diberlakukan.", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Langkah 8 menandatangani surat", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#rencana-versi-from"));
    }

    [Fact]
    public async Task History_PlanMovedAndCalledOff()
    {
        await ImportSecondAsync();
        await StandardScheduleServiceTests.PlanAsync(Agency, 2, new DateOnly(2026, 11, 24));
        var page = OpenHistory("dtks");

        page.Act(() => page.FindAll("button").Single(b => b.TextContent == "Ubah tanggal").Click());
        page.Act(() => page.Find("#jadwal-from").Change("30/11/2026"));
        Press(page, "Simpan tanggal");

        page.WaitForAssertion(() => Assert.Contains("Rencana versi 2 diubah ke 30/11/2026.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Versi 2 mulai 30/11/2026", page.Find("#h-jadwal").Closest("section")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_OtherAdministratorWasFirst_ToldWhoAndWhenAndShownTheNewest()
    {
        await ImportSecondAsync();
        await StandardScheduleServiceTests.PlanAsync(Agency, 2, new DateOnly(2026, 11, 24));
        var page = OpenHistory("dtks");
        page.Act(() => page.FindAll("button").Single(b => b.TextContent == "Ubah tanggal").Click());
        page.Act(() => page.Find("#jadwal-from").Change("30/11/2026"));
        await using (var db = Agency.OpenDb())
        {
            await db.StandardSchedules.Where(s => s.Code == "dtks").ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, Guid.CreateVersion7()).SetProperty(r => r.ChangedBy, "Sari Wulandari"));
        }

        Press(page, "Simpan tanggal");

        page.WaitForAssertion(() => Assert.Contains("sudah diubah Sari Wulandari pada 23/11/2026", page.Markup, StringComparison.Ordinal));
        Press(page, "Simpan tanggal");
        page.WaitForAssertion(() => Assert.Contains("Rencana versi 2 diubah ke 30/11/2026.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void History_Retire_ConsequenceSaidThenPlanned()
    {
        var page = OpenHistory("dtks");
        page.Act(() => page.Find("#rencana-henti-from").Change("01/12/2026"));
        page.Act(() => page.Find("#rencana-henti-basis").Change("SK 460/13/2026"));
        Assert.Contains("layanan ini tidak menerima permohonan baru", page.Markup, StringComparison.Ordinal);

        Press(page, "Hentikan standar");

        page.WaitForAssertion(() => Assert.Contains("Standar dihentikan mulai 01/12/2026 pukul 00.00.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#rencana-henti-from"));
    }

    [Fact]
    public void History_SecretStandard_AdministratorReadsWhoDecides()
    {
        var page = OpenHistory("korban-kbga");

        Assert.Contains("ditetapkan Kepala Dinas atau Sekretaris Dinas", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#rencana-henti-from"));
    }

    [Fact]
    public void Import_WrongFile_LinesNamedNothingToPressNothingWritten()
    {
        var page = Open<StandardImportPage>("/pengaturan/standar/impor?kode=dtks");

        Upload(page, StandardFixtures.SecondDtksJson.Replace("\"operator-siks-ng\"", "\"gudang\""));

        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".di-galat a"), a => a.TextContent.StartsWith("Langkah 5-cek-siks-ng (baris", StringComparison.Ordinal)), TimeSpan.FromSeconds(10));
        Assert.All(page.FindAll(".di-galat a"), a => Assert.Equal("#impor-standar-content", a.GetAttribute("href")));
        Assert.DoesNotContain(page.FindAll("button"), b => b.TextContent.Trim() == "Simpan versi ini");
        using var db = Agency.OpenDb();
        Assert.Equal(6, db.StandardVersions.Count());
    }

    [Fact]
    public void Import_FileTooLarge_Refused()
    {
        var page = Open<StandardImportPage>("/pengaturan/standar/impor");

        Upload(page, new string('a', 300 * 1024));

        page.WaitForAssertion(() => Assert.Contains("Berkas lebih besar dari 256 KB", page.Find(".di-galat").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Import_SixthStandard_PreviewedThenSavedAndOpened()
    {
        var page = Open<StandardImportPage>("/pengaturan/standar/impor");

        Upload(page, StandardFixtures.SixthJson);

        page.WaitForAssertion(() => Assert.Contains("(standar baru)", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(8, page.FindAll(".alur-langkah").Count);
        Assert.True(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
        Press(page, "Simpan versi ini");
        page.WaitForAssertion(() => Assert.EndsWith("/pengaturan/standar/rekomendasi-lks/1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.False(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
    }

    [Fact]
    public async Task Public_NewVersionActivated_ShownWithoutReload()
    {
        await ImportSecondAsync();
        var page = Open<StandardPage>("/standar/dtks", p => p.Add(s => s.Code, "dtks"));
        Assert.Contains("versi 1", page.Markup, StringComparison.Ordinal);

        await StandardScheduleServiceTests.PlanAsync(Agency, 2, new DateOnly(2026, 11, 23));

        page.WaitForAssertion(() => Assert.Contains("versi 2", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }

    private IRenderedComponent<StandardHistoryPage> OpenHistory(string code) => Open<StandardHistoryPage>($"/pengaturan/standar/{code}", p => p.Add(h => h.Code, code));

    private IRenderedComponent<StandardVersionPage> OpenVersion(string code, int number) =>
        Open<StandardVersionPage>($"/pengaturan/standar/{code}/{number}", p => p.Add(h => h.Code, code).Add(h => h.Number, number));

    private static void Press<T>(IRenderedComponent<T> page, string button)
        where T : IComponent =>
        page.Act(() => page.FindAll("button").First(b => b.TextContent.Trim() == button).Click());

    private static void Upload(IRenderedComponent<StandardImportPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "standar.json"));

    private async Task ImportSecondAsync() => Assert.True((await StandardImportServiceTests.ImportAsync(Agency, StandardFixtures.SecondDtksJson, "dtks")).IsOk);
}

/// <summary>The same pages as the head sees them.</summary>
public sealed class StandardVersionPagesOfTheHeadTests : SettingsPageTest
{
    protected override string UserName => "ratna";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Share<StandardVersionQueries>();
        Share<StandardScheduleService>();
    }

    [Fact]
    public void List_NoImport() => Assert.Empty(Open<StandardVersionsPage>("/pengaturan/standar").FindAll("a[href='/pengaturan/standar/impor']"));

    [Fact]
    public void History_SecretStandard_MayEnd_OpenOne_MayNot()
    {
        Assert.Single(Open<StandardHistoryPage>("/pengaturan/standar/korban-kbga", p => p.Add(h => h.Code, "korban-kbga")).FindAll("#rencana-henti-from"));
        Assert.Empty(Open<StandardHistoryPage>("/pengaturan/standar/dtks", p => p.Add(h => h.Code, "dtks")).FindAll("#rencana-henti-from"));
    }
}
