using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>
/// Who may read what was written freely about a rahasia request: officials and social workers, where they wrote it, hold the
/// request, or serve its desk while nobody holds it. Never the counter or the secretariat, not even what they wrote themselves:
/// others look at their screens.
/// </summary>
public static class ConfidentialNotes
{
    private static readonly StaffRole[] Working = [StaffRole.SocialWorker, StaffRole.HeadOfDivision, StaffRole.HeadOfAgency, StaffRole.AgencySecretary];

    public static bool MayRead(WorkItem item, Desk desk, Actor viewer, Guid authorId) =>
        !item.IsConfidential
        || (viewer.HasAny(Working) && (viewer.UserId == authorId || item.IsHeldBy(viewer) || (item.IsOpen && item.HolderId is null && desk.MembershipOf(viewer) is not null)));
}
