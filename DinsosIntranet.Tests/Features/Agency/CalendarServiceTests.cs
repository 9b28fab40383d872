using System.Text;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Features.Agency;

public sealed class CalendarServiceTests
{
    private const string Csv = "tanggal;nama;jenis;sumber\n2028-01-01;Tahun Baru 2028 Masehi;libur-nasional;SKB 2027\n2028-12-25;Natal;libur-nasional;SKB 2027\n2028-12-26;Cuti bersama Natal;cuti-bersama;SKB 2027\n";

    private static readonly SaveCalendarDay Founding = new()
    {
        Seen = null,
        Date = new DateOnly(2026, 12, 2),
        Kind = CalendarDayKind.LocalHoliday,
        Name = "Hari jadi Kabupaten Lebak",
        Source = "Keputusan Bupati 12/2026",
    };

    private static readonly SaveOfficeHours Short = new()
    {
        Seen = null,
        Name = "Jam layanan akhir tahun",
        Source = "Edaran Sekda 2026",
        From = new DateOnly(2026, 12, 28),
        Until = new DateOnly(2026, 12, 31),
        Week = OfficeHoursRules.Week.Take(5).ToDictionary(d => d, _ => "08.00–12.00"),
    };

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveDay_NewHoliday_InTheCalendarAtOnceAndInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Assert.True((await CalendarAsync(agency)).IsWorkingDay(Founding.Date!.Value));

