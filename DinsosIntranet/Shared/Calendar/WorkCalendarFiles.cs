using System.Globalization;
using System.Text.Json;

namespace DinsosIntranet.Shared.Calendar;

/// <summary>
/// Reads the calendar from its folder: <c>holidays-YYYY.json</c>, one for each decided year, and <c>office-hours.json</c>.
/// A fault in a file is an <see cref="InvalidDataException"/> that names the file and the entry.
/// </summary>
public static class WorkCalendarFiles
{
    private const string OfficeHoursFile = "office-hours.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static WorkCalendar Read(string folder, TimeZoneInfo zone)
    {
        var days = ReadDays(folder);
        var profiles = ReadProfiles(folder);
        try
        {
            return new WorkCalendar(zone, profiles, days);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"{OfficeHoursFile}: {fault.Message}", fault);
        }
    }

    public static IReadOnlyList<CalendarDay> ReadDays(string folder)
    {
        var days = new List<CalendarDay>();
        foreach (var path in Directory.EnumerateFiles(folder, "holidays-*.json").Order(StringComparer.Ordinal))
        {
            days.AddRange(ReadYear(path));
        }

        return days;
    }

    public static IReadOnlyList<OfficeHoursProfile> ReadProfiles(string folder)
    {
        var content = Parse<ProfilesFile>(Path.Combine(folder, OfficeHoursFile));
        return [.. (content.Profiles ?? []).Select((entry, i) => ToProfile(entry, $"{OfficeHoursFile}, profile {i + 1} ({entry.Name})"))];
    }

    private static List<CalendarDay> ReadYear(string path)
    {
        var file = Path.GetFileName(path);
        var content = Parse<YearFile>(path);
        var days = new List<CalendarDay>();
        foreach (var entry in content.Days ?? [])
        {
            var place = $"{file}, entry {days.Count + 1} ({entry.Date} {entry.Name})";
            var date = ToDate(entry.Date, place);
            if (date.Year != content.Year)
            {
                throw new InvalidDataException($"{place}: the date is not in {content.Year}.");
            }

            var kind = CalendarDayKinds.FromCode(entry.Kind ?? string.Empty)
                ?? throw new InvalidDataException($"{place}: kind '{entry.Kind}' is unknown, expected one of {string.Join(", ", CalendarDayKinds.All.Select(k => k.Code()))}.");
            if (days.Exists(d => d.Date == date && d.Kind == kind))
            {
                throw new InvalidDataException($"{place}: the date stands twice with the same kind.");
            }

            days.Add(new CalendarDay(date, Required(entry.Name, "name", place), kind, Required(content.Source, "source", file), entry.Provisional));
        }

        return days;
    }

    private static OfficeHoursProfile ToProfile(ProfileEntry entry, string place)
    {
        var days = new Dictionary<DayOfWeek, IReadOnlyList<HourRange>>();
        foreach (var (name, ranges) in entry.Days ?? [])
        {
            if (!Enum.TryParse<DayOfWeek>(name, ignoreCase: true, out var day) || int.TryParse(name, CultureInfo.InvariantCulture, out _))
            {
                throw new InvalidDataException($"{place}: '{name}' is no day of the week.");
            }

            days[day] = [.. ranges.Select(r => ToRange(r, $"{place}, {name}"))];
        }

        DateOnly? from = entry.From is null ? null : ToDate(entry.From, place);
        DateOnly? to = entry.To is null ? null : ToDate(entry.To, place);
        try
        {
            return new OfficeHoursProfile(Required(entry.Name, "name", place), Required(entry.Source, "source", place), from, to, days, entry.Provisional);
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"{place}: {fault.Message}", fault);
        }
    }

    private static HourRange ToRange(string text, string place)
    {
        var parts = text.Split('-');
        return parts.Length == 2 && ToTime(parts[0]) is { } from && ToTime(parts[1]) is { } to
            ? new HourRange(from, to)
            : throw new InvalidDataException($"{place}: '{text}' is no range of hours, expected for example 07.30-12.00.");
    }

    private static TimeOnly? ToTime(string text) =>
        TimeOnly.TryParseExact(text, "HH.mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static DateOnly ToDate(string? text, string place) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new InvalidDataException($"{place}: '{text}' is no date, expected yyyy-MM-dd.");

    private static string Required(string? value, string name, string place) =>
        string.IsNullOrWhiteSpace(value) ? throw new InvalidDataException($"{place}: '{name}' is missing.") : value;

    private static T Parse<T>(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: the file is missing in {Path.GetDirectoryName(path)}.");
        }

        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Options)
                ?? throw new InvalidDataException($"{Path.GetFileName(path)}: the file is empty.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)}: {fault.Message}", fault);
        }
    }

    private sealed record YearFile(int Year, string? Source, IReadOnlyList<DayEntry>? Days);

    private sealed record DayEntry(string? Date, string? Name, string? Kind, bool Provisional = false);

    private sealed record ProfilesFile(IReadOnlyList<ProfileEntry>? Profiles);

    private sealed record ProfileEntry(
        string? Name,
        string? Source,
        string? From,
        string? To,
        Dictionary<string, IReadOnlyList<string>>? Days,
        bool Provisional = false);
}
