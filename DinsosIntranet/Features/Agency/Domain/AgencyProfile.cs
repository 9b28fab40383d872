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

    /// <summary>Pattern of letter numbers: {kode}, {urut}, {unit}, {bulan} (Roman), {tahun}.</summary>
    public required string LetterNumberPattern { get; set; }

    /// <summary>How letters are signed unless the signer chooses otherwise.</summary>
    public required string DefaultSigningMode { get; set; }

    public required string HelpLine { get; set; }

    public required Guid Version { get; set; }
}
