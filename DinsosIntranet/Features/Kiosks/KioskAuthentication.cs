using System.Security.Claims;
using System.Text.Encodings.Web;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Features.Kiosks.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>What a paired screen carries: which it is, and by which token. No person, no roles; staff's claims are others.</summary>
public static class KioskClaims
{
    public const string Scheme = "PapanTv";

    private const string Device = "papan-tv";
    private const string Token = "papan-tv-token";

    public static ClaimsPrincipal Principal(Guid deviceId, string tokenHash) => new(new ClaimsIdentity([new Claim(Device, deviceId.ToString()), new Claim(Token, tokenHash)], Scheme));

    public static (Guid DeviceId, string TokenHash)? Read(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.FindFirstValue(Device), out var id) && principal.FindFirstValue(Token) is { } hash ? (id, hash) : null;
}

/// <summary>The cookie of a paired screen. Browsers keep none longer than 400 days, so opening the board renews it.</summary>
public sealed class KioskCookie(IHostEnvironment environment)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    /// <summary>The prefix binds it to this very host and to HTTPS; plain HTTP exists in Development only.</summary>
    public string Name => environment.IsDevelopment() ? "dinsos-papan-tv" : "__Host-dinsos-papan-tv";

    public void Write(HttpContext context, KioskToken token) => context.Response.Cookies.Append(
        Name,
        token.Text,
        new CookieOptions
        {
            HttpOnly = true,
            Secure = !environment.IsDevelopment() || context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = Longest,
            IsEssential = true,
        });
}

/// <summary>
/// Knows a paired screen by its cookie. Only policies that name this scheme ask it, so to every other page and endpoint the
/// cookie means nothing.
/// </summary>
internal sealed class KioskAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, KioskDirectory kiosks, KioskCookie cookie)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private bool IsBoard => Request.Path.StartsWithSegments(WallBoardPage.Address, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KioskToken.Read(Request.Cookies[cookie.Name]) is not { } token
            || await kiosks.FindAsync(token.DeviceId, token.Hash, Context.RequestAborted) is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (IsBoard)
        {
            cookie.Write(Context, token);
        }

        return AuthenticateResult.Success(new AuthenticationTicket(KioskClaims.Principal(token.DeviceId, token.Hash), KioskClaims.Scheme));
    }

    /// <summary>Whoever opens the board unknown is asked for a code; elsewhere staff's own scheme has answered already.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (IsBoard)
        {
            Response.Redirect(PairingPage.Address);
        }

        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>Lets a paired screen where a policy for screens stands, and nowhere else.</summary>
internal sealed class KioskAuthorizationHandler(KioskDirectory kiosks) : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (requirement.Policy is Policies.Screen or Policies.Circuit
            && KioskClaims.Read(context.User) is { } claims
            && await kiosks.FindAsync(claims.DeviceId, claims.TokenHash) is not null)
        {
            context.Succeed(requirement);
        }
    }
}
