using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Features.VictimCases;

public static class VictimCasesFeature
{
    public static IServiceCollection AddVictimCases(this IServiceCollection services)
    {
        services.AddSingleton(p => CaseReference.Load(p.GetRequiredService<DataFolder>().ReferencePath));
        services.AddSingleton<CaseVault>();
        services.AddSingleton<CaseService>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<CaseFormWriter>();
        services.AddSingleton<CaseFileReader>();
        services.AddSingleton<CaseIntakeQueries>();
        services.AddSingleton<CaseKeyRotation>();
        services.AddSingleton<ConsultationBook>();
        services.AddSingleton<AuditNames, CaseNames>();
        foreach (var action in StageRules.Actions)
        {
            services.AddSingleton(new ActionPanel(action, typeof(CaseLinkPanel), ShowsNoContent: true));
        }

        return services;
    }
}
