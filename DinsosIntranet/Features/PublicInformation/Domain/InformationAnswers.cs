using System.Net.Mail;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>
/// The answers of the application form as they were typed, field by field. What another answer makes meaningless (the
/// way of sending of something only looked at) stays typed and is not looked at.
/// </summary>
public sealed class InformationAnswers(IReadOnlyDictionary<string, string> answers)
{
    public const string Kind = "Kind";
    public const string OrganisationName = "OrganisationName";
    public const string OrganisationProof = "OrganisationProof";
    public const string Occupation = "Occupation";
    public const string Email = "Email";
    public const string IsProxy = "IsProxy";
    public const string ProxyName = "ProxyName";
    public const string ProxyIdentity = "ProxyIdentity";
    public const string ProxyLetter = "ProxyLetter";
    public const string Detail = "Detail";
    public const string Purpose = "Purpose";
    public const string Obtain = "Obtain";
    public const string CopyForm = "CopyForm";
    public const string Delivery = "Delivery";
    public const string DeliveryAddress = "DeliveryAddress";

    /// <summary>Code of the entry of the public list that answers it at once; empty where it goes to the information desk.</summary>
    public const string PublicEntry = "PublicEntry";

    public const string Yes = "ya";

    public string this[string field] => answers.TryGetValue(field, out var text) ? text.Trim() : "";

    public ApplicantKind? ApplicantKind => Find(InformationWords.ApplicantKinds, this[Kind]);

    public ObtainWay? ObtainWay => Find(InformationWords.ObtainWays, this[Obtain]);

    public CopyForm? Copy => AsksCopy ? Find(InformationWords.CopyForms, this[CopyForm]) : null;

    public DeliveryWay? DeliveryWay => AsksCopy ? Find(InformationWords.DeliveryWays, this[Delivery]) : null;

    public bool AsksCopy => ObtainWay == Domain.ObtainWay.Copy;

    public bool HasProxy => this[IsProxy] == Yes;

    /// <summary>Whether a name and a proof of the organisation are asked for.</summary>
    public bool IsOrganisation => ApplicantKind is Domain.ApplicantKind.LegalEntity or Domain.ApplicantKind.Group;

    /// <summary>The typed text, or null where nothing was typed.</summary>
    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    /// <summary>What stands in the way of saving, in the order of the form.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        Require(refusals, ApplicantKind is null, "Pilih jenis pemohon.", Kind);
        if (IsOrganisation)
        {
            var isEntity = ApplicantKind == Domain.ApplicantKind.LegalEntity;
            RequireText(refusals, OrganisationName, isEntity ? "Isi nama badan hukum." : "Isi nama kelompok.", InformationRequest.NameMaxLength);
            RequireText(refusals, OrganisationProof, isEntity ? "Isi nomor SK pengesahan badan hukum." : "Isi nomor atau tanggal surat kuasa kelompok.", InformationRequest.ProofMaxLength);
        }

        RequireText(refusals, Occupation, "Isi pekerjaan pemohon.", InformationRequest.OccupationMaxLength);
        CheckEmail(refusals);
        CheckProxy(refusals);
        RequireText(refusals, Detail, "Isi rincian informasi yang diminta.", InformationRequest.DetailMaxLength);
        RequireText(refusals, Purpose, "Isi tujuan penggunaan informasi.", InformationRequest.PurposeMaxLength);
        Require(refusals, ObtainWay is null, "Pilih cara memperoleh informasi.", Obtain);
        if (AsksCopy)
        {
            Require(refusals, Copy is null, "Pilih bentuk salinan.", CopyForm);
            Require(refusals, DeliveryWay is null, "Pilih cara salinan dikirimkan.", Delivery);
            Require(refusals, DeliveryWay == Domain.DeliveryWay.Fax && this[DeliveryAddress].Length == 0, "Isi nomor faksimili.", DeliveryAddress);
            Require(refusals, this[DeliveryAddress].Length > InformationRequest.DeliveryMaxLength, $"Paling banyak {InformationRequest.DeliveryMaxLength} huruf.", DeliveryAddress);
        }

        return refusals;
    }

    private void CheckEmail(List<Refusal> refusals)
    {
        var email = this[Email];
        if (email.Length == 0)
        {
            Require(refusals, DeliveryWay == Domain.DeliveryWay.Email, "Isi surel, karena salinan dikirim lewat surel.", Email);
        }
        else
        {
            Require(
                refusals,
                email.Length > InformationRequest.EmailMaxLength || !MailAddress.TryCreate(email, out var read) || read.Address != email || !read.Host.Contains('.', StringComparison.Ordinal),
                "Surel tidak terbaca. Tulis seperti nama@contoh.id.",
                Email);
        }
    }

    private void CheckProxy(List<Refusal> refusals)
    {
        if (!HasProxy)
        {
            return;
        }

        refusals.AddRange(PersonName.Read(this[ProxyName]).Findings
            .Where(f => f.Level is FindingLevel.Error or FindingLevel.OverridableError)
            .Select(f => new Refusal(f.Message, ProxyName)));
        RequireText(refusals, ProxyIdentity, "Isi nomor KTP penerima kuasa.", InformationHandOver.IdentityMaxLength);
        RequireText(refusals, ProxyLetter, "Isi nomor atau tanggal surat kuasa khusus.", InformationRequest.ProofMaxLength);
    }

    private void RequireText(List<Refusal> refusals, string field, string missing, int most)
    {
        Require(refusals, this[field].Length == 0, missing, field);
        Require(refusals, this[field].Length > most, $"Paling banyak {most} huruf.", field);
    }

    private static void Require(List<Refusal> refusals, bool isWrong, string message, string field)
    {
        if (isWrong)
        {
            refusals.Add(new Refusal(message, field));
        }
    }

    private static T? Find<T>(IReadOnlyList<(T Value, string Code, string Name)> choices, string code)
        where T : struct => choices.Where(c => c.Code == code).Select(c => (T?)c.Value).FirstOrDefault();
}
