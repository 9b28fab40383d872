using DinsosIntranet.Features.Intake.Domain;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Intake;

/// <summary>How the person at the counter got into the form.</summary>
public enum ApplicantSource
{
    /// <summary>Nobody was looked for yet.</summary>
    None,
    Known,
    New,
}

/// <summary>All that was typed for a new request, as it is kept in the draft.</summary>
public sealed record IntakeDraft
{
    /// <summary>The request's id from the beginning: scans uploaded before saving already belong to it.</summary>
    public Guid RequestId { get; set; } = Guid.CreateVersion7();

    public string StandardCode { get; set; } = "";

    public string ChannelCode { get; set; } = "";

    public string PurposeCode { get; set; } = "";

    public Guid? GuestId { get; set; }

    public ApplicantSource Source { get; set; }

    public PersonInput Applicant { get; set; } = new();

    /// <summary>The request is for somebody else than the one who came.</summary>
    public bool IsForOther { get; set; }

    public PersonInput Subject { get; set; } = new();

    public string Relation { get; set; } = "";

    /// <summary>What was answered in the service's own form, by the name of the field.</summary>
    public Dictionary<string, string> Answers { get; set; } = [];

    /// <summary>Codes of the requirements that are there.</summary>
    public HashSet<string> Present { get; set; } = [];
}

/// <summary>The form of a new request: the draft together with what there is to choose from.</summary>
public sealed class IntakeForm
{
    public const string SearchField = "Search";

    public IntakeForm(IntakeDraft draft, IntakeChoices choices)
    {
        (Draft, Choices) = (draft, choices);
        if (Service is null)
        {
            ChooseService(choices.Services.Count == 1 ? choices.Services[0].Standard.Code : "");
        }
    }

    /// <summary>What the person concerned may be to the applicant.</summary>
    public static IReadOnlyList<string> Relations { get; } =
        ["Anak", "Suami", "Istri", "Orang tua", "Mertua", "Saudara kandung", "Cucu", "Kakek atau nenek", "Keluarga lain", "Tetangga", "Warga yang didampingi"];

    public IntakeDraft Draft { get; }

    public IntakeChoices Choices { get; }

    public ServiceChoice? Service => Choices.Service(Draft.StandardCode);

    public StandardChannel? Channel => Service?.Standard.Channels.FirstOrDefault(c => c.Code == Draft.ChannelCode);

    public bool AsksPurpose => Service?.AsksPurpose == true;

    /// <summary>The service's own form; null where it has none.</summary>
    public IApplicationForm? Application => Service?.Form;

    public bool AsksForSubject => Application?.AsksForSubject != false;

    private bool IsForOther => AsksForSubject && Draft.IsForOther;

    public IReadOnlyList<StandardRequirement> Requirements => Channel is { } channel ? Service!.Standard.RequirementsOf(channel.Code) : [];

    public int PresentCount => Requirements.Count(r => Draft.Present.Contains(r.Code));

    public bool IsComplete => Channel is not null && Requirements.Where(r => r.Mandatory).All(r => Draft.Present.Contains(r.Code));

    /// <summary>A service with one way in needs no choice of it.</summary>
    public void ChooseService(string code)
    {
        Draft.StandardCode = code;
        if (Channel is null)
        {
            Draft.ChannelCode = Service?.Standard.Channels is [var only] ? only.Code : "";
        }
    }

    /// <summary>Somebody who comes for a relative mostly lives with them: what the family shares is offered, the rest stays empty.</summary>
    public void ChooseForOther(bool isForOther)
    {
        Draft.IsForOther = isForOther;
        var subject = Draft.Subject;
        if (isForOther && subject.Address.Length == 0 && subject.DistrictCode.Length == 0)
        {
            subject.FamilyCardNumber = Draft.Applicant.FamilyCardNumber;
            subject.Address = Draft.Applicant.Address;
            subject.DistrictCode = Draft.Applicant.DistrictCode;
            subject.VillageCode = Draft.Applicant.VillageCode;
        }
    }

    /// <summary>
    /// What stands in the way of saving, in the order of the form; the service checks again. <paramref name="asComplete"/>:
    /// with the promise to start now, so that nothing mandatory may be missing.
    /// </summary>
    public IReadOnlyList<Refusal> Check(bool asComplete)
    {
        var refusals = new List<Refusal>();
        if (Draft.Source == ApplicantSource.None)
        {
            refusals.Add(new Refusal("Cari orang yang datang, atau buat orang baru.", SearchField));
        }
        else
        {
            refusals.AddRange(PersonRules.Check(Draft.Applicant, nameof(RegisterRequest.Applicant) + ".", Choices.Rules));
        }

        Require(refusals, Service is null, "Pilih layanan dulu.", nameof(RegisterRequest.StandardCode));
        Require(refusals, Service is not null && Channel is null, "Pilih saluran.", nameof(RegisterRequest.ChannelCode));
        Require(refusals, AsksPurpose && Choices.Purposes.All(p => p.Code != Draft.PurposeCode), "Pilih tujuan penggunaan.", nameof(RegisterRequest.PurposeCode));
        if (IsForOther)
        {
            refusals.AddRange(PersonRules.Check(Draft.Subject, nameof(RegisterRequest.Subject) + ".", Choices.Rules));
            Require(refusals, Draft.Relation.Length == 0, "Pilih hubungan dengan pemohon.", nameof(RegisterRequest.Relation));
        }

        refusals.AddRange(Application?.Check(Draft.Answers) ?? []);
        Require(
            refusals,
            asComplete && Channel is not null && !IsComplete,
            "Persyaratan belum lengkap. Centang yang sudah ada, atau pilih Simpan, berkas menyusul.",
            nameof(RegisterRequest.Requirements));
        return refusals;
    }

    public RegisterRequest ToCommand() => new()
    {
        RequestId = Draft.RequestId,
        StandardCode = Draft.StandardCode,
        StandardVersion = Service?.Standard.Version,
        ChannelCode = Draft.ChannelCode,
        Applicant = Draft.Applicant,
        Subject = IsForOther ? Draft.Subject : null,
        Relation = IsForOther ? Draft.Relation : null,
        PurposeCode = AsksPurpose ? Draft.PurposeCode : null,
        GuestBookEntryId = Draft.GuestId,
        Answers = Application is null ? new Dictionary<string, string>() : Draft.Answers,
        Requirements = [.. Requirements.Select(r => new RequirementInput(r.Code, Draft.Present.Contains(r.Code)))],
    };

    private static void Require(List<Refusal> refusals, bool isMissing, string message, string field)
    {
        if (isMissing)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
