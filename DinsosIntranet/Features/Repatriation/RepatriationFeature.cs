using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Repatriation.Pages;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;

namespace DinsosIntranet.Features.Repatriation;

public static class RepatriationFeature
{
    public static IServiceCollection AddRepatriation(this IServiceCollection services)
    {
        services.AddSingleton(p => RepatriationReference.Load(p.GetRequiredService<DataFolder>().ReferencePath, p.GetRequiredService<RegionCatalog>()));
        services.AddSingleton<RepatriationVault>();
        services.AddSingleton<RepatriationService>();
        services.AddSingleton<RepatriationQueries>();
        services.AddSingleton<RepatriationFigures>();
        services.AddSingleton<RepatriationPaperWriter>();
        services.AddSingleton<EscortTicks>();
        services.AddSingleton<ILetterContent, RepatriationReferralLetter>();
        foreach (var action in new[] { RepatriationService.VerifyAction, RepatriationService.ReferAction, RepatriationService.PlanAction, RepatriationService.EscortAction })
        {
            services.AddSingleton(new ActionPanel(action, typeof(RepatriationLinkPanel), ShowsNoContent: true));
        }

        return services;
    }
}
