using DinsosIntranet.Features.Letters;

namespace DinsosIntranet.App;

/// <summary>
/// Headers that bind the browser (OWASP ASVS 3.4). Two deviations: base-uri is 'self' instead of 'none' because Blazor
/// needs its base element, and style-src allows inline styles because Radzen places its popups with them.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'self'; object-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        + "img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>
    /// For papers a page shows inside itself. The browser's PDF viewer is an object of the answer, so objects of our own
    /// are allowed there; scripts and everything else are not.
    /// </summary>
    public const string PaperContentSecurityPolicy =
        "default-src 'none'; object-src 'self'; img-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'self'; form-action 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            Write(context.Response, mayScan: context.Request.Path == "/verifikasi", isFramed: context.GetEndpoint()?.Metadata.GetMetadata<FramedByOwnPages>() is not null);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Write(HttpResponse response, bool mayScan, bool isFramed)
    {
        var headers = response.Headers;
        // A file shown to staff is no page and brings a narrower policy of its own.
        if (!headers.ContentSecurityPolicy.ToString().StartsWith("sandbox", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = isFramed ? PaperContentSecurityPolicy : ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = isFramed ? "SAMEORIGIN" : "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        // The verification page scans a code where the visitor allows the camera; nothing else has a use for it.
        headers["Permissions-Policy"] = (mayScan ? "camera=(self)" : "camera=()") + ", microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // A page holds names; a shared computer's disk is no place for it.
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            headers.CacheControl = "no-store";
        }
    }
}
