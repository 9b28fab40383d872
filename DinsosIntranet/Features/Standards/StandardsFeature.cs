using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.Standards.Pages;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Standards;

public static class StandardsFeature
{
    public static IServiceCollection AddStandards(this IServiceCollection services)
    {
        services.AddSingleton<StandardLibrary>();
        services.AddSingleton<StandardQueries>();
        services.AddSingleton<StructureUses, StandardUses>();
        services.AddSingleton<SettingsGaps, DeskGaps>();
        services.AddSingleton(p => new ActionRegistry(StepActions.All, p.GetServices<ActionPanel>()));
        services.AddSingleton<StandardVersionQueries>();
        services.AddSingleton<StandardImportService>();
        services.AddSingleton<StandardScheduleService>();
        services.AddSingleton<StandardComposing>();
        services.AddSingleton<StandardWatch>();
        services.AddHostedService(p => p.GetRequiredService<StandardWatch>());
        services.AddSingleton<AuditNames, StandardNames>();
        services.AddSingleton(new SettingsSection(
            SettingsSection.Services, 5, "Standar layanan", "Versi standar: impor dari berkas, bandingkan, dan tetapkan tanggal berlakunya.", StandardVersionsPage.Address, Policies.Roles[Policies.StandardVersions]));
        return services;
    }
}
