using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>How much of a case somebody may know.</summary>
public enum CaseSight
{
    /// <summary>Not even that it is there.</summary>
    None,
    /// <summary>Code, step and clocks.</summary>
    Outline,
    /// <summary>The content, once opened with the password and a reason.</summary>
    Content,
}

/// <summary>
/// What the decision rests on. <paramref name="IsAtDesk"/>: the actor serves the desk where
/// the case waits, and it is in nobody else's hands: one directed to a named official opens to them alone.
/// <paramref name="IsOverSocialWorkers"/>: the actor heads a unit in which social workers serve.
/// <paramref name="EmergencyUntil"/>: the end of the actor's own opening in an emergency.
/// </summary>
public sealed record CaseFacts(
    string UnitCode, bool IsLocked, bool IsMember, bool IsLead, bool HasTeam, bool IsAtDesk, bool IsOverSocialWorkers, DateTime? EmergencyUntil);

/// <summary>
/// Who may know what of a case, decided here and nowhere else. The team, the head of its unit and the head of agency see the
/// content; a case nobody has taken up yet opens to its desk, and whoever opens it leads it. Everybody who serves people sees
/// code, step and clock. A locked case is there for its team only, and no emergency opens it.
/// </summary>
public static class CaseAccess
{
    private static readonly StaffRole[] Working = [StaffRole.SocialWorker, StaffRole.HeadOfDivision, StaffRole.HeadOfAgency];

    public static CaseSight Sight(Actor actor, CaseFacts facts, DateTime now)
    {
        if (facts.IsMember && actor.HasAny(Working))
        {
            return CaseSight.Content;
        }

        if (facts.IsLocked)
        {
            return CaseSight.None;
        }

        if (IsHead(actor, facts.UnitCode) || MayTakeUp(actor, facts) || (facts.EmergencyUntil > now && IsForEmergencies(actor, facts)))
        {
            return CaseSight.Content;
        }

        return actor.Roles.Any(r => r.Role != StaffRole.Administrator) ? CaseSight.Outline : CaseSight.None;
    }

    /// <summary>The head of the unit of the case, or the head of agency.</summary>
    public static bool IsHead(Actor actor, string unitCode) => actor.Has(StaffRole.HeadOfAgency) || IsHeadOfUnit(actor, unitCode);

    /// <summary>A case without a team opens to the social workers at its desk; opening it makes its lead.</summary>
    public static bool MayTakeUp(Actor actor, CaseFacts facts) => !facts.HasTeam && !facts.IsLocked && facts.IsAtDesk && actor.Has(StaffRole.SocialWorker);

    /// <summary>Whether the actor may open this case in an emergency: one they see the outline of, and no more. Social workers and their heads only.</summary>
    public static bool MayBreakGlass(Actor actor, CaseFacts facts, DateTime now) => Sight(actor, facts, now) == CaseSight.Outline && IsForEmergencies(actor, facts);

    /// <summary>Who decides who belongs to the team: the lead, the head of the unit, the head of agency (who need not open the case for it).</summary>
    public static bool MayChangeTeam(Actor actor, CaseFacts facts) =>
        facts.IsLocked ? facts.IsMember && (facts.IsLead || IsHead(actor, facts.UnitCode)) : facts.IsLead || IsHead(actor, facts.UnitCode);

    /// <summary>Locking and unlocking are the same people's; a head who locks joins the team.</summary>
    public static bool MayLock(Actor actor, CaseFacts facts) => MayChangeTeam(actor, facts);

    /// <summary>Who looks into an emergency afterwards: the lead and the heads, never whoever opened.</summary>
    public static bool MayReview(Actor actor, CaseFacts facts, Guid openedBy) => actor.UserId != openedBy && MayChangeTeam(actor, facts);

    /// <summary>Who approves an assessment or a closing: a head, never whoever submitted it.</summary>
    public static bool MaySupervise(Actor actor, CaseFacts facts, Guid submittedBy) => actor.UserId != submittedBy && IsHead(actor, facts.UnitCode);

    /// <summary>Who works on the case: its team. Heads look and decide, the records are the team's.</summary>
    public static bool MayWork(CaseFacts facts) => facts.IsMember;

    /// <summary>Who fills in blocks: the team, and whoever opened in an emergency, so that what was done for the victim is written down at once.</summary>
    public static bool MayWrite(CaseFacts facts, DateTime now) => MayWork(facts) || facts.EmergencyUntil > now;

    /// <summary>Who can be made a member.</summary>
    public static bool MayBelong(Actor actor) => actor.HasAny(StaffRole.SocialWorker, StaffRole.HeadOfDivision);

    /// <summary>Who may take in a report of violence.</summary>
    public static bool MayRegister(Actor actor) => actor.HasAny(StaffRole.FrontOffice, StaffRole.SocialWorker);

    /// <summary>Who sees how many consultations there were: those who write them down, and the officials.</summary>
    public static bool MayCountConsultations(Actor actor) => MayRegister(actor) || actor.HasAny(StaffRole.HeadOfDivision, StaffRole.HeadOfAgency, StaffRole.AgencySecretary);

    /// <summary>Who reads the recap: it names nobody and says no small number, so a supervisor may, who sees no case.</summary>
    public static bool MayReadRecap(Actor actor, bool isOverSocialWorkers) =>
        isOverSocialWorkers || actor.HasAny(StaffRole.HeadOfAgency, StaffRole.AgencySecretary, StaffRole.Supervisor);

    private static bool IsForEmergencies(Actor actor, CaseFacts facts) => actor.Has(StaffRole.SocialWorker) || facts.IsOverSocialWorkers;

    private static bool IsHeadOfUnit(Actor actor, string unitCode) =>
        actor.Roles.Any(r => r.Role == StaffRole.HeadOfDivision && (r.UnitCode is null || r.UnitCode == unitCode));
}
