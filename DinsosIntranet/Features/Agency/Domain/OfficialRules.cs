using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>When two entries contradict each other: one position has one holder at a time, and one stand-in at a time.</summary>
public static class OfficialRules
{
    public const int NameMaxLength = 120;
    public const int RankMaxLength = 60;
    public const int PositionTitleMaxLength = 150;

    /// <summary>Whether both are the same position: one head and one secretary for the agency, one head for each division.</summary>
    public static bool IsSamePosition(StaffRole role, string? unit, StaffRole otherRole, string? otherUnit) =>
        role == otherRole && (role is StaffRole.HeadOfAgency or StaffRole.AgencySecretary || unit == otherUnit);

    /// <summary>Whether two periods share a day; both ends are included, no end means for good.</summary>
    public static bool Overlap(DateOnly from, DateOnly? until, DateOnly otherFrom, DateOnly? otherUntil) =>
        (otherUntil is null || from <= otherUntil) && (until is null || otherFrom <= until);
}
