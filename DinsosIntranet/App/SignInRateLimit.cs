using System.Threading.RateLimiting;
using DinsosIntranet.App.Setup;
using DinsosIntranet.Features.Accounts;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.App;

/// <summary>Limits how often one address may try to sign in or set up, or ask the open verification page.</summary>
internal static class SignInRateLimit
{
    private static readonly string[] LimitedPaths = ["/masuk", "/verifikasi", SetupPage.Address];

    public static IServiceCollection AddSignInRateLimit(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        {
            if (!HttpMethods.IsPost(context.Request.Method) || !Array.Exists(LimitedPaths, p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal)))
            {
                return RateLimitPartition.GetNoLimiter("");
            }

            var perMinute = context.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.AttemptsPerMinute;
            return RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "?",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) });
        });
    });
}
