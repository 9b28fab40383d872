using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Intake.Pages;

/// <summary>Beside the form: what will be saved, what is promised, and the two ways of saving.</summary>
public sealed partial class IntakeSummary
{
    [Parameter, EditorRequired]
    public required IntakeForm Form { get; set; }

    /// <summary>Raised with true for saving as complete, false where papers follow later.</summary>
    [Parameter, EditorRequired]
    public required EventCallback<bool> OnSave { get; set; }

    private string ApplicantText => Form.Draft.Source == ApplicantSource.None ? "belum dipilih" : NameOr(Form.Draft.Applicant.Name, "orang baru");

    private string SubjectText
    {
        get
        {
            var draft = Form.Draft;
            if (!draft.IsForOther)
            {
                return "pemohon sendiri";
            }

            var name = NameOr(draft.Subject.Name, "orang lain");
            return draft.Relation.Length > 0 ? $"{name} ({draft.Relation.ToLowerInvariant()})" : name;
        }
    }

    private static string NameOr(string name, string otherwise) => name.Trim() is { Length: > 0 } given ? given : otherwise;
}
