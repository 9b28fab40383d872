using DinsosIntranet.Features.Dtks.Pages;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Dtks;

public static class DtksFeature
{
    public static IServiceCollection AddDtks(this IServiceCollection services)
    {
        services.AddSingleton<NotRegisteredSheetWriter>();
        services.AddSingleton<ILetterContent, DtksCertificateContent>();
        services.AddSingleton<DtksService>();
        services.AddSingleton<DtksQueries>();
        services.AddSingleton(new ActionPanel(DtksService.CheckAction, typeof(DtksCheckPanel)));
        services.AddSingleton(new ActionPanel(DtksService.PrintAction, typeof(DtksPrintPanel)));
        return services;
    }
}
