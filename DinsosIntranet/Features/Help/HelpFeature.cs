namespace DinsosIntranet.Features.Help;

public static class HelpFeature
{
    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddSingleton<HelpLibrary>();
}
