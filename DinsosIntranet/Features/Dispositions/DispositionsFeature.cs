namespace DinsosIntranet.Features.Dispositions;

public static class DispositionsFeature
{
    public static IServiceCollection AddDispositions(this IServiceCollection services)
    {
        services.AddSingleton<StandingDispositionService>();
        services.AddSingleton<DispositionService>();
        return services;
    }
}
