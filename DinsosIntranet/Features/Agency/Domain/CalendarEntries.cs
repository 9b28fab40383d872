using System.Globalization;
using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>A day that is not an ordinary day, as the agency's calendar holds it; see <see cref="CalendarDay"/>.</summary>
public sealed class CalendarDate
{
    public required DateOnly Date { get; init; }

    public required CalendarDayKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary>The decree it rests on.</summary>
    public required string Source { get; set; }

    public bool IsProvisional { get; set; }

    public CalendarDay ToDay() => new(Date, Name, Kind, Source, IsProvisional);

    public static CalendarDate From(CalendarDay day) => new()
    {
        Date = day.Date,
        Kind = day.Kind,
        Name = day.Name,
        Source = day.Source,
        IsProvisional = day.Provisional,
    };
}

/// <summary>Office hours between two dates; see <see cref="OfficeHoursProfile"/>.</summary>
public sealed class OfficeHours
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required string Source { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public bool IsProvisional { get; set; }

    /// <summary>"Monday 07.30-12.00 13.00-16.00", one line per open weekday.</summary>
    public required string Hours { get; set; }

    public OfficeHoursProfile ToProfile() => new(Name, Source, From, Until, ParseHours(Hours), IsProvisional);

    public static OfficeHours Of(OfficeHoursProfile profile) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = profile.Name,
        Source = profile.Source,
        From = profile.From,
        Until = profile.To,
        IsProvisional = profile.Provisional,
        Hours = WriteHours(profile),
    };

    private static string WriteHours(OfficeHoursProfile profile) => string.Join('\n', Enum.GetValues<DayOfWeek>()
        .Where(day => profile.On(day).Count > 0)
        .Select(day => day + " " + string.Join(' ', profile.On(day).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.From:HH\\.mm}-{r.To:HH\\.mm}")))));

    private static Dictionary<DayOfWeek, IReadOnlyList<HourRange>> ParseHours(string text) => text.Split('\n')
        .Select(line => line.Split(' '))
        .ToDictionary(
            parts => Enum.Parse<DayOfWeek>(parts[0]),
            IReadOnlyList<HourRange> (parts) => [.. parts.Skip(1).Select(range => new HourRange(ParseTime(range[..5]), ParseTime(range[6..])))]);

    private static TimeOnly ParseTime(string text) => TimeOnly.ParseExact(text, "HH.mm", CultureInfo.InvariantCulture);
}
