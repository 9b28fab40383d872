using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Authorization;

namespace DinsosIntranet.Features.Accounts;

/// <summary>Requires that the signed-in person holds a role the policy admits, at this moment.</summary>
public sealed record StaffRequirement(string Policy) : IAuthorizationRequirement;

internal sealed class StaffAuthorizationHandler(ActorDirectory actors) : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (StaffClaims.Read(context.User) is { } ticket
            && await actors.FindAsync(ticket) is { } actor
            && Policies.Admits(requirement.Policy, actor))
        {
            context.Succeed(requirement);
        }
    }
}

/// <summary>Makes the context of an act: who is signed in here with the rights of this moment, what time it is, from where.</summary>
public abstract class ActingUser
{
    public abstract ValueTask<Actor?> FindAsync();

    /// <summary>Throws when nobody is signed in any more; a page never gets that far, since it is replaced by the sign-in page.</summary>
    public abstract ValueTask<ActionContext> ActAsync(string? reason = null);
}
