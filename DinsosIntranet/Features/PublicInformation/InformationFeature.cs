using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.PublicInformation.Pages;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.PublicInformation;

public static class InformationFeature
{
    public static IServiceCollection AddPublicInformation(this IServiceCollection services)
    {
        services.AddSingleton(p => InformationReference.Load(p.GetRequiredService<DataFolder>().ReferencePath));
        services.AddSingleton<IApplicationForm, InformationApplicationForm>();
        services.AddSingleton<ILetterContent, InformationNoticeContent>();
        services.AddSingleton<ILetterContent, InformationRefusalContent>();
        services.AddSingleton<ILetterContent, InformationExtensionContent>();
        services.AddSingleton<ILetterContent, InformationReferralContent>();
        services.AddSingleton<InformationReopening>();
        services.AddSingleton<InformationHandOverWriter>();
        services.AddSingleton<InformationService>();
        services.AddSingleton<InformationQueries>();
        services.AddSingleton<InformationRegister>();
        services.AddSingleton<InformationExport>();
        services.AddSingleton<InformationFigures>();
        services.AddSingleton(new ActionPanel(InformationService.DecideAction, typeof(DecideInformationPanel)));
        services.AddSingleton(new ActionPanel(InformationService.RefuseAction, typeof(RefuseInformationPanel)));
        services.AddSingleton(new ActionPanel(InformationService.ProvideAction, typeof(ProvideInformationPanel)));
        services.AddSingleton(new ActionPanel(InformationService.HandOverAction, typeof(HandOverInformationPanel)));
        return services;
    }
}
