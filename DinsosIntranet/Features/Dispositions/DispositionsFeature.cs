using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions.Domain;
using DinsosIntranet.Features.Dispositions.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Dispositions;

public static class DispositionsFeature
{
    public static IServiceCollection AddDispositions(this IServiceCollection services)
    {
        services.AddSingleton(new ChoiceKind<DispositionInstruction>
        {
            Part = SettingsPart.Instructions,
            Title = "Instruksi disposisi",
            Singular = "instruksi",
            Make = (code, text, order) => new DispositionInstruction { Code = code, Text = text, SortOrder = order },
        });
        services.AddSingleton<StructureUses, StandingDispositionUses>();
        services.AddSingleton<StandingDispositionService>();
        services.AddSingleton<DispositionService>();
        services.AddSingleton<IStepFollower, DoneDispositions>();
        services.AddSingleton<IRequestEraser, DispositionEraser>();
        services.AddSingleton<DispositionQueries>();
        services.AddSingleton<DispositionSheetWriter>();
        services.AddSingleton(new ActionPanel(StepActions.Forward, typeof(ForwardPanel)));
        services.AddSingleton(new ActionPanel(StepActions.Dispose, typeof(DisposePanel), ShowsNoContent: true));
        services.AddSingleton(new ActionPanel(StepActions.Assign, typeof(DisposePanel), ShowsNoContent: true));
        return services;
    }
}
