using DinsosIntranet.Features.Accounts.Domain;

namespace DinsosIntranet.Features.Accounts;

/// <summary>From where somebody signs in, as it is kept with the session.</summary>
internal static class SignInPlace
{
    public static string Origin(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "?";

    public static string Browser(HttpContext context) => BrowserFamily.Of(context.Request.Headers.UserAgent.ToString());
}
