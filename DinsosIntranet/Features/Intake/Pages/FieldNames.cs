using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Ui;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>Ties the fields that services name in their refusals to the controls on the page.</summary>
internal static class FieldNames
{
    /// <summary>"Applicant.Nik" is the control "applicant-nik".</summary>
    public static string IdOf(string field) => field.Replace('.', '-').ToLowerInvariant();

    public static FieldError ErrorOf(Refusal refusal) => new(refusal.Field is null ? null : IdOf(refusal.Field), refusal.Message);

    /// <summary>The messages of one field, as they stand below it.</summary>
    public static string? Of(this IEnumerable<Refusal> refusals, string field)
    {
        var text = string.Join(' ', refusals.Where(r => r.Field == field).Select(r => r.Message));
        return text.Length == 0 ? null : text;
    }
}
