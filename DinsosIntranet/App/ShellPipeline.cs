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
            .AddInteractiveServerRenderMode(o => o.ContentSecurityFrameAncestorsPolicy = "'none'");
        return app;
    }
}
