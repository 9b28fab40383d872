using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.PublicInformation.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.PublicInformation.Pages;

/// <summary>The application form on the page of a new request, in the order of the printed form. It says at once when the words touch what is likely excluded.</summary>
public sealed partial class InformationFormFields
{
    [Inject]
    public required InformationReference Reference { get; init; }

    private InformationAnswers Typed => new(Answers);

    private bool IsEntity => Typed.ApplicantKind == ApplicantKind.LegalEntity;

    private string? Flag => Reference.Words.In(Typed[InformationAnswers.Detail], Typed[InformationAnswers.Purpose]) is { Count: > 0 } words
        ? $"Kemungkinan dikecualikan: memuat kata {string.Join(", ", words)}. Permohonan tetap diterima; petugas PPID yang memutuskan."
        : null;

    private static string Id(string field) => "form-" + field.ToLowerInvariant();

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
