using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Objections.Pages;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Objections;

public static class ObjectionsFeature
{
    public static IServiceCollection AddObjections(this IServiceCollection services)
    {
        services.AddSingleton<ILetterContent, ObjectionAnswerContent>();
        services.AddSingleton<ObjectionFormWriter>();
        services.AddSingleton<ObjectionService>();
        services.AddSingleton<ObjectionQueries>();
        services.AddSingleton<ObjectionRegister>();
        services.AddSingleton<ObjectionExport>();
        services.AddSingleton<SuperiorService>();
        services.AddSingleton<IStepFollower, ObjectionFollower>();
        services.AddSingleton<IAttachmentOwner, ObjectionFiles>();
        services.AddSingleton<AuditNames, ObjectionNames>();
        services.AddSingleton<SecludedRecords, ObjectionRecords>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 40, "Atasan PPID", "Siapa yang memutus keberatan atas permohonan informasi.", SuperiorPage.Address));
        return services;
    }
}
