using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Agenda;

/// <summary>
/// Who may do what with the agenda book. The secretariat keeps it, the head disposes what is in it, and everybody who is
/// disposed to may look it up. A letter with sifat rahasia says who sent it and what it is about only to the secretariat,
/// the head and those it was disposed to.
/// </summary>
public static class AgendaAccess
{
    public static bool MaySee(Actor actor) => Policies.Admits(Policies.Agenda, actor);

    public static bool MayKeep(Actor actor) => Policies.Admits(Policies.AgendaKeeping, actor);

    /// <summary>The desk that disposes incoming letters: the head's own; null where the agency has none.</summary>
    public static Desk? HeadDesk(AgencySnapshot agency) => HeadDesk(agency.Desks);

    /// <summary>The head's own desk among these.</summary>
    public static Desk? HeadDesk(IEnumerable<Desk> desks) => desks.FirstOrDefault(d => d.Members is [{ Role: StaffRole.HeadOfAgency }]);

    /// <summary>The head, or who stands in for them today.</summary>
    public static RoleInUnit? HeadMembership(AgencySnapshot agency, Actor actor) => HeadDesk(agency)?.MembershipOf(actor);

    public static bool ReadsEverything(AgencySnapshot agency, Actor actor) => MayKeep(actor) || HeadMembership(agency, actor) is not null;

    /// <summary>Whether a disposition is this person's to read and to carry out: given to them, or to a desk they serve.</summary>
    public static bool IsReceiver(Disposition disposition, AgencySnapshot agency, Actor actor) => disposition.ToUserId is { } user
        ? user == actor.UserId
        : agency.FindDesk(disposition.ToDeskCode)?.MembershipOf(actor) is not null;

    /// <summary>The desks this person serves now.</summary>
    public static string[] DesksOf(AgencySnapshot agency, Actor actor) => [.. agency.Desks.Where(d => d.MembershipOf(actor) is not null).Select(d => d.Code)];
}
