namespace DinsosIntranet.Features.PublicInformation.Domain;

/// <summary>The codes of the form's choices and the words for them on screens and papers.</summary>
public static class InformationWords
{
    public static IReadOnlyList<(ApplicantKind Value, string Code, string Name)> ApplicantKinds { get; } =
    [
        (ApplicantKind.Person, "perorangan", "Perorangan"),
        (ApplicantKind.LegalEntity, "badan-hukum", "Badan hukum"),
        (ApplicantKind.Group, "kelompok", "Kelompok orang"),
    ];

    public static IReadOnlyList<(ObtainWay Value, string Code, string Name)> ObtainWays { get; } =
    [
        (ObtainWay.Look, "melihat", "Melihat, membaca, mendengar, atau mencatat"),
        (ObtainWay.Copy, "salinan", "Mendapatkan salinan"),
    ];

    public static IReadOnlyList<(CopyForm Value, string Code, string Name)> CopyForms { get; } =
    [
        (CopyForm.Soft, "softcopy", "Softcopy"),
        (CopyForm.Hard, "hardcopy", "Hardcopy"),
    ];

    public static IReadOnlyList<(DeliveryWay Value, string Code, string Name)> DeliveryWays { get; } =
    [
        (DeliveryWay.Collect, "ambil-langsung", "Diambil langsung"),
        (DeliveryWay.Courier, "kurir", "Kurir"),
        (DeliveryWay.Post, "pos", "Pos"),
        (DeliveryWay.Email, "surel", "Surel"),
        (DeliveryWay.Fax, "faksimili", "Faksimili"),
    ];

    public static string Name(this ApplicantKind kind) => ApplicantKinds.First(k => k.Value == kind).Name;

    public static string Name(this ObtainWay way) => ObtainWays.First(w => w.Value == way).Name;

    public static string Name(this CopyForm form) => CopyForms.First(f => f.Value == form).Name;

    public static string Name(this DeliveryWay way) => DeliveryWays.First(w => w.Value == way).Name;

    public static string Name(this InformationDecision decision) => decision switch
    {
        InformationDecision.Granted => "Diberikan seluruhnya",
        InformationDecision.GrantedInPart => "Diberikan sebagian",
        InformationDecision.Excluded => "Dikecualikan",
        InformationDecision.NotHeld => "Belum dikuasai",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Name(this NotHeldKind kind) => kind switch
    {
        NotHeldKind.NotHeld => "Belum dikuasai",
        NotHeldKind.NotDocumented => "Belum didokumentasikan",
        NotHeldKind.HeldByOtherBody => "Dikuasai badan publik lain",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"12 lembar" of a hard copy, "1 berkas" of a soft one.</summary>
    public static string Quantity(CopyForm form, int quantity) => $"{quantity} {(form == CopyForm.Hard ? "lembar" : "berkas")}";
}
