using DinsosIntranet.Features.Intake.Pages;
using DinsosIntranet.Features.Standards.Domain;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Features.Intake;

public static class IntakeFeature
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<PersonService>();
        services.AddSingleton<IInterceptor, PersonWordKeeping>();
        services.AddSingleton<ReceiptWriter>();
        services.AddSingleton<RequestIntake>();
        services.AddSingleton<RequestReaders>();
        services.AddSingleton<IntakeService>();
        services.AddSingleton<CorrectionService>();
        services.AddSingleton<AttachmentService>();
        services.AddSingleton<GuestBookService>();
        services.AddSingleton<IRequestEraser, IntakeEraser>();
        services.AddSingleton<GuestBookQueries>();
        services.AddSingleton<PersonQueries>();
        services.AddSingleton<IntakeQueries>();
        services.AddSingleton<RequestQueries>();
        services.AddSingleton<ChecklistQueries>();
        services.AddSingleton<HandOverQueries>();
        services.AddSingleton<HandOverReceiptWriter>();
        services.AddSingleton<HandOverService>();
        services.AddSingleton<ReplacementService>();
        services.AddSingleton<WithdrawalService>();
        services.AddSingleton<PersonMergeService>();
        services.AddSingleton<PersonMergeQueries>();
        services.AddSingleton(new ActionPanel(StepActions.Receive, typeof(ReceivePanel)));
        services.AddSingleton(new ActionPanel(StepActions.HandOver, typeof(HandOverPanel)));
        return services;
    }
}
