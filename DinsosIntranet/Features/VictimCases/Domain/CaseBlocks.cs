namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// The blocks of a case of violence, in the order they are filled in. They follow what SIMFONI-PPA and GBVIMS ask for; the
/// standards themselves name "Form A, B, C" without saying what stands on them.
/// </summary>
public static partial class CaseBlocks
{
    public const string Register = "A1";
    public const string Reporter = "A2";
    public const string Event = "A3";
    public const string Screening = "A4";
    public const string Consent = "A5";
    public const string Victim = "B1";
    public const string Violence = "B2";
    public const string Trafficking = "B3";
    public const string Accused = "B4";
    public const string Assessment = "B5";
    public const string Plan = "C1";
    public const string Service = "C2";
    public const string Outreach = "C3";
    public const string Referral = "C4";
    public const string Court = "C5";
    public const string Monitoring = "C6";

    /// <summary>What a victim is called outside the file.</summary>
    public const string ClientCode = "kode-klien";

    /// <summary>Who did what a block tells of.</summary>
    public const string Worker = "petugas";

    public const string Assessor = "penilai";

    /// <summary>Who answers for the plan.</summary>
    public const string Responsible = "penanggung-jawab";

    public const string Yes = "ya";
    public const string No = "tidak";

    public static IReadOnlyList<BlockDefinition> All { get; } = [.. FormA(), .. FormB(), .. FormC()];

    private static readonly Dictionary<string, BlockDefinition> ByCode = All.ToDictionary(b => b.Code);

    public static BlockDefinition? Find(string code) => ByCode.GetValueOrDefault(code);

    private static BlockField Text(string code, string label) => new(code, label, FieldKind.Text);

    private static BlockField Long(string code, string label) => new(code, label, FieldKind.LongText);

    private static BlockField Choice(string code, string label, string list) => new(code, label, FieldKind.Choice, list);

    private static BlockField Choices(string code, string label, string list) => new(code, label, FieldKind.Choices, list);

    private static BlockField Victims(string code) => new(code, "Korban", FieldKind.Victims);

    private static BlockField YesNo(string code, string label) => new(code, label, FieldKind.YesNo);

    private static BlockField Date(string code, string label) => new(code, label, FieldKind.Date);

    private static BlockField Time(string code, string label) => new(code, label, FieldKind.Time);

    private static BlockField Number(string code, string label) => new(code, label, FieldKind.Number);

    private static BlockField Nik(string code) => new(code, "NIK", FieldKind.Nik, IsSensitive: true);

    private static BlockField Phone(string code, string label) => new(code, label, FieldKind.Phone, IsSensitive: true);
}
