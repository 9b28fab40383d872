using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>
/// Who may read what was written freely about a rahasia request: whoever wrote it, whoever holds the request, and those at its
/// desk while nobody does. Never the counter or the secretariat, who carry it without knowing what it is about.
/// </summary>
public static class ConfidentialNotes
{
    private static readonly StaffRole[] Working = [StaffRole.SocialWorker, StaffRole.HeadOfDivision, StaffRole.HeadOfAgency, StaffRole.AgencySecretary];

    public static bool MayRead(WorkItem item, Desk desk, Actor viewer, Guid authorId) =>
        !item.IsConfidential || viewer.UserId == authorId
        || (viewer.HasAny(Working) && (item.IsHeldBy(viewer) || (item.IsOpen && item.HolderId is null && desk.MembershipOf(viewer) is not null)));
}
