namespace DinsosIntranet.Features.Agency;

public static class AgencyFeature
{
    public static IServiceCollection AddAgency(this IServiceCollection services) => services.AddSingleton<AgencyDirectory>();
}
