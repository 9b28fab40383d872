using DinsosIntranet.Features.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace DinsosIntranet.App;

public static class ShellPipeline
{
    /// <summary>First in the pipeline: headers on every answer, the origin check of circuits, pages for empty error answers.</summary>
    public static WebApplication UseShellHeaders(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<CircuitOriginCheck>();
        app.UseStatusCodePagesWithReExecute("/galat/{0}", createScopeForStatusCodePages: true);
        return app;
    }

    /// <summary>Last: after authentication and authorization, because the antiforgery token is bound to the person.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'")
            .Add(AdmitToCircuits);
        return app;
    }

    /// <summary>The connection of the pages is opened by staff and by paired screens; everything else of the framework's by staff.</summary>
    private static void AdmitToCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder route && route.RoutePattern.RawText?.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal) == true)
        {
            endpoint.Metadata.Add(new AuthorizeAttribute(Policies.Circuit));
        }
    }
}
