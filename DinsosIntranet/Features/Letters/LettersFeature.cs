using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Letters;

public static class LettersFeature
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<NumberService>();
        services.AddSingleton<PaperArchive>();
        services.AddSingleton<SealCertificate>();
        services.AddSingleton<LetterService>();
        services.AddSingleton<NumberPreparationService>();
        services.AddSingleton<AuditNames, LetterNames>();
        services.AddSingleton<LetterPapers>();
        services.AddSingleton<LetterQueries>();
        services.AddSingleton<VerificationService>();
        services.AddSingleton(new ActionPanel(StepActions.Sign, typeof(SignPanel)));
        return services;
    }
}
