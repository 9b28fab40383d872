using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>Office hours as an administrator types them: per weekday "07.30–12.00, 13.00–16.00", empty where closed.</summary>
public static class OfficeHoursRules
{
    public const int NameMaxLength = 120;
    public const int SourceMaxLength = 200;
    private const int MostRanges = 6;

    /// <summary>The week as it is shown, from Monday.</summary>
    public static IReadOnlyList<DayOfWeek> Week { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static string Text(IEnumerable<HourRange> ranges) =>
        string.Join(", ", ranges.Select(r => $"{IndonesianDates.Time(r.From)}–{IndonesianDates.Time(r.To)}"));

    /// <summary>The ranges of one day, or a sentence about what is wrong with the text.</summary>
    public static Outcome<IReadOnlyList<HourRange>> Parse(string? text, DayOfWeek day)
    {
        var name = IndonesianDates.DayName(day);
        var ranges = new List<HourRange>();
        foreach (var part in (text ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || Time(ends[0]) is not { } from || Time(ends[1]) is not { } to)
            {
                return Outcome.Refused($"{name}: '{part}' bukan rentang jam. Tulis misalnya 07.30–12.00, 13.00–16.00.", day.ToString());
            }

            if (to <= from)
            {
                return Outcome.Refused($"{name}: jam tutup {IndonesianDates.Time(to)} tidak sesudah jam buka {IndonesianDates.Time(from)}.", day.ToString());
            }

            if (ranges.Count > 0 && from < ranges[^1].To)
            {
                return Outcome.Refused($"{name}: rentang jam bertumpuk atau tidak berurutan.", day.ToString());
            }

            ranges.Add(new HourRange(from, to));
        }

        if (ranges.Count > MostRanges)
        {
            return Outcome.Refused($"{name}: paling banyak {MostRanges} rentang jam.", day.ToString());
        }

        return Outcome.Ok<IReadOnlyList<HourRange>>(ranges);
    }

    /// <summary>Whether the calendar may hold a date: the years in which somebody plans, so that a slip of the hand is seen.</summary>
    public static bool IsInReach(DateOnly date) => date.Year is >= 2000 and <= 2100;

    /// <summary>
    /// Why these dates cannot stand beside the others, or null. The ordinary hours have no dates and hold wherever no dated
    /// profile does; dated profiles must not overlap, or nobody could tell which holds.
    /// </summary>
    public static Refusal? CheckDates(bool isOrdinary, DateOnly? from, DateOnly? until, IEnumerable<OfficeHoursProfile> others)
    {
        if (isOrdinary)
        {
            return null;
        }

        if (from is null || !IsInReach(from.Value))
        {
            return new Refusal("Isi tanggal mulai.", nameof(OfficeHours.From));
        }

        if (until < from)
        {
            return new Refusal("Tanggal akhir sebelum tanggal mulai.", nameof(OfficeHours.Until));
        }

        var other = others.FirstOrDefault(o => o.From is not null && (until is null || o.From <= until) && (o.To is null || o.To >= from));
        return other is null
            ? null
            : new Refusal($"Tanggalnya bertumpuk dengan {other.Name} ({Dates(other)}).", nameof(OfficeHours.From));
    }

    /// <summary>"19/02/2026–20/03/2026", "mulai 01/01/2027", "bila tidak ada jam lain".</summary>
    public static string Dates(OfficeHoursProfile profile) => (profile.From, profile.To) switch
    {
        (null, _) => "bila tidak ada jam lain",
        ({ } from, null) => "mulai " + IndonesianDates.Short(from),
        ({ } from, { } to) => $"{IndonesianDates.Short(from)}–{IndonesianDates.Short(to)}",
    };

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, ["H.mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
