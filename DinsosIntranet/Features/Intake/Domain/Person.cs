using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Intake.Domain;

/// <summary>
/// Somebody who came to the agency, or for whom somebody came. Identity stands here and nowhere else; requests refer by id.
/// NIK is kept as 16 digits; without one the reason says why (belum perekaman, WNA, bayi, tanpa dokumen), and an irregular
/// NIK that the card really bears is kept with the reason for it. NIK is deliberately not unique in the database: a wrong
/// entry must never stop the right person at the counter; intake warns and links instead.
/// </summary>
public sealed class Person
{
    public const int NameMaxLength = 100;
    public const int AddressMaxLength = 200;
    public const int PhoneMaxLength = 30;
    public const int ReasonMaxLength = 200;

    public required Guid Id { get; init; }

    public string? Nik { get; set; }

    public string? NoNikReason { get; set; }

    public string? IrregularNikReason { get; set; }

    /// <summary>Nomor Kartu Keluarga, 16 digits.</summary>
    public string? FamilyCardNumber { get; set; }

    public required string Name { get; set; }

    /// <summary>Upper case, without marks: what the search looks at.</summary>
    public required string NameSearch { get; set; }

    public DateOnly? BirthDate { get; set; }

    public Sex? Sex { get; set; }

    public string? Phone { get; set; }

    /// <summary>Digits only, for searching by number.</summary>
    public string? PhoneDigits { get; set; }

    /// <summary>Kampung or street, RT/RW.</summary>
    public required string Address { get; set; }

    /// <summary>Kemendagri code of the kecamatan, "36.02.17".</summary>
    public string? DistrictCode { get; set; }

    /// <summary>Kemendagri code of the desa or kelurahan.</summary>
    public string? VillageCode { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime LastSeenAt { get; set; }

    /// <summary>
    /// Stands for somebody who is not named here: who stays anonymous, or whose name only the capability keeps that asked
    /// for it. Carries a label and nothing else; is never searched for, merged or corrected, and belongs to one request.
    /// </summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>The record that took this one's place when both were found to be one person: this one is only a pointer.</summary>
    public Guid? MergedIntoId { get; set; }

    public required Guid Version { get; set; }

    /// <summary>A record without a person; <paramref name="label"/> is what lists show ("Pelapor ADU-2026-0007") and no name of anybody.</summary>
    public static Person Placeholder(string label, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(),
        IsPlaceholder = true,
        Name = label,
        NameSearch = "",
        Address = "",
        CreatedAt = now,
        LastSeenAt = now,
        Version = Guid.CreateVersion7(),
    };
}
