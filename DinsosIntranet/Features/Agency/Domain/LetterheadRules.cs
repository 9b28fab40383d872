using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>Letterhead, paper and type as an administrator enters them.</summary>
public sealed record LetterheadInput
{
    public required string Name { get; init; }

    public required string Regency { get; init; }

    /// <summary>One line of the letterhead per line.</summary>
    public required string AddressLines { get; init; }

    public required string Seat { get; init; }

    public required string TimeZoneId { get; init; }

    public required string HelpLine { get; init; }

    public required PaperSize Paper { get; init; }

    /// <summary>Millimetres; null where what was typed is no number.</summary>
    public required double? MarginTop { get; init; }

    public required double? MarginRight { get; init; }

    public required double? MarginBottom { get; init; }

    public required double? MarginLeft { get; init; }

    public required string FontFamily { get; init; }

    public required double? FontSize { get; init; }

    public required double? LineSpacing { get; init; }

    public required bool NipWithStop { get; init; }

    public static LetterheadInput Of(AgencyProfile agency) => new()
    {
        Name = agency.Name,
        Regency = agency.Regency,
        AddressLines = agency.AddressLines,
        Seat = agency.Seat,
        TimeZoneId = agency.TimeZoneId,
        HelpLine = agency.HelpLine,
        Paper = agency.Paper,
        MarginTop = agency.MarginTop,
        MarginRight = agency.MarginRight,
        MarginBottom = agency.MarginBottom,
        MarginLeft = agency.MarginLeft,
        FontFamily = agency.FontFamily,
        FontSize = agency.FontSize,
        LineSpacing = agency.LineSpacing,
        NipWithStop = agency.NipWithStop,
    };

    /// <summary>Writes checked values into the agency's particulars.</summary>
    public void CopyTo(AgencyProfile agency)
    {
        agency.Name = Name.Trim();
        agency.Regency = Regency.Trim();
        agency.AddressLines = LetterheadRules.Lines(AddressLines);
        agency.Seat = Seat.Trim();
        agency.TimeZoneId = TimeZoneId;
        agency.HelpLine = HelpLine.Trim();
        agency.Paper = Paper;
        agency.MarginTop = MarginTop!.Value;
        agency.MarginRight = MarginRight!.Value;
        agency.MarginBottom = MarginBottom!.Value;
        agency.MarginLeft = MarginLeft!.Value;
        agency.FontFamily = FontFamily;
        agency.FontSize = FontSize!.Value;
        agency.LineSpacing = LineSpacing!.Value;
        agency.NipWithStop = NipWithStop;
    }
}

/// <summary>Bounds within which a letter can still be read and fits its paper.</summary>
public static class LetterheadRules
{
    public const int SeatMaxLength = 80;
    public const int HelpLineMaxLength = 200;
    public const int AddressMaxLength = 500;
    public const int MostAddressLines = 4;
    public const long MaxLogoBytes = 1024 * 1024;
    private const double LeastMargin = 5;
    private const double MostMargin = 60;

    /// <summary>The zones of Indonesia with their names on screen.</summary>
    public static IReadOnlyList<(string Id, string Name)> Zones { get; } =
        [("Asia/Jakarta", "WIB (Asia/Jakarta)"), ("Asia/Makassar", "WITA (Asia/Makassar)"), ("Asia/Jayapura", "WIT (Asia/Jayapura)")];

    public static string Name(PaperSize paper) => paper switch
    {
        PaperSize.F4 => "F4, 215 × 330 mm",
        PaperSize.F4Narrow => "F4, 210 × 330 mm",
        _ => "A4, 210 × 297 mm",
    };

    /// <summary>The lines without empty ones and without white at their ends.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Everything that is wrong with the input; empty when it may be saved.</summary>
    public static IReadOnlyList<Refusal> Check(LetterheadInput input, IReadOnlyList<string> fontFamilies)
    {
        var refusals = new List<Refusal>();
        Text(refusals, input.Name, nameof(input.Name), "Isi nama instansi.", AgencyProfile.NameMaxLength);
        Text(refusals, input.Regency, nameof(input.Regency), "Isi kabupaten atau kota.", AgencyProfile.NameMaxLength);
        var lines = Lines(input.AddressLines);
        Text(refusals, lines, nameof(input.AddressLines), "Isi alamat.", AddressMaxLength);
        if (lines.Count(c => c == '\n') >= MostAddressLines)
        {
            refusals.Add(new Refusal($"Alamat paling banyak {MostAddressLines} baris.", nameof(input.AddressLines)));
        }

        Text(refusals, input.Seat, nameof(input.Seat), "Isi tempat surat diberi tanggal.", SeatMaxLength);
        if (!Zones.Any(z => z.Id == input.TimeZoneId))
        {
            refusals.Add(new Refusal("Pilih zona waktu.", nameof(input.TimeZoneId)));
        }

        if (input.HelpLine.Trim().Length > HelpLineMaxLength)
        {
            refusals.Add(new Refusal($"Paling banyak {HelpLineMaxLength} huruf.", nameof(input.HelpLine)));
        }

        Range(refusals, input.MarginTop, LeastMargin, MostMargin, "mm", nameof(input.MarginTop));
        Range(refusals, input.MarginRight, LeastMargin, MostMargin, "mm", nameof(input.MarginRight));
        Range(refusals, input.MarginBottom, LeastMargin, MostMargin, "mm", nameof(input.MarginBottom));
        Range(refusals, input.MarginLeft, LeastMargin, MostMargin, "mm", nameof(input.MarginLeft));
        Range(refusals, input.FontSize, 9, 14, "pt", nameof(input.FontSize));
        Range(refusals, input.LineSpacing, 1, 2, "baris", nameof(input.LineSpacing));
        if (input.FontFamily.Length > 0 && !fontFamilies.Contains(input.FontFamily))
        {
            refusals.Add(new Refusal("Huruf ini tidak terpasang di server. Pilih yang lain.", nameof(input.FontFamily)));
        }

        return refusals;
    }

    private static void Text(List<Refusal> refusals, string text, string field, string whenEmpty, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(new Refusal(whenEmpty, field));
        }
        else if (text.Trim().Length > most)
        {
            refusals.Add(new Refusal($"Paling banyak {most} huruf.", field));
        }
    }

    private static void Range(List<Refusal> refusals, double? value, double least, double most, string unit, string field)
    {
        if (value is null || !(value >= least && value <= most))
        {
            refusals.Add(new Refusal($"Isi angka antara {least:0} dan {most:0} {unit}.", field));
        }
    }
}
