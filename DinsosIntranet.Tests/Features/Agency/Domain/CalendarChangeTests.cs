using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using static DinsosIntranet.Tests.Shared.Calendar.TestCalendars;

namespace DinsosIntranet.Tests.Features.Agency.Domain;

/// <summary>What a change of the calendar means, before it is saved.</summary>
public sealed class CalendarChangeTests
{
    private static readonly CalendarDay NewYear = new(new DateOnly(2028, 1, 1), "Tahun Baru", CalendarDayKind.NationalHoliday, "SKB");
    private static readonly CalendarDay Founding = new(new DateOnly(2028, 12, 2), "Hari jadi Lebak", CalendarDayKind.LocalHoliday, "Keputusan Bupati");

    [Fact]
    public void Import_OtherKindsOfTheYear_LeftAlone()
    {
        var moved = NewYear with { Name = "Tahun Baru 2028 Masehi" };
        var christmas = new CalendarDay(new DateOnly(2028, 12, 25), "Natal", CalendarDayKind.NationalHoliday, "SKB");
        var gone = new CalendarDay(new DateOnly(2028, 5, 1), "Hari Buruh", CalendarDayKind.NationalHoliday, "SKB");

        var changes = HolidayPlan.Import([NewYear, Founding, gone, NewYear with { Date = new DateOnly(2027, 1, 1) }], 2028, [christmas, moved]);

        Assert.Equal(
            [("Diubah", NewYear, moved), ("Dihapus", gone, null), ("Ditambah", (CalendarDay?)null, christmas)],
            changes.Select(c => (c.Word, c.Before, c.After)));
    }

    [Fact]
    public void Import_SameAgain_NothingChanges() =>
        Assert.Empty(HolidayPlan.Import([NewYear, Founding], 2028, [NewYear]));

    [Theory]
    [InlineData("2027-09-30", null)]
    [InlineData("2027-10-01", "Kalender 2028 belum ditetapkan. Janji waktu yang jatuh di tahun itu hanya memperhitungkan akhir pekan sampai hari liburnya diimpor.")]
    [InlineData("2026-11-23", null)]
    public void MissingYear_FromOctober_AsksForTheNextYear(string today, string? expected) =>
        Assert.Equal(expected, HolidayPlan.MissingYear(Lebak, Day(today)));

    [Fact]
    public void Samples_ChristmasLeaveTaken_FromTheDayBefore()
    {
        // 24 and 25 December are free by the present calendar; without them five days end two days earlier.
        var without = Lebak.Days.Where(d => d.Date == new DateOnly(2026, 12, 24) || d.Date == new DateOnly(2026, 12, 25)).Select(d => new HolidayChange(d, null)).ToList();

        var samples = DueSamples.For(Lebak, without);

        Assert.Equal("2026-12-23 15.50", Local(samples[0].ReceivedUtc));
        Assert.Equal(("2026-12-28 07.35", "2026-12-24 07.35"), (Local(samples[0].Present.Utc), Local(samples[0].Changed.Utc)));
        Assert.Equal(("2027-01-04 16.00", "2026-12-30 16.00"), (Local(samples[1].Present.Utc), Local(samples[1].Changed.Utc)));
    }

    [Fact]
    public void Samples_HolidayOnASunday_NothingMoves() =>
        Assert.DoesNotContain(DueSamples.For(Lebak, [new HolidayChange(null, NewYear with { Date = new DateOnly(2026, 11, 29) })]), s => s.IsMoved);

    [Theory]
    [InlineData("07.30–12.00, 13.00–16.00", "07.30–12.00, 13.00–16.00")]
    [InlineData("7:30-12:00;13.00-16.00", "07.30–12.00, 13.00–16.00")]
    [InlineData("", "")]
    public void Parse_Hours_ReadBack(string text, string expected) =>
        Assert.Equal(expected, OfficeHoursRules.Text(OfficeHoursRules.Parse(text, DayOfWeek.Monday).Value));

    [Theory]
    [InlineData("pagi", "Senin: 'pagi' bukan rentang jam. Tulis misalnya 07.30–12.00, 13.00–16.00.")]
    [InlineData("12.00-07.30", "Senin: jam tutup 07.30 tidak sesudah jam buka 12.00.")]
    [InlineData("07.30-12.00, 11.00-16.00", "Senin: rentang jam bertumpuk atau tidak berurutan.")]
    [InlineData("24.00-25.00", "Senin: '24.00-25.00' bukan rentang jam. Tulis misalnya 07.30–12.00, 13.00–16.00.")]
    [InlineData("01.00-02.00,03.00-04.00,05.00-06.00,07.00-08.00,09.00-10.00,11.00-12.00,13.00-14.00", "Senin: paling banyak 6 rentang jam.")]
    public void Parse_WrongHours_SaysWhichDay(string text, string expected)
    {
        var read = OfficeHoursRules.Parse(text, DayOfWeek.Monday);

        Assert.Equal((expected, "Monday"), (read.Message, read.Refusals[0].Field));
    }

    [Theory]
    [InlineData(null, null, "Isi tanggal mulai.")]
    [InlineData("2027-06-10", "2027-06-01", "Tanggal akhir sebelum tanggal mulai.")]
    [InlineData("2027-03-01", "2027-04-01", "Tanggalnya bertumpuk dengan Ramadan 1448 H (08/02/2027–09/03/2027).")]
    [InlineData("2026-01-01", null, "Tanggalnya bertumpuk dengan Ramadan 1448 H (08/02/2027–09/03/2027).")]
    [InlineData("2027-03-10", null, null)]
    [InlineData("2026-06-01", "2026-06-30", null)]
    public void CheckDates_DatedProfile_MustNotMeetAnother(string? from, string? until, string? expected) =>
        Assert.Equal(expected, OfficeHoursRules.CheckDates(isOrdinary: false, from is null ? null : Day(from), until is null ? null : Day(until), Lebak.Profiles)?.Message);

    [Fact]
    public void ReadHours_EverythingWrong_EveryFieldNamed()
    {
        var read = CalendarService.ReadHours(
            new SaveOfficeHours { Seen = null, Name = " ", Source = "", Week = new Dictionary<DayOfWeek, string> { [DayOfWeek.Friday] = "x" } }, isOrdinary: false, []);

        Assert.Equal(["Name", "Source", "From", "Friday"], read.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void ReadHours_NoDayOpen_Refused() =>
        Assert.Equal("Isi jam buka setidaknya satu hari.", CalendarService.ReadHours(
            new SaveOfficeHours { Seen = null, Name = "Libur panjang", Source = "Edaran", From = new DateOnly(2027, 6, 1), Week = new Dictionary<DayOfWeek, string>() }, isOrdinary: false, []).Message);
}
