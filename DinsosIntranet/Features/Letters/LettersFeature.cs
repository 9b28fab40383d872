using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Letters.Pages;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Letters;

public static class LettersFeature
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddSingleton<NumberService>();
        services.AddSingleton<NumberingService>();
        services.AddSingleton<SettingsGaps, NumberingGaps>();
        services.AddSingleton<LetterheadPrinter, LetterheadSample>();
        services.AddSingleton(SettingsSection.ForAdministrator(
            SettingsSection.Agency, 30, "Penomoran surat", "Pola nomor, kode klasifikasi, dan buku nomor.", NumberingPage.Address));
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
