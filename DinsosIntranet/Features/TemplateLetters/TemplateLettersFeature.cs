using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Features.TemplateLetters.Pages;

namespace DinsosIntranet.Features.TemplateLetters;

public static class TemplateLettersFeature
{
    public static IServiceCollection AddTemplateLetters(this IServiceCollection services)
    {
        services.AddSingleton<ILetterContent, TemplateLetterContent>();
        services.AddSingleton<TemplateLetterService>();
        services.AddSingleton<TemplateLetterQueries>();
        services.AddSingleton(new ActionPanel(StepActions.Compose, typeof(ComposeLetterPanel)));
        return services;
    }
}
