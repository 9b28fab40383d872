using DinsosIntranet.Features.Audit;

namespace DinsosIntranet.Features.Desks;

public static class DesksFeature
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<WorkFlow>();
        services.AddSingleton<AuditNames, WorkItemNames>();
        services.AddSingleton<DeskService>();
        services.AddSingleton<DeskQueries>();
        services.AddSingleton<RequestQueries>();
        services.AddSingleton<RequestOpening>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<BoardFeed>();
        return services;
    }
}
