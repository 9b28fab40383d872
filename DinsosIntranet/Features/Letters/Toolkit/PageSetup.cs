namespace DinsosIntranet.Features.Letters.Toolkit;

/// <summary>Paper size, margins and basic type of a paper; a setting of the agency, since local rules differ.</summary>
public sealed record PageSetup(
    double WidthMm,
    double HeightMm,
    double TopMm,
    double RightMm,
    double BottomMm,
    double LeftMm,
    double FontSize,
    double LineSpacing)
{
    public static PageSetup A4 { get; } = new(210, 297, 20, 20, 25, 30, 12, 1.35);

    public static PageSetup F4 { get; } = new(215, 330, 20, 20, 25, 30, 12, 1.35);

    public static PageSetup A5 { get; } = new(148, 210, 10, 10, 12, 14, 9, 1.3);

    /// <summary>F4 as it is sold with the width of A4.</summary>
    public static PageSetup F4Narrow { get; } = F4 with { WidthMm = 210 };

    /// <summary>One of <see cref="PdfFonts.Families"/>; null, or one this machine lacks, for the first of them.</summary>
    public string? FontFamily { get; init; }

    /// <summary>How much smaller or larger than the 12 point the measures of the papers are drawn for.</summary>
    internal double Scale => FontSize / 12;
}
