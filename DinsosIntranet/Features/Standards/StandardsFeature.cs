using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Standards.Domain;

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
        return services;
    }
}
