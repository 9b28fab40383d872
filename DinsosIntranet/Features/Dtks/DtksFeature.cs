using DinsosIntranet.Features.Letters;

namespace DinsosIntranet.Features.Dtks;

public static class DtksFeature
{
    public static IServiceCollection AddDtks(this IServiceCollection services)
    {
        services.AddSingleton<NotRegisteredSheetWriter>();
        services.AddSingleton<ILetterContent, DtksCertificateContent>();
        services.AddSingleton<DtksService>();
        return services;
    }
}
