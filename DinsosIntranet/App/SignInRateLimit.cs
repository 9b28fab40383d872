using System.Threading.RateLimiting;
using DinsosIntranet.App.Setup;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Kiosks.Pages;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App;

/// <summary>Limits how often one address may try to sign in or set up, type the code of a wall screen, or ask the open verification page.</summary>
internal static class SignInRateLimit
{
    private static readonly string[] LimitedPaths = ["/masuk", "/verifikasi", SetupPage.Address, PairingPage.Address];

    public static IServiceCollection AddSignInRateLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!IsLimited(context.Request))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            var perMinute = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.AttemptsPerMinute;
            return RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "?",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
        });
    });

    /// <summary>What asks for a computation is limited: forms sent, and the page of keys, which reads the key folder.</summary>
    private static bool IsLimited(HttpRequest request) =>
        request.Path.StartsWithSegments("/verifikasi/kunci", StringComparison.Ordinal)
        || (HttpMethods.IsPost(request.Method) && Array.Exists(LimitedPaths, p => request.Path.StartsWithSegments(p, StringComparison.Ordinal)));
}