        var outcome = await agency.Get<CalendarService>().SaveDayAsync(Founding, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.False((await CalendarAsync(agency)).IsWorkingDay(Founding.Date!.Value));
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal(("kalender.tambah-hari", """{"new":{"2026-12-02 libur-daerah":"Hari jadi Kabupaten Lebak; Keputusan Bupati 12/2026"},"origin":"tes"}"""), (record.Act, record.Text));
        var settings = await agency.Get<CalendarQueries>().ReadAsync();
        Assert.Equal(("Rudi Hartono", agency.Time.Now), (settings.Revision!.ChangedBy, settings.Revision.ChangedAt));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveDay_MovedToAnotherDate_OldAndNewInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await SavedAsync(agency, Founding);

        var outcome = await agency.Get<CalendarService>().SaveDayAsync(
            Founding with { Seen = await SeenAsync(agency), Original = (Founding.Date!.Value, Founding.Kind), Date = new DateOnly(2026, 12, 3) }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(
            """{"old":{"2026-12-02 libur-daerah":"Hari jadi Kabupaten Lebak; Keputusan Bupati 12/2026"},"new":{"2026-12-03 libur-daerah":"Hari jadi Kabupaten Lebak; Keputusan Bupati 12/2026"},"origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
        Assert.True((await CalendarAsync(agency)).IsWorkingDay(Founding.Date!.Value));
    }

    [Theory]
    [InlineData(" ", "Keputusan", "Name", "Isi nama harinya.")]
    [InlineData("Hari", "", "Source", "Isi keputusan yang menetapkannya.")]
    public async Task SaveDay_SomethingMissing_RefusedBesideItsField(string name, string source, string field, string message)
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<CalendarService>().SaveDayAsync(Founding with { Name = name, Source = source }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal(message, field)], outcome.Refusals);
        Assert.Null(await SeenAsync(agency));
    }

    [Fact]
    public async Task SaveDay_DateTakenByTheSameKind_Refused()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        await SavedAsync(agency, Founding);

        var outcome = await agency.Get<CalendarService>().SaveDayAsync(Founding with { Seen = await SeenAsync(agency), Name = "Lain" }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Tanggal ini sudah ada sebagai libur daerah.", "Date")], outcome.Refusals);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveDay_NothingChanged_NothingWritten(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await SavedAsync(agency, Founding);
        var (seen, rows) = (await SeenAsync(agency), (await agency.TrailAsync()).Count);

        var outcome = await agency.Get<CalendarService>().SaveDayAsync(
            Founding with { Seen = seen, Original = (Founding.Date!.Value, Founding.Kind) }, await agency.ActAsync("admin"));

        Assert.Equal((SettingsWriter.NothingChanged, seen, rows), (outcome.Message, await SeenAsync(agency), (await agency.TrailAsync()).Count));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveDay_AnotherAdministratorWasFirst_ToldWhoAndWhen(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var act = await agency.ActAsync("admin");
        var service = agency.Get<CalendarService>();

        // Both saw the calendar as it was before anybody changed it.
        var outcomes = await Task.WhenAll(
            service.SaveDayAsync(Founding, act),
            service.SaveDayAsync(Founding with { Date = new DateOnly(2026, 12, 9), Name = "Pemilihan" }, act));

        var lost = Assert.Single(outcomes, o => !o.IsOk);
        Assert.Equal(
            (OutcomeKind.Conflict, "Pengaturan ini sudah diubah Rudi Hartono pada 23/11/2026 09.00. Muat ulang halaman ini, lalu ulangi perubahan Anda."),
            (lost.Kind, lost.Message));
        Assert.Single((await CalendarAsync(agency)).Days, d => d.Kind == CalendarDayKind.LocalHoliday);
    }

    [Fact]
    public async Task SaveDay_EveryOtherRole_ForbiddenAndRecorded()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);
        foreach (var person in DinsosIntranet.App.Demo.DemoAgency.People.Where(p => p.Role != StaffRole.Administrator).DistinctBy(p => p.Role))
        {
            var outcome = await agency.Get<CalendarService>().SaveDayAsync(Founding, await agency.ActAsync(person.UserName));

            Assert.Equal(OutcomeKind.Forbidden, outcome.Kind);
            Assert.Equal("ditolak:kalender.tambah-hari", (await agency.TrailAsync())[^1].Act);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task RemoveDay_Holiday_WorkedAgain(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var christmas = new DateOnly(2026, 12, 25);

        var outcome = await agency.Get<CalendarService>().RemoveDayAsync(null, christmas, CalendarDayKind.NationalHoliday, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.True((await CalendarAsync(agency)).IsWorkingDay(christmas));
    }

    [Fact]
    public async Task RemoveDay_GoneAlready_NotFound()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<CalendarService>().RemoveDayAsync(null, new DateOnly(2026, 11, 24), CalendarDayKind.LocalHoliday, await agency.ActAsync("admin"));

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_NextYear_DecidedAtOnce(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        Assert.False((await CalendarAsync(agency)).IsDecided(2028));

        var outcome = await ImportAsync(agency, Csv, 2028);

        Assert.True(outcome.IsOk, outcome.Message);
        var calendar = await CalendarAsync(agency);
        Assert.Equal((true, 3), (calendar.IsDecided(2028), calendar.Days.Count(d => d.Date.Year == 2028)));
        var record = (await agency.TrailAsync())[^1];
        Assert.Equal("kalender.impor", record.Act);
        Assert.Contains("\"2028-12-25 libur-nasional\":\"Natal; SKB 2027\"", record.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_YearKnownAlready_ReplacedButLocalHolidaysStay(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        await SavedAsync(agency, Founding with { Date = new DateOnly(2028, 12, 2) });
        await ImportAsync(agency, Csv, 2028);

        var outcome = await ImportAsync(agency, "tanggal;nama;jenis;sumber\n2028-12-25;Natal;libur-nasional;SKB 2028\n2028-12-27;Cuti bersama Natal;cuti-bersama;SKB 2028\n", 2028);

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(
            ["2028-12-02 Hari jadi Kabupaten Lebak", "2028-12-25 Natal", "2028-12-27 Cuti bersama Natal"],
            (await CalendarAsync(agency)).Days.Where(d => d.Date.Year == 2028).Select(d => FormattableString.Invariant($"{d.Date:yyyy-MM-dd} {d.Name}")));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Import_OneWrongLine_NothingTaken(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await ImportAsync(agency, Csv + "2029-01-01;Tahun Baru;libur-nasional;SKB\n", 2028);

        Assert.Equal([new Refusal("Baris 5: tanggal 2029-01-01 bukan tahun 2028.", "Content")], outcome.Refusals);
        Assert.False((await CalendarAsync(agency)).IsDecided(2028));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveHours_DatedProfile_HoldsOnItsDays(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);

        var outcome = await agency.Get<CalendarService>().SaveHoursAsync(Short, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        var calendar = await CalendarAsync(agency);
        Assert.Equal(TimeSpan.FromHours(4), calendar.OpenOn(new DateOnly(2026, 12, 28))[0].Length);
        Assert.Equal(2, calendar.OpenOn(new DateOnly(2027, 1, 4)).Count);
        Assert.Contains("\"senin\":\"08.00–12.00\"", (await agency.TrailAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task SaveHours_OrdinaryHoursChanged_OnlyWhatDiffersInTheTrail(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var ordinary = (await agency.Get<CalendarQueries>().ReadAsync()).Hours.Single(h => h.IsOrdinary);
        var week = OfficeHoursRules.Week.ToDictionary(d => d, d => OfficeHoursRules.Text(ordinary.Profile.On(d)));
        week[DayOfWeek.Friday] = "07.30–11.00";

        var outcome = await agency.Get<CalendarService>().SaveHoursAsync(
            new SaveOfficeHours { Seen = null, Id = ordinary.Id, Name = ordinary.Profile.Name, Source = ordinary.Profile.Source, Week = week }, await agency.ActAsync("admin"));

        Assert.True(outcome.IsOk, outcome.Message);
        Assert.Equal(
            """{"old":{"jumat":"07.30–11.30, 13.00–16.30"},"new":{"jumat":"07.30–11.00"},"facts":{"jam kerja":"Jam kerja biasa"},"origin":"tes"}""",
            (await agency.TrailAsync())[^1].Text);
    }

    [Fact]
    public async Task SaveHours_OverlappingDates_RefusedWithTheOthersName()
    {
        await using var agency = await TestAgency.StartAsync(DatabaseProvider.Sqlite);

        var outcome = await agency.Get<CalendarService>().SaveHoursAsync(Short with { From = new DateOnly(2027, 2, 1), Until = new DateOnly(2027, 2, 10) }, await agency.ActAsync("admin"));

        Assert.Equal([new Refusal("Tanggalnya bertumpuk dengan Ramadan 1448 H (08/02/2027–09/03/2027).", "From")], outcome.Refusals);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task RemoveHours_DatedGoneOrdinaryRefused(DatabaseProvider provider)
    {
        await using var agency = await TestAgency.StartAsync(provider);
        var hours = (await agency.Get<CalendarQueries>().ReadAsync()).Hours;
        var service = agency.Get<CalendarService>();

        var ordinary = await service.RemoveHoursAsync(null, hours.Single(h => h.IsOrdinary).Id, await agency.ActAsync("admin"));
        var ramadan = await service.RemoveHoursAsync(null, hours[^1].Id, await agency.ActAsync("admin"));

        Assert.Equal("Jam kerja biasa tidak dapat dihapus; ubah jamnya.", ordinary.Message);
        Assert.True(ramadan.IsOk, ramadan.Message);
        Assert.Equal("Jam kerja biasa", (await CalendarAsync(agency)).ProfileOn(new DateOnly(2027, 2, 15)).Name);
    }

    private static async Task<WorkCalendar> CalendarAsync(TestAgency agency) => (await agency.Get<AgencyDirectory>().GetAsync()).Calendar;

    private static async Task<Guid?> SeenAsync(TestAgency agency)
    {
        await using var db = agency.OpenDb();
        return (await db.SettingsRevisions.AsNoTracking().FirstOrDefaultAsync(r => r.Part == SettingsPart.Calendar))?.Version;
    }

    private static async Task SavedAsync(TestAgency agency, SaveCalendarDay day)
    {
        var outcome = await agency.Get<CalendarService>().SaveDayAsync(day, await agency.ActAsync("admin"));
        Assert.True(outcome.IsOk, outcome.Message);
    }

    private static async Task<Outcome> ImportAsync(TestAgency agency, string text, int year) => await agency.Get<CalendarService>().ImportAsync(
        new ImportHolidays { Seen = await SeenAsync(agency), Year = year, Content = Encoding.UTF8.GetBytes(text) }, await agency.ActAsync("admin"));
}
