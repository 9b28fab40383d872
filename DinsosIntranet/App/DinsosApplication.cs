using DinsosIntranet.App.Demo;
using DinsosIntranet.App.Setup;
using DinsosIntranet.App.Startup;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Complaints;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Objections;
using DinsosIntranet.Features.PublicInformation;
using DinsosIntranet.Features.Standards;
using DinsosIntranet.Features.Repatriation;
using DinsosIntranet.Features.VictimCases;
using DinsosIntranet.Shared.Files;

namespace DinsosIntranet.App;

internal static class DinsosApplication
{
    /// <summary>Everything that must be right before the first request: standards, database, reference data, the demo agency.</summary>
    public static async Task<WebApplication> PrepareAsync(this WebApplication app)
    {
        TransportCheck.Require(app.Configuration, app.Environment);
        var services = app.Services;
        await DatabasePreparation.MigrateAsync(services);
        await DatabasePreparation.RequireKeysAsync(services);
        await services.GetRequiredService<ReferenceImport>().RunAsync();
        if (app.Environment.IsDevelopment())
        {
            await services.GetRequiredService<DemoAgency>().CreateAsync();
            await services.GetRequiredService<DemoRequests>().CreateAsync();
        }

        await services.GetRequiredService<RahasiaUpkeep>().RunAsync();
        if (await services.GetRequiredService<AgencyDirectory>().FindAsync() is null)
        {
            services.GetRequiredService<SetupDoor>().Open(Console.Out);
        }

        services.GetRequiredService<FileVault>().RemoveLeftovers(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.AddDays(-1));
        return app;
    }

    /// <summary>The pipeline, outermost first.</summary>
    public static WebApplication UseDinsos(this WebApplication app)
    {
        app.UseProxyHeaders();
        app.UseShellHeaders();
        app.UseRateLimiter();
        app.UseMiddleware<SetupGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapShell();
        app.MapAccountEndpoints();
        app.MapAuditEndpoints();
        app.MapDispositionEndpoints();
        app.MapIntakeEndpoints();
        app.MapLetterEndpoints();
        app.MapInformationEndpoints();
        app.MapComplaintEndpoints();
        app.MapObjectionEndpoints();
        app.MapCaseEndpoints();
        app.MapRepatriationEndpoints();
        app.MapStandardEndpoints();
        app.MapHealthChecks("/healthz").AllowAnonymous();
        return app;
    }
}
