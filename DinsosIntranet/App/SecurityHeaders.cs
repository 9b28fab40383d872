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

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Write(((HttpContext)state).Response);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Write(HttpResponse response)
    {
        var headers = response.Headers;
        // A file shown to staff is no page and brings a narrower policy of its own.
        if (!headers.ContentSecurityPolicy.ToString().StartsWith("sandbox", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";

        // A page holds names; a shared computer's disk is no place for it.
        if (response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            headers.CacheControl = "no-store";
        }
    }
}
