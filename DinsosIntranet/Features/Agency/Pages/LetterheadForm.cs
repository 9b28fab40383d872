using System.Globalization;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.Agency.Pages;

/// <summary>The letterhead as it is being typed; numbers with a comma, as they are written here.</summary>
public sealed class LetterheadForm(AgencyProfile agency)
{
    public string Name { get; set; } = agency.Name;

    public string Regency { get; set; } = agency.Regency;

    public string AddressLines { get; set; } = agency.AddressLines;

    public string Seat { get; set; } = agency.Seat;

    public string TimeZoneId { get; set; } = agency.TimeZoneId;

    public string HelpLine { get; set; } = agency.HelpLine;

    public PaperSize Paper { get; set; } = agency.Paper;

    public string MarginTop { get; set; } = Text(agency.MarginTop);

    public string MarginRight { get; set; } = Text(agency.MarginRight);

    public string MarginBottom { get; set; } = Text(agency.MarginBottom);

    public string MarginLeft { get; set; } = Text(agency.MarginLeft);

    public string FontFamily { get; set; } = agency.FontFamily;

    public string FontSize { get; set; } = Text(agency.FontSize);

    public string LineSpacing { get; set; } = Text(agency.LineSpacing);

    public bool NipWithStop { get; set; } = agency.NipWithStop;

    public LetterheadInput Input => new()
    {
        Name = Name,
        Regency = Regency,
        AddressLines = AddressLines,
        Seat = Seat,
        TimeZoneId = TimeZoneId,
        HelpLine = HelpLine,
        Paper = Paper,
        MarginTop = Number(MarginTop),
        MarginRight = Number(MarginRight),
        MarginBottom = Number(MarginBottom),
        MarginLeft = Number(MarginLeft),
        FontFamily = FontFamily,
        FontSize = Number(FontSize),
        LineSpacing = Number(LineSpacing),
        NipWithStop = NipWithStop,
    };

    private static string Text(double value) => value.ToString("0.##", IndonesianNumbers.Culture);

    /// <summary>A point is taken for a comma too: nobody writes thousands of millimetres.</summary>
    private static double? Number(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
