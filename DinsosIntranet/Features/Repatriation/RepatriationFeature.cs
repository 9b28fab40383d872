using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation.Pages;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Repatriation;

public static class RepatriationFeature
{
    public static IServiceCollection AddRepatriation(this IServiceCollection services)
    {
        services.AddSingleton<RepatriationVault>();
        services.AddSingleton<RepatriationService>();
        services.AddSingleton<RepatriationQueries>();
        services.AddSingleton<ILetterContent, RepatriationReferralLetter>();
        services.AddSingleton(new ActionPanel(RepatriationService.VerifyAction, typeof(VerifyMigrantsPanel), ShowsNoContent: true));
        services.AddSingleton(new ActionPanel(RepatriationService.ReferAction, typeof(ReferMigrantsPanel), ShowsNoContent: true));
        services.AddSingleton(new ActionPanel(RepatriationService.PlanAction, typeof(PlanJourneyPanel), ShowsNoContent: true));
        services.AddSingleton(new ActionPanel(RepatriationService.EscortAction, typeof(EscortPanel), ShowsNoContent: true));
        return services;
    }
}
