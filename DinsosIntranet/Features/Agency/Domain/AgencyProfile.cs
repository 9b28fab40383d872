namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>The agency itself: one row. Page, font and number patterns follow Permendagri 1/2023 unless the regency's own rule differs.</summary>
public sealed class AgencyProfile
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }

    /// <summary>"Dinas Sosial".</summary>
    public required string Name { get; set; }

    /// <summary>"Kabupaten Lebak".</summary>
    public required string Regency { get; set; }

    /// <summary>Kemendagri code of the regency, "36.02".</summary>
    public required string RegencyCode { get; set; }

    /// <summary>Where letters are dated: "Rangkasbitung".</summary>
    public required string Seat { get; set; }

    /// <summary>IANA time zone: Asia/Jakarta, Asia/Makassar or Asia/Jayapura.</summary>
    public required string TimeZoneId { get; set; }

    /// <summary>Lines below the agency's name in the letterhead, one per line.</summary>
    public required string AddressLines { get; set; }

    public required string UnitCodeInNumbers { get; set; }

    /// <summary>How letter numbers are written, for example "{kode}/{urut:000}/{unit}/{bulan}/{tahun}".</summary>
    public required string LetterNumberPattern { get; set; }

    /// <summary>How letters are signed unless the signer chooses otherwise.</summary>
    public required string DefaultSigningMode { get; set; }

    public required string HelpLine { get; set; }

    /// <summary>Page and type of the papers; the defaults are those of Permendagri 1/2023 pasal 28, 32 and 34.</summary>
    public PaperSize Paper { get; set; } = PaperSize.A4;

    /// <summary>Margins in millimetres.</summary>
    public double MarginTop { get; set; } = 20;

    public double MarginRight { get; set; } = 20;

    public double MarginBottom { get; set; } = 25;

    public double MarginLeft { get; set; } = 30;

    /// <summary>One of the families the papers can be printed in; empty for Arial, or the one with its widths.</summary>
    public string FontFamily { get; set; } = "";

    /// <summary>Points.</summary>
    public double FontSize { get; set; } = 12;

    public double LineSpacing { get; set; } = 1.35;

    /// <summary>"NIP." as Permendagri 54/2009 had it, instead of "NIP".</summary>
    public bool NipWithStop { get; set; }

    public string NipLabel => NipWithStop ? "NIP." : "NIP";

    /// <summary>The picture in the letterhead; without one a neutral emblem is drawn.</summary>
    public Guid? LogoFileId { get; set; }

    /// <summary>The content of <see cref="LogoFileId"/>, read with the settings; no column.</summary>
    public byte[]? Logo { get; set; }

    public required Guid Version { get; set; }
}

/// <summary>Sheets the papers are printed on. "F4" is sold in two widths.</summary>
public enum PaperSize
{
    A4,
    F4,
    F4Narrow,
}
