using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake;

/// <summary>
/// Who may open a request of an open standard: every member of staff who serves people. Administrators manage accounts,
/// not content. Requests of confidential standards are opened through their own capability only.
/// </summary>
public static class RequestAccess
{
    public static bool MaySee(Actor actor) => actor.Roles.Any(r => r.Role != StaffRole.Administrator);

    /// <summary>As above for one request: whoever is excluded from it is answered as if there were none.</summary>
    public static bool MaySee(Actor actor, Guid requestId) => MaySee(actor) && !actor.IsExcludedFrom(requestId);

    /// <summary>Only the counter takes people in.</summary>
    public static bool MayRegister(Actor actor) => actor.Has(StaffRole.FrontOffice);
}
