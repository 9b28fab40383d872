using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Features.VictimCases.Pages;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Regions;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.VictimCases;

public static class VictimCasesFeature
{
    public static IServiceCollection AddVictimCases(this IServiceCollection services)
    {
        services.AddSingleton(p => CaseReference.Load(
            p.GetRequiredService<DataFolder>().ReferencePath, () => Districts(p.GetRequiredService<RegionCatalog>(), p.GetRequiredService<AgencyDirectory>())));
        services.AddSingleton<CaseVault>();
        services.AddSingleton<FigureVault>();
        services.AddSingleton<CaseRecap>();
        services.AddSingleton<CaseRecapExport>();
        services.AddSingleton<CaseListExport>();
        services.AddSingleton<CaseFigureFilling>();
        services.AddHostedService<CaseFigureFillingStart>();
        services.AddSingleton<CaseService>();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<CaseSearch>();
        services.AddSingleton<CaseForms>();
        services.AddSingleton<CaseFormWriter>();
        services.AddSingleton<CaseFileReader>();
        services.AddSingleton<CaseIntakeQueries>();
        services.AddSingleton<CaseKeyRotation>();
        services.AddSingleton<CaseErasure>();
        services.AddHostedService<CaseErasureWatch>();
        services.AddSingleton<RetentionService>();
        services.AddSingleton<RetentionQueries>();
        services.AddSingleton<DestructionExport>();
        services.AddSingleton<RequestTrailKeys, CaseTrailKeys>();
        services.AddSingleton<ConsultationBook>();
        services.AddSingleton<AuditNames, CaseNames>();
        services.AddSingleton(SettingsSection.ForAdministrator(SettingsSection.Services, 20, "Formulir kasus", "Bagian mana yang tercetak di Formulir A, B, dan C.", FormsPage.Address));
        foreach (var action in StageRules.Actions)
        {
            services.AddSingleton(new ActionPanel(action, typeof(CaseLinkPanel), ShowsNoContent: true));
        }

        return services;
    }

    private static IEnumerable<CodeName> Districts(RegionCatalog regions, AgencyDirectory agencies) => agencies.Latest is { } agency
        ? regions.DistrictsOf(agency.Profile.RegencyCode).OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => new CodeName(d.Code, d.Name))
        : [];
}
