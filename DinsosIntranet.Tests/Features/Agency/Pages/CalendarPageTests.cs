using AngleSharp.Dom;
using Bunit;
using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Ui;
using DinsosIntranet.Tests.Support;
using Microsoft.AspNetCore.Components.Forms;

namespace DinsosIntranet.Tests.Features.Agency.Pages;

public sealed class CalendarPageTests : SettingsPageTest
{
    private const string Csv = "tanggal;nama;jenis;sumber\n2028-01-03;Cuti bersama Tahun Baru;cuti-bersama;SKB 2027\n2028-12-25;Natal;libur-nasional;SKB 2027\n";

    [Fact]
    public void SaveDay_EmptyForm_SaysWhatIsMissingBesideTheFields()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");

        Press(page, "#h-libur", "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Equal(
            ["Isi tanggalnya.", "Isi nama harinya.", "Isi keputusan yang menetapkannya."],
            page.FindAll(".di-pesan-salah").Select(e => e.TextContent)));
        Assert.Equal(["#libur-date", "#libur-name", "#libur-source"], page.FindAll(".di-galat a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void SaveDay_NewHoliday_SampleShownThenListed()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");
        page.Act(() => page.Find("#libur-date").Change("02122026"));
        page.Act(() => page.Find("#libur-name").Change("Hari jadi Kabupaten Lebak"));
        page.Act(() => page.Find("#libur-source").Change("Keputusan Bupati 12/2026"));
        Assert.Contains("permohonan yang diterima 01/12/2026 15.50", page.Find(".contoh caption").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            [("02/12/2026 07.35", "03/12/2026 07.35"), ("08/12/2026 16.00", "09/12/2026 16.00")],
            page.FindAll(".contoh tbody tr").Select(r => (r.QuerySelectorAll("td")[0].TextContent, r.QuerySelectorAll("td")[1].TextContent)));
        Assert.True(page.FindComponent<UnsavedChanges>().Instance.IsDirty);

        Press(page, "#h-libur", "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains("Hari jadi Kabupaten Lebak (02/12/2026) tersimpan.", page.Markup, StringComparison.Ordinal));
        Assert.Contains(page.FindAll(".libur tbody tr"), r => r.TextContent.Contains("Hari jadi Kabupaten Lebak", StringComparison.Ordinal));
        Assert.False(page.FindComponent<UnsavedChanges>().Instance.IsDirty);
        Assert.Contains("Terakhir diubah Rudi Hartono", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("32/13/2026")]
    [InlineData("02/12/0026")]
    public void SaveDay_DateOutOfReach_RefusedAndNoSample(string typed)
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");
        page.Act(() => page.Find("#libur-date").Change(typed));
        Assert.Empty(page.FindAll(".contoh"));

        Press(page, "#h-libur", "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".di-galat a"), a => a.TextContent == "Isi tanggalnya."));
    }

    [Fact]
    public void SaveHours_UnreadableDate_RefusedAndNoSample()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");
        Press(page, "#h-jam", "Tambah jam bertanggal");
        page.Act(() => page.Find("#jam-from").Change("31/02/2026"));
        page.Act(() => page.Find("#jam-monday").Change("09.00-12.00"));
        Assert.Empty(page.FindAll(".contoh"));

        Press(page, "#h-jam", "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".di-galat a"), a => a.TextContent == "Isi tanggal mulai."));
    }

    [Fact]
    public void Import_GoodFile_PreviewedThenSaved()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender?tahun=2028");

        Upload(page, Csv);

        page.WaitForAssertion(() => Assert.Contains("2 ditambah, 0 diubah, 0 dihapus.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("31/12/2027", page.Find(".contoh caption").TextContent, StringComparison.Ordinal);
        Assert.Contains("Belum ada hari libur 2028.", page.Markup, StringComparison.Ordinal);
        Press(page, "#h-impor", "Impor hari libur");
        page.WaitForAssertion(() => Assert.Contains("Hari libur 2028 diimpor: 2 ditambah", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll(".libur tbody tr").Count);
    }

    [Fact]
    public void Import_WrongFile_LinesNamedAndNothingToPress()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender?tahun=2028");

        Upload(page, Csv + "2027-01-01;Tahun Baru;libur-nasional;SKB\n");

        page.WaitForAssertion(() => Assert.Equal(["Baris 4: tanggal 2027-01-01 bukan tahun 2028."], page.FindAll(".di-galat a").Select(a => a.TextContent)));
        Assert.True(Button(page, "#h-impor", "Impor hari libur").HasAttribute("disabled"));
    }

    [Fact]
    public void Hours_DatedProfile_AddedWithSample()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");
        Press(page, "#h-jam", "Tambah jam bertanggal");
        page.Act(() => page.Find("#jam-name").Change("Jam akhir tahun"));
        page.Act(() => page.Find("#jam-source").Change("Edaran Sekda"));
        page.Act(() => page.Find("#jam-from").Change("28/12/2026"));
        page.Act(() => page.Find("#jam-until").Change("31/12/2026"));
        page.Act(() => page.Find("#jam-monday").Change("09.00-12.00"));
        Assert.Contains("28/12/2026 09.05", page.Find(".contoh tbody tr").TextContent, StringComparison.Ordinal);

        Press(page, "#h-jam", "Simpan perubahan");

        page.WaitForAssertion(() => Assert.Contains("Jam akhir tahun tersimpan.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("28/12/2026–31/12/2026", page.Find(".jam-kerja").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OtherAdministratorSaves_WhileTyping_ToldAndNothingLost()
    {
        var page = Open<CalendarPage>("/pengaturan/kalender");
        page.Act(() => page.Find("#libur-name").Change("Hari jadi"));

        await HolidayAsync(new DateOnly(2026, 12, 9));

        page.WaitForAssertion(() => Assert.Contains("Kalender berubah sejak Anda buka.", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(5));
        Assert.Equal("Hari jadi", page.Find("#libur-name").GetAttribute("value"));
    }

    [Fact]
    public async Task Reminder_NextYearMissing_ShownFromOctober()
    {
        Agency.Time.SetLocal(2027, 10, 4, 9, 0);
        await Task.CompletedTask;

        var page = Open<CalendarPage>("/pengaturan/kalender");

        Assert.Contains("Kalender 2028 belum ditetapkan.", page.Find(".di-pesan.ingat").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recalculation_ConfirmedList_MovesAndSaysHowMany()
    {
        Agency.Time.SetLocal(2026, 11, 23, 15, 50);
        var request = await Agency.Data.RegisterAsync();
        await HolidayAsync(new DateOnly(2026, 11, 24));
        Assert.Equal("Hitung ulang 1 jam yang masih berjalan", Open<CalendarPage>("/pengaturan/kalender").Find(".di-pesan.info a").TextContent);
        var page = Open<ClockRecalculationPage>("/pengaturan/kalender/hitung-ulang");
        Assert.Equal(
            [request.Number, "Janji 15 menit kerja", "24/11/2026 07.35", "25/11/2026 07.35"],
            page.FindAll("tbody td").Select(d => d.TextContent.Trim()));

        page.Act(() => page.Find("[data-utama]").Click());

        page.WaitForAssertion(() => Assert.Contains("1 jam dihitung ulang.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Semua jatuh tempo sudah sesuai kalender sekarang.", page.Markup, StringComparison.Ordinal);
    }

    private static IElement Button(IRenderedComponent<CalendarPage> page, string heading, string text) =>
        page.Find(heading).Closest("section")!.QuerySelectorAll("button").First(b => b.TextContent.Trim() == text);

    private static void Press(IRenderedComponent<CalendarPage> page, string heading, string text) =>
        page.Act(() => Button(page, heading, text).Click());

    private static void Upload(IRenderedComponent<CalendarPage> page, string text) =>
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text, "libur.csv"));

    private async Task HolidayAsync(DateOnly date)
    {
        var outcome = await Agency.Get<CalendarService>().SaveDayAsync(
            new SaveCalendarDay { Seen = null, Date = date, Kind = CalendarDayKind.LocalHoliday, Name = "Pemilihan", Source = "Keputusan Bupati" }, await Agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }
}
