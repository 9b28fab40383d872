using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The application form on the page of a new request, in the order of the printed form. It says at once when the words touch what is likely excluded.</summary>
public sealed partial class InformationFormFields
{
    [Inject]
    public required InformationReference Reference { get; init; }

    [Inject]
    public required AgencyDirectory Agencies { get; init; }

    /// <summary>The entries of the public list that may answer it, with the one chosen, also when the words have changed since.</summary>
    private IReadOnlyList<PublicEntry> Proposed
    {
        get
        {
            var proposed = Reference.Propose(Typed[InformationAnswers.Detail]);
            return Reference.FindPublic(Typed.Optional(InformationAnswers.PublicEntry)) is { } chosen && !proposed.Contains(chosen) ? [chosen, .. proposed] : proposed;
        }
    }

    private InformationAnswers Typed => new(Answers);

    private bool IsEntity => Typed.ApplicantKind == ApplicantKind.LegalEntity;

    private string? Flag => Reference.Words.In(Typed[InformationAnswers.Detail], Typed[InformationAnswers.Purpose]) is { Count: > 0 } words
        ? $"Kemungkinan dikecualikan: memuat kata {string.Join(", ", words)}. Permohonan tetap diterima; petugas PPID yang memutuskan."
        : null;

    private static string Id(string field) => "form-" + field.ToLowerInvariant();

    private string UnitName(string code) => Agencies.Latest?.UnitName(code) ?? code;

    private string? Error(string field) => ErrorOf(IApplicationForm.Prefix + field);

    /// <summary>As typed, spaces included, so that the caret stays where it is.</summary>
    private string Raw(string field) => Answers.GetValueOrDefault(field, "");

    private Task SetAsync(string field, ChangeEventArgs change) => SetAsync(field, change.Value as string ?? "");

    private Task SetAsync(string field, string text)
    {
        Answers[field] = text;
        return OnChanged.InvokeAsync();
    }
}
