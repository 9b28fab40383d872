using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>Who may do what with a letter: pages ask to show it, services ask to refuse.</summary>
public static class LetterRules
{
    /// <summary>A number is given up by whoever allotted it, or by the secretariat that keeps the book.</summary>
    public static bool MayVoid(Guid? signerUserId, Actor actor) => signerUserId == actor.UserId || actor.Has(StaffRole.Secretariat);

    /// <summary>As whom somebody signs: "Kepala Dinas", "Plh. Kepala Dinas", "a.n. Kepala Dinas, Kabid Linjamsos".</summary>
    public static string Capacity(RoleInUnit role, Actor actor) => role.Role switch
    {
        StaffRole.HeadOfAgency => role.ActingTitle ?? StaffRole.HeadOfAgency.Title(),
        StaffRole.HeadOfDivision => $"a.n. {StaffRole.HeadOfAgency.Title()}, {role.ActingTitle ?? actor.Position}",
        _ => role.ActingTitle ?? actor.Position,
    };
}
