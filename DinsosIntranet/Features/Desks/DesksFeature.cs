using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Features.Desks;

public static class DesksFeature
{
    public static IServiceCollection AddDesks(this IServiceCollection services)
    {
        services.AddSingleton<WorkFlow>();
        services.AddSingleton<AuditNames, WorkItemNames>();
        services.AddSingleton<SecludedRecords, RequestRecords>();
        services.AddSingleton<RequestTexts>();
        services.AddSingleton<IInterceptor, RequestTextSealing>();
        services.AddSingleton<AuditCover, RequestTextCover>();
        services.AddSingleton<IRequestEraser, WorkEraser>();
        services.AddSingleton<ExclusionRights>();
        services.AddSingleton<RequestExclusions>();
        services.AddSingleton<DeskService>();
        services.AddSingleton<ApplicantPapers>();
        services.AddSingleton<DeskQueries>();
        services.AddSingleton<WaitingWork>();
        services.AddSingleton<RequestQueries>();
        services.AddSingleton<RequestOpening>();
        services.AddSingleton<BoardReader>();
        services.AddSingleton<BoardFeed>();
        services.AddSingleton<StructureUses, WaitingUses>();
        services.AddSingleton<ClockRecalculation>();
        services.AddSingleton<CalendarFollowUp>(p => p.GetRequiredService<ClockRecalculation>());
        services.AddSingleton(new ActionPanel(StepActions.Notify, typeof(NotifyPanel)));
        foreach (var decision in (string[])[StepActions.Verify, StepActions.Decide, StepActions.Refer, StepActions.Close])
        {
            services.AddSingleton(new ActionPanel(decision, typeof(DecisionPanel), ShowsNoContent: true));
        }

        return services;
    }
}
