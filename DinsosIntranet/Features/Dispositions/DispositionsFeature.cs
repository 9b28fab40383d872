using DinsosIntranet.Features.Dispositions.Pages;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Dispositions;

public static class DispositionsFeature
{
    public static IServiceCollection AddDispositions(this IServiceCollection services)
    {
        services.AddSingleton<StandingDispositionService>();
        services.AddSingleton<DispositionService>();
        services.AddSingleton<DispositionQueries>();
        services.AddSingleton<DispositionSheetWriter>();
        services.AddSingleton(new ActionPanel(StepActions.Forward, typeof(ForwardPanel)));
        services.AddSingleton(new ActionPanel(StepActions.Dispose, typeof(DisposePanel)));
        services.AddSingleton(new ActionPanel(StepActions.Assign, typeof(DisposePanel)));
        return services;
    }
}
