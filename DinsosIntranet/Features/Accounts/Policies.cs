using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Who may open which page. Pages name a policy; services check again with the actor's rights at that moment. Without a
/// policy of its own a page is open to staff only (the fallback policy), never to everybody.
/// </summary>
public static class Policies
{
    /// <summary>Anybody signed in.</summary>
    public const string Staff = nameof(Staff);

    /// <summary>The counter: guest book, new requests, hand-over.</summary>
    public const string Counter = nameof(Counter);

    /// <summary>Everybody who serves people, in whatever role.</summary>
    public const string Requests = nameof(Requests);

    /// <summary>Records of one person entered twice: those who merge them, and those who take a merge apart.</summary>
    public const string PersonMerges = nameof(PersonMerges);

    /// <summary>Secretariat, officials and the desks they dispose to.</summary>
    public const string Dispositions = nameof(Dispositions);

    /// <summary>Those who sign.</summary>
    public const string Signing = nameof(Signing);

    /// <summary>The letters the agency issued.</summary>
    public const string Letters = nameof(Letters);

    /// <summary>The agenda book of incoming letters.</summary>
    public const string Agenda = nameof(Agenda);

    /// <summary>Those who keep the agenda book.</summary>
    public const string AgendaKeeping = nameof(AgendaKeeping);

    /// <summary>The register of requests for public information.</summary>
    public const string Information = nameof(Information);

    /// <summary>The complaint book.</summary>
    public const string Complaints = nameof(Complaints);

    /// <summary>Those who write complaints down.</summary>
    public const string ComplaintIntake = nameof(ComplaintIntake);

    /// <summary>Migrants brought home, each journey as far as <c>RepatriationAccess</c> lets them see: whoever works here may be sent along.</summary>
    public const string Repatriation = nameof(Repatriation);

    /// <summary>How many were brought home.</summary>
    public const string RepatriationFigures = nameof(RepatriationFigures);

    /// <summary>The list of victims' cases and their files, each as far as <c>CaseAccess</c> lets them see.</summary>
    public const string Cases = nameof(Cases);

    /// <summary>How long cases are kept, and what is destroyed: those who keep the archive, and those who decide. Codes only.</summary>
    public const string CaseRetention = nameof(CaseRetention);

    /// <summary>Those who take a report of violence in.</summary>
    public const string CaseIntake = nameof(CaseIntake);

    /// <summary>Consultations without a case, written down and counted.</summary>
    public const string Consultations = nameof(Consultations);

    /// <summary>The recap of victims and cases; which heads, <c>CaseAccess</c> decides.</summary>
    public const string CaseRecap = nameof(CaseRecap);

    /// <summary>The trail.</summary>
    public const string Trail = nameof(Trail);

    /// <summary>Staff, agency, calendar, letterhead.</summary>
    public const string Settings = nameof(Settings);

    /// <summary>The versions of the standards: administrators bring them in, the head or the secretary decides the day of a rahasia one.</summary>
    public const string StandardVersions = nameof(StandardVersions);

    /// <summary>Those who approve roles that open rahasia files.</summary>
    public const string RoleApproval = nameof(RoleApproval);

    /// <summary>The board on the wall: those who may see the board, and a paired screen.</summary>
    public const string Screen = nameof(Screen);

    /// <summary>The connection behind open pages: staff, and a paired screen. What may be shown on it each page decides.</summary>
    public const string Circuit = nameof(Circuit);

    private static readonly StaffRole[] Officials = [StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.HeadOfDivision];

    private static readonly StaffRole[] Desks = [StaffRole.DtksOperator, StaffRole.PpidOfficer, StaffRole.SocialWorker, StaffRole.ComplaintOfficer];

    private static readonly StaffRole[] Seeing = [StaffRole.FrontOffice, StaffRole.Secretariat, StaffRole.Supervisor, .. Officials, .. Desks];

    /// <summary>The roles each policy admits. The matrix test walks this table over every page and every role.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<StaffRole>> Roles { get; } = new Dictionary<string, IReadOnlyList<StaffRole>>
    {
        [Staff] = StaffRoles.All,
        [Counter] = [StaffRole.FrontOffice],
        [Requests] = Seeing,
        [PersonMerges] = [StaffRole.FrontOffice, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary],
        [Dispositions] = [StaffRole.Secretariat, .. Officials, .. Desks],
        [Signing] = Officials,
        [Letters] = [StaffRole.Secretariat, StaffRole.Supervisor, .. Officials, .. Desks],
        [Agenda] = [StaffRole.Secretariat, StaffRole.Supervisor, .. Officials, .. Desks],
        [AgendaKeeping] = [StaffRole.Secretariat],
        [Information] = [StaffRole.FrontOffice, StaffRole.Secretariat, StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.PpidOfficer, StaffRole.Supervisor],
        [Complaints] = [StaffRole.Secretariat, StaffRole.Supervisor, StaffRole.ComplaintOfficer, .. Officials],
        [ComplaintIntake] = [StaffRole.FrontOffice, StaffRole.ComplaintOfficer],
        [Cases] = [StaffRole.SocialWorker, .. Officials],
        [CaseRetention] = [StaffRole.Secretariat, .. Officials],
        [CaseIntake] = [StaffRole.FrontOffice, StaffRole.SocialWorker],
        [Repatriation] = Seeing,
        [RepatriationFigures] = [StaffRole.Secretariat, StaffRole.Supervisor, StaffRole.SocialWorker, .. Officials],
        [Consultations] = [StaffRole.FrontOffice, StaffRole.SocialWorker, .. Officials],
        [CaseRecap] = [StaffRole.Supervisor, .. Officials],
        [Trail] = [.. Officials, StaffRole.Supervisor, StaffRole.Administrator],
        [Settings] = [StaffRole.Administrator],
        [StandardVersions] = [StaffRole.Administrator, StaffRole.HeadOfAgency, StaffRole.AgencySecretary],
        [RoleApproval] = RoleRules.Approvers,
        [Screen] = Seeing,
        [Circuit] = StaffRoles.All,
    };

    public static bool Admits(string policy, Actor actor) => Roles[policy].Any(actor.Has);
}
