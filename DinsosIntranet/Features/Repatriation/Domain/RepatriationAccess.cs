using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Repatriation.Domain;

/// <summary>How much of a journey somebody may know.</summary>
public enum RepatriationSight
{
    None,

    /// <summary>Code, step and clocks.</summary>
    Outline,

    /// <summary>What the people need on the way and where they go, not who they are otherwise; while the journey is under way.</summary>
    Escort,

    /// <summary>Everything, once it was opened.</summary>
    Content,
}

/// <summary>What is asked of a request before <see cref="RepatriationAccess"/> decides.</summary>
public sealed record RepatriationFacts(string? UnitCode, bool IsOpen, bool IsAtDesk, bool IsInTeam);

/// <summary>The one place that decides who may see what: the division the standard belongs to, the head of agency, and whom the letter of assignment sends.</summary>
public static class RepatriationAccess
{
    public static RepatriationSight Sight(Actor actor, RepatriationFacts facts) =>
        actor.Has(StaffRole.HeadOfAgency) || actor.Roles.Any(r => r.Role is StaffRole.HeadOfDivision or StaffRole.SocialWorker && r.UnitCode == facts.UnitCode) || facts.IsAtDesk ? RepatriationSight.Content
            : facts is { IsInTeam: true, IsOpen: true } ? RepatriationSight.Escort
            : RepatriationSight.Outline;
}
