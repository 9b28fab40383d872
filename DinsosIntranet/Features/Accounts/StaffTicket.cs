using System.Security.Claims;

namespace DinsosIntranet.Features.Accounts;

/// <summary>What a sign-in carries: who, under which state of the account, and which session. Rights are never in the cookie.</summary>
public sealed record StaffTicket(Guid UserId, string Stamp, Guid SessionId);

/// <summary>The claims of a ticket in the cookie.</summary>
public static class StaffClaims
{
    public const string Scheme = "Staf";

    /// <summary>The short-lived cookie of somebody whose password was right and who still owes the second step.</summary>
    public const string StepScheme = "Staf-langkah";

    private const string Stamp = "stamp";
    private const string Session = "sesi";

    public static ClaimsPrincipal Principal(StaffTicket ticket, string scheme = Scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, ticket.UserId.ToString()),
            new Claim(Stamp, ticket.Stamp),
            new Claim(Session, ticket.SessionId.ToString()),
        ],
        scheme));

    /// <summary>The ticket a principal carries, or null.</summary>
    public static StaffTicket? Read(ClaimsPrincipal? principal) =>
        principal?.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
        && principal.FindFirstValue(Stamp) is { } stamp
        && Guid.TryParse(principal.FindFirstValue(Session), out var session)
            ? new StaffTicket(id, stamp, session)
            : null;
}
