using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints.Domain;

/// <summary>
/// Who may do what with complaints. Whoever is complained about is kept out before any of this is asked (exclusion);
/// here everybody else is sorted by what their work needs.
/// </summary>
public static class ComplaintAccess
{
    /// <summary>The counter and the complaint officers write complaints down.</summary>
    public static bool MayRegister(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.ComplaintOfficer);

    /// <summary>Those who answer for the book see all of it; heads of division only what lies on their desks.</summary>
    public static bool MayReadAll(Actor actor) =>
        actor.HasAny(StaffRole.ComplaintOfficer, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.Supervisor);

    /// <summary>What a complaint says: those who handle complaints, and the desk where it lies. A supervisor reads figures.</summary>
    public static bool MayRead(WorkItem item, Desk? desk, Actor actor) =>
        actor.HasAny(StaffRole.ComplaintOfficer, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary)
        || (item.IsOpen && desk?.MembershipOf(actor) is not null);

    /// <summary>Names of open complainants in the book; secret ones stand nowhere.</summary>
    public static bool MayReadNames(Actor actor) =>
        actor.HasAny(StaffRole.ComplaintOfficer, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary);

    /// <summary>The name of a secret complainant: whoever must answer them, on the record.</summary>
    public static bool MayReveal(WorkItem item, Desk? desk, Actor actor) =>
        actor.Has(StaffRole.ComplaintOfficer) || (item.IsOpen && item.IsHeldBy(actor) && desk?.MembershipOf(actor) is not null);

    public static bool MayExport(Actor actor) =>
        actor.HasAny(StaffRole.ComplaintOfficer, StaffRole.AgencySecretary, StaffRole.HeadOfAgency, StaffRole.Supervisor);

    /// <summary>Classing again: the complaint officers wherever it lies, and whoever works on it now.</summary>
    public static bool MayClassify(WorkItem item, Desk desk, Actor actor) =>
        actor.Has(StaffRole.ComplaintOfficer) || (desk.MembershipOf(actor) is not null && (item.HolderId is null || item.IsHeldBy(actor)));
}
