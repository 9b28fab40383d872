using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Tests.Shared.Calendar;

public sealed class WorkCalendarFilesTests : IDisposable
{
    private const string GoodHours = """{"profiles":[{"name":"Biasa","source":"uji","days":{"monday":["07.30-12.00","13.00-16.00"]}}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("kalender").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2026, 17, 8, 0)]
    [InlineData(2027, 18, 8, 11)]
    public void ReadDays_DataFolder_HasTheCountsOfTheDecrees(int year, int holidays, int leave, int provisional)
    {
        var days = TestCalendars.Lebak.Days.Where(d => d.Date.Year == year).ToList();

        Assert.Equal(
            (holidays, leave, provisional),
            (days.Count(d => d.Kind == CalendarDayKind.NationalHoliday), days.Count(d => d.Kind == CalendarDayKind.CollectiveLeave), days.Count(d => d.Provisional)));
    }

    [Fact]
    public void ReadProfiles_DataFolder_OnlyTheComingRamadanIsProvisional() =>
        Assert.Equal("Ramadan 1448 H", Assert.Single(TestCalendars.Lebak.Profiles, p => p.Provisional).Name);

    [Theory]
    [InlineData("""{"year":2026,"source":"x","days":[{"date":"2026-01-01","name":"A","kind":"libur"}]}""", "holidays-2026.json, entry 1 (2026-01-01 A): kind 'libur' is unknown, expected one of libur-nasional, cuti-bersama, libur-daerah, hari-kerja-khusus.")]
    [InlineData("""{"year":2026,"source":"x","days":[{"date":"2027-01-01","name":"A","kind":"libur-nasional"}]}""", "holidays-2026.json, entry 1 (2027-01-01 A): the date is not in 2026.")]
    [InlineData("""{"year":2026,"source":"x","days":[{"date":"2026-02-30","name":"A","kind":"libur-nasional"}]}""", "holidays-2026.json, entry 1 (2026-02-30 A): '2026-02-30' is no date, expected yyyy-MM-dd.")]
    [InlineData("""{"year":2026,"days":[{"date":"2026-01-01","name":"A","kind":"libur-nasional"}]}""", "holidays-2026.json: 'source' is missing.")]
    [InlineData("""{"year":2026,"source":"x","days":[{"date":"2026-01-01","name":" ","kind":"libur-nasional"}]}""", "holidays-2026.json, entry 1 (2026-01-01  ): 'name' is missing.")]
    [InlineData("""{"year":2026,"source":"x","days":[{"date":"2026-01-01","name":"A","kind":"libur-nasional"},{"date":"2026-01-01","name":"B","kind":"libur-nasional"}]}""", "holidays-2026.json, entry 2 (2026-01-01 B): the date stands twice with the same kind.")]
    public void Read_FaultInHolidays_NamesFileAndEntry(string holidays, string expected)
    {
        Write("holidays-2026.json", holidays);
        Write("office-hours.json", GoodHours);

        Assert.Equal(expected, Fault());
    }

    [Theory]
    [InlineData("""{"profiles":[{"name":"Biasa","source":"uji","days":{"senin":["07.30-12.00"]}}]}""", "office-hours.json, profile 1 (Biasa): 'senin' is no day of the week.")]
    [InlineData("""{"profiles":[{"name":"Biasa","source":"uji","days":{"monday":["7-12"]}}]}""", "office-hours.json, profile 1 (Biasa), monday: '7-12' is no range of hours, expected for example 07.30-12.00.")]
    [InlineData("""{"profiles":[{"name":"Biasa","source":"uji","days":{"monday":["13.00-16.00","07.30-12.00"]}}]}""", "office-hours.json, profile 1 (Biasa): Office hours 'Biasa', Monday: ranges must be in order, not empty and not overlapping.")]
    [InlineData("""{"profiles":[{"name":"Biasa","source":"uji","from":"2026-02-01","to":"2026-01-01","days":{}}]}""", "office-hours.json, profile 1 (Biasa): Office hours 'Biasa' end before they begin.")]
    [InlineData("""{"profiles":[{"name":"Ramadan","source":"uji","from":"2026-02-19","to":"2026-03-20","days":{}}]}""", "office-hours.json: One office hours profile must hold without dates.")]
    public void Read_FaultInOfficeHours_NamesFileAndProfile(string hours, string expected)
    {
        Write("office-hours.json", hours);

        Assert.Equal(expected, Fault().Split(" (Parameter", 2)[0]);
    }

    [Fact]
    public void Read_UnknownField_IsRefused()
    {
        Write("office-hours.json", """{"profiles":[],"profil":[]}""");

        Assert.StartsWith("office-hours.json: ", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoOfficeHours_NamesTheMissingFile() =>
        Assert.Equal($"office-hours.json: the file is missing in {_folder}.", Fault());

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private string Fault() => Assert.Throws<InvalidDataException>(() => WorkCalendarFiles.Read(_folder, TestCalendars.Wib)).Message;
}
