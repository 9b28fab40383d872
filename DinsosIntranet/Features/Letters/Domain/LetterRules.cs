using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Letters.Domain;

/// <summary>Who may do what with a letter: pages ask to show it, services ask to refuse.</summary>
public static class LetterRules
{
    /// <summary>The alphabet ends here.</summary>
    public const int MostInsertions = 26;

    /// <summary>A number is given up by whoever allotted it, or by the secretariat that keeps the book.</summary>
    public static bool MayVoid(Guid? signerUserId, Actor actor) => signerUserId == actor.UserId || actor.Has(StaffRole.Secretariat);

    /// <summary>Who may say that an issued letter no longer holds: whoever signed it, or the head of agency.</summary>
    public static bool MayRevoke(Guid? signerUserId, Actor actor) =>
        actor.Has(StaffRole.HeadOfAgency) || (signerUserId == actor.UserId && actor.Has(StaffRole.HeadOfDivision));

    /// <summary>Who may open the request for a replacement: the counter, where people ask for it, and the secretariat.</summary>
    public static bool MayReplace(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.Secretariat);

    /// <summary>Who may prepare an inserted number or one from another system: the secretariat keeps the book.</summary>
    public static bool MayPrepareNumber(Actor actor) => actor.Has(StaffRole.Secretariat);

    /// <summary>"a" for 1, "b" for 2: what stands behind the running number it was inserted after.</summary>
    public static string InsertionSuffix(int insertion) => insertion switch
    {
        0 => "",
        >= 1 and <= MostInsertions => ((char)('a' + insertion - 1)).ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(insertion)),
    };

    /// <summary>As whom somebody signs: "Kepala Dinas", "Plh. Kepala Dinas", "a.n. Kepala Dinas, Kabid Linjamsos".</summary>
    public static string Capacity(RoleInUnit role, Actor actor) => role.Role switch
    {
        StaffRole.HeadOfAgency => role.ActingTitle ?? StaffRole.HeadOfAgency.Title(),
        StaffRole.HeadOfDivision or StaffRole.AgencySecretary => $"a.n. {StaffRole.HeadOfAgency.Title()}, {role.ActingTitle ?? actor.Position}",
        _ => role.ActingTitle ?? actor.Position,
    };
}
