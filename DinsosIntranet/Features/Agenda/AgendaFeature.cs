using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Intake;

namespace DinsosIntranet.Features.Agenda;

public static class AgendaFeature
{
    public static IServiceCollection AddAgenda(this IServiceCollection services)
    {
        services.AddSingleton<LetterSearch>();
        services.AddSingleton<AgendaService>();
        services.AddSingleton<AgendaQueries>();
        services.AddSingleton<IAttachmentOwner, LetterFiles>();
        services.AddSingleton<AuditNames, AgendaNames>();
        return services;
    }
}
