using System.Security.Claims;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Authorization;

namespace DinsosIntranet.Features.Accounts;

/// <summary>The claims a sign-in carries: who, and which state of the account it was made under. Rights are never in the cookie.</summary>
public static class StaffClaims
{
    public const string Scheme = "Staf";
    public const string Stamp = "stamp";

    public static ClaimsPrincipal Principal(Guid userId, string stamp) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, userId.ToString()), new Claim(Stamp, stamp)],
        Scheme));

    /// <summary>The person and stamp a principal claims to be, or null.</summary>
    public static (Guid UserId, string Stamp)? Read(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && principal.FindFirstValue(Stamp) is { } stamp
            ? (id, stamp)
            : null;
}

/// <summary>Requires that the signed-in person holds a role the policy admits, at this moment.</summary>
public sealed record StaffRequirement(string Policy) : IAuthorizationRequirement;

internal sealed class StaffAuthorizationHandler(ActorDirectory actors) : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (StaffClaims.Read(context.User) is { } claims
            && await actors.FindAsync(claims.UserId, claims.Stamp) is { } actor
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
