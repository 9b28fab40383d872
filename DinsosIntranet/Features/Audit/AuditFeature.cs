using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Keys;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Audit;

public static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton(p => new AuditAnchorFile(Path.Combine(p.GetRequiredService<IOptions<KeyRingOptions>>().Value.Folder, AuditAnchorFile.FileName)));
        services.AddSingleton<AuditSealer>();
        services.AddHostedService<AuditAnchorWriter>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<AuditChecks>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<AuditExport>();
        return services;
    }
}
