using Microsoft.Net.Http.Headers;

namespace DinsosIntranet.App;

/// <summary>
/// Refuses circuits asked for by other sites, before one exists: neither CORS nor SameSite=Lax on the same site covers a
/// WebSocket handshake (OWASP ASVS 4.4.2). Browsers send Origin with every handshake and every POST.
/// </summary>
public sealed class CircuitOriginCheck(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase) && !IsOwnPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static bool IsOwnPage(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin))
        {
            // A plain GET (long polling, script initializers) of the own page carries no Origin, and changes nothing.
            return HttpMethods.IsGet(request.Method) && !IsHandshake(request);
        }

        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsHandshake(HttpRequest request) =>
        request.HttpContext.WebSockets.IsWebSocketRequest
        || request.Headers.ContainsKey(HeaderNames.SecWebSocketKey)
        || request.Headers.Upgrade.Any(u => string.Equals(u, "websocket", StringComparison.OrdinalIgnoreCase));
}
