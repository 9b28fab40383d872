using DinsosIntranet.Features.Agency.Pages;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Agency;

public static class AgencyFeature
{
    public static IServiceCollection AddAgency(this IServiceCollection services)
    {
        services.AddSingleton<AgencyDirectory>();
        services.AddSingleton<SettingsWriter>();
        services.AddSingleton<CalendarService>();
        services.AddSingleton<CalendarQueries>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 10, "Kalender", "Jam kerja, hari libur, dan impor hari libur setahun.", CalendarPage.Address));
        services.AddSingleton<LetterheadService>();
        services.AddSingleton<LetterheadSamples>();
        services.AddSingleton(typeof(ChoiceService<>));
        services.AddSingleton<UnitService>();
        services.AddSingleton<UnitQueries>();
        services.AddSingleton<StructureUses, AgencyUses>();
        services.AddSingleton<SettingsGaps, AgencyGaps>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 40, "Unit dan meja", "Bidang-bidang, meja tempat permohonan menunggu, dan siapa bertugas di situ.", UnitsPage.Address));
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 20, "Kop surat dan kertas", "Nama dan alamat, lambang, kertas, tepi, dan huruf.", "/pengaturan/kop-surat"));
        services.AddSingleton<OfficialService>();
        services.AddSingleton<OfficialQueries>();
        services.AddSingleton<AuditNames, OfficialNames>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.People, 20, "Pejabat", "Pejabat yang menandatangani, dan siapa menggantikannya (Plh., Plt.).", OfficialsPage.Address));
        return services;
    }
}
