namespace DinsosIntranet.Features.Assignments.Domain;

/// <summary>
/// A letter of assignment (surat tugas): what some people are sent to do for one request, where and until when. It names the
/// request by its number only and holds nothing of what the request is about, so that it may be shown to whoever asks its
/// bearer. A changed one is a new row; the earlier one ends and its letter stays as it was signed.
/// </summary>
public sealed class Assignment
{
    public const int TaskMaxLength = 500;
    public const int BasisMaxLength = 600;
    public const int PlaceMaxLength = 150;
    public const int VehicleMaxLength = 100;
    public const int FundingMaxLength = 150;

    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>What it rests on, one basis a line: a disposition, a decree, a request of another body.</summary>
    public required string Basis { get; set; }

    public required string Task { get; set; }

    public required string Place { get; set; }

    public required DateOnly From { get; set; }

    /// <summary>The last day, included.</summary>
    public required DateOnly Until { get; set; }

    public string? Vehicle { get; set; }

    /// <summary>Who bears the costs, where there are any.</summary>
    public string? Funding { get; set; }

    public required DateTime CreatedAt { get; init; }

    public required Guid CreatedById { get; init; }

    /// <summary>Another one took its place.</summary>
    public DateTime? EndedAt { get; set; }

    public required Guid Version { get; set; }

    public List<AssignmentMember> Members { get; } = [];
}

/// <summary>Somebody an assignment names, with the particulars as the letter prints them.</summary>
public sealed class AssignmentMember
{
    public const int NameMaxLength = 120;
    public const int NipLength = 18;
    public const int RankMaxLength = 60;
    public const int PositionMaxLength = 150;
    public const int DutyMaxLength = 60;

    public required Guid Id { get; init; }

    public required Guid AssignmentId { get; init; }

    /// <summary>1 for whom the letter names first.</summary>
    public required int Order { get; init; }

    /// <summary>The account; null for somebody of another body.</summary>
    public Guid? StaffId { get; init; }

    public required string Name { get; init; }

    /// <summary>18 digits; contract staff and people of other bodies may have none.</summary>
    public string? Nip { get; init; }

    public string? Rank { get; init; }

    public required string Position { get; init; }

    /// <summary>As what they go: "Ketua tim", "Anggota", "Pendamping".</summary>
    public required string Duty { get; init; }

    public required bool IsLead { get; init; }
}
