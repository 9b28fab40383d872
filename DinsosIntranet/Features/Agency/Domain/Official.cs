using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>
/// A person who holds a position that signs or disposes, with the particulars printed in the signature block
/// (name with titles, rank, NIP: Permendagri 1/2023 pasal 44), between two dates.
/// </summary>
public sealed class Official
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    public required string NameWithTitles { get; set; }

    public required string Rank { get; set; }

    public required string Nip { get; set; }

    public required StaffRole Role { get; init; }

    public string? UnitCode { get; init; }

    /// <summary>"Kepala Dinas Sosial", "Kepala Bidang Perlindungan dan Jaminan Sosial".</summary>
    public required string PositionTitle { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? Until { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>Plh. (absent for days) or Plt. (position vacant): who exercises an official's position between two dates, both included.</summary>
public sealed class StandIn
{
    public required Guid Id { get; init; }

    public required Guid OfficialId { get; init; }

    public required Guid ActingUserId { get; init; }

    public required StandInKind Kind { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; set; }

    public DateTime? RevokedAt { get; set; }

    public bool HoldsOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;
}

public enum StandInKind
{
    /// <summary>Pelaksana harian.</summary>
    Daily,
    /// <summary>Pelaksana tugas.</summary>
    Acting,
}
