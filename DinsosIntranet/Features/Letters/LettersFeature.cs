namespace DinsosIntranet.Features.Letters;

public static class LettersFeature
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<NumberService>();
        services.AddSingleton<PaperArchive>();
        services.AddSingleton<SealCertificate>();
        services.AddSingleton<LetterService>();
        services.AddSingleton<LetterPapers>();
        return services;
    }
}
