using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Features.Dtks.Domain;
using DinsosIntranet.Features.Dtks.Pages;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.Dtks;

public static class DtksFeature
{
    public static IServiceCollection AddDtks(this IServiceCollection services)
    {
        services.AddSingleton(new ChoiceKind<CertificatePurpose>
        {
            Part = SettingsPart.Purposes,
            Title = "Tujuan surat keterangan",
            Singular = "tujuan",
            Make = (code, name, order) => new CertificatePurpose { Code = code, Name = name, SortOrder = order },
            Numbers =
            [
                new(nameof(CertificatePurpose.MaximumDecile), "Desil tertinggi", "Kosong: tanpa batas.", 1, 10, p => p.MaximumDecile, (p, value) => p.MaximumDecile = value),
                new(nameof(CertificatePurpose.DaysValid), "Masa berlaku (hari)", "Kosong: tanpa akhir.", 1, 3650, p => p.DaysValid, (p, value) => p.DaysValid = value),
            ],
        });
        services.AddSingleton(new ChoiceKind<AidProgramme>
        {
            Part = SettingsPart.Programmes,
            Title = "Program bantuan",
            Singular = "program",
            Make = (code, name, order) => new AidProgramme { Code = code, Name = name, SortOrder = order },
        });
        services.AddSingleton<NotRegisteredSheetWriter>();
        services.AddSingleton<ILetterContent, DtksCertificateContent>();
        services.AddSingleton<ICorrectionFollower, DtksCorrectionFollower>();
        services.AddSingleton<DtksService>();
        services.AddSingleton<DtksQueries>();
        services.AddSingleton(new ActionPanel(DtksService.CheckAction, typeof(DtksCheckPanel)));
        services.AddSingleton(new ActionPanel(DtksService.PrintAction, typeof(DtksPrintPanel)));
        return services;
    }
}
