using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Accounts.Domain;

/// <summary>One role somebody is to hold, in one unit or (null) in the whole agency.</summary>
public sealed record RoleChoice(StaffRole Role, string? UnitCode);

/// <summary>Who may hold which role, and which roles one administrator alone cannot give.</summary>
public static class RoleRules
{
    /// <summary>The divisions that handle victims of violence and rehabilitation: their files are rahasia.</summary>
    private static readonly string[] SecretUnits = ["rehsos", "pppa"];

    /// <summary>Those who approve what opens rahasia files.</summary>
    public static IReadOnlyList<StaffRole> Approvers { get; } = [StaffRole.HeadOfAgency, StaffRole.AgencySecretary];

    /// <summary>The positions that sign or dispose; only they are entered as officials.</summary>
    public static IReadOnlyList<StaffRole> Officials { get; } = [StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.HeadOfDivision];

    /// <summary>
    /// Whether the holder may open rahasia files: social workers, the heads of the divisions that handle them, and the head
    /// of agency. This is the one place that says so.
    /// </summary>
    public static bool OpensSecretFiles(StaffRole role, string? unitCode) => role switch
    {
        StaffRole.SocialWorker or StaffRole.HeadOfAgency => true,
        StaffRole.HeadOfDivision => unitCode is not null && SecretUnits.Contains(unitCode),
        _ => false,
    };

    /// <summary>Whether a second official must approve: what opens rahasia files, and what approves that.</summary>
    public static bool NeedsApproval(StaffRole role, string? unitCode) => OpensSecretFiles(role, unitCode) || role == StaffRole.AgencySecretary;

    /// <summary>Who may decide on a proposal: head or secretary, but neither who proposed it nor whom it is about.</summary>
    public static bool MayDecide(Actor actor, Guid proposedById, Guid userId) =>
        Approvers.Any(actor.Has) && actor.UserId != proposedById && actor.UserId != userId;

    /// <summary>Roles that make no sense in one unit only.</summary>
    public static bool IsForWholeAgency(StaffRole role) => role is StaffRole.HeadOfAgency or StaffRole.Administrator;

    /// <summary>Why this role cannot be held like this, or null.</summary>
    public static string? Fault(RoleChoice choice, Func<string, bool> isUnit) => choice switch
    {
        { UnitCode: { } unit } when !isUnit(unit) => $"Unit '{unit}' tidak dikenal.",
        { Role: StaffRole.HeadOfDivision, UnitCode: null } => "Kepala Bidang perlu unit.",
        { UnitCode: not null } when IsForWholeAgency(choice.Role) => $"{choice.Role.Title()} berlaku untuk seluruh dinas. Kosongkan unit.",
        _ => null,
    };
}
