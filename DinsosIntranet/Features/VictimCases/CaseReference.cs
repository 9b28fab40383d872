using System.Text.Json;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>
/// Code lists, levels of risk and printed forms of cases, read once from <c>data/victims</c>. What a block needs and the files
/// lack stops the start.
/// </summary>
public sealed class CaseReference
{
    public const string OpeningReasons = "alasan-buka";
    public const string PrintReasons = "alasan-cetak";

    public const string HearingKinds = "jenis-pendampingan";
    public const string LegalStages = "tahap-hukum";
    public const string ClosingReasons = "alasan-tutup";
    public const string ClosingChecks = "daftar-tutup";
    public const string AttachmentKinds = "jenis-lampiran";
    public const string ExportReasons = "alasan-unduh";
    public const string HoldReasons = "alasan-tahan";
    public const string LiftReasons = "alasan-lepas-tahan";
    public const string DeclineReasons = "alasan-tolak-musnah";

    private static readonly string[] OwnLists =
        [OpeningReasons, PrintReasons, ExportReasons, HearingKinds, LegalStages, ClosingReasons, ClosingChecks, AttachmentKinds, HoldReasons, LiftReasons, DeclineReasons];

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, IReadOnlyList<CodeName>> _lists;
    private readonly Func<IEnumerable<CodeName>> _districts;

    private CaseReference(string folder, Func<IEnumerable<CodeName>> districts)
    {
        _districts = districts;
        T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Json) ?? throw new InvalidDataException($"{file} is empty.");
        _lists = Read<ListsShape>("lists.json").Lists;
        RiskLevels = Read<RisksShape>("risk-levels.json").Levels;
        Forms = Read<FormsShape>("forms.json").Forms;
        Recipients = Read<RecipientsShape>("recipients.json").Recipients;
        ReferralParts = Read<PartsShape>("referral-parts.json").Parts;
        var retention = Read<RetentionShape>("retention.json");
        (Schedule, ChildRule, Kept) = (retention.Schedule, retention.ChildRule, retention.Kept);
        _lists[ReferralRules.Recipient] = [.. Recipients.Select(r => new CodeName(r.Code, r.Name)), new CodeName(ReferralRules.OtherRecipient, "Instansi lain")];
        _lists[ReferralRules.Opened] = [.. ReferralParts.Select(p => new CodeName(p.Code, p.Name))];
        _lists[CaseBlocks.Risk] = [.. RiskLevels.Select(r => new CodeName(r.Code, r.Name))];
        var problems = CaseBlocks.All
            .SelectMany(b => b.Fields.Where(f => f.List is not null && !_lists.ContainsKey(f.List)).Select(f => $"block {b.Code} asks for the list {f.List}"))
            .Concat(FormRules.Check(Forms, [.. Forms.Select(f => f.Code)]).Select(r => "forms.json: " + r.Message))
            .Concat(RiskLevels.Where(r => TimeUnits.FromCode(r.Unit) is null).Select(r => $"risk {r.Code} counts in {r.Unit}"))
            .Concat(ReferralParts.SelectMany(p => p.Sources.SelectMany(s => s.Fields.Where(f => CaseBlocks.Find(s.Block)?.Field(f) is null).Select(f => $"part {p.Code} names {s.Block} {f}"))))
            .Concat(CaseRemains.Faults(Kept))
            .Concat(Schedule.Where(i => i.ActiveYears < 0 || i.InactiveYears < 0 || i.Years == 0).Select(i => $"schedule {i.Code} keeps for no time"))
            .Concat(OwnLists.Where(l => !_lists.ContainsKey(l)).Select(l => $"the list {l} is missing"))
            .ToList();
        if (problems.Count > 0)
        {
            throw new InvalidDataException("data/victims does not know what is asked of it: " + string.Join("; ", problems));
        }
    }

    public IReadOnlyList<RiskLevel> RiskLevels { get; }

    /// <summary>What Form A, B and C mean until an administrator says otherwise; <see cref="CaseForms"/> knows what they mean now.</summary>
    public IReadOnlyList<FormTemplate> Forms { get; }

    /// <summary>Institutions a case can be referred to; any other is typed.</summary>
    public IReadOnlyList<Recipient> Recipients { get; }

    /// <summary>What each part of a consent opens to the recipient of a referral.</summary>
    public IReadOnlyList<ReferralPart> ReferralParts { get; }

    /// <summary>How long closed cases are kept, by standard.</summary>
    public IReadOnlyList<RetentionItem> Schedule { get; }

    /// <summary>How the years count where a victim was a child, in words.</summary>
    public string ChildRule { get; }

    /// <summary>What an anonymised case keeps for the statistics.</summary>
    public IReadOnlyList<KeptFields> Kept { get; }

    public RetentionItem? Retention(string standardCode) => Schedule.FirstOrDefault(i => i.Standard == standardCode);

    /// <summary><paramref name="districts"/>: the kecamatan of the agency's regency, asked each time because the regency is a setting.</summary>
    public static CaseReference Load(string referencePath, Func<IEnumerable<CodeName>> districts) => new(Path.Combine(referencePath, "victims"), districts);

    public IReadOnlyList<CodeName> List(string list) => list == CaseBlocks.District ? [.. _districts(), .. _lists[list]] : _lists[list];

    public bool Knows(string list, string code) => _lists.ContainsKey(list) && List(list).Any(e => e.Code == code);

    /// <summary>The name of a code; the code itself where the list no longer has it, so that nothing stored is hidden.</summary>
    public string Name(string list, string code) => List(list).FirstOrDefault(e => e.Code == code)?.Name ?? code;

    /// <summary>An answer in words.</summary>
    public string Say(BlockField field, BlockValues values) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.Choices => string.Join(", ", values.Codes(field.Code).Select(c => Name(field.List!, c))),
        FieldKind.Victims => string.Join(", ", values.Codes(field.Code).Select(v => $"Korban {v}")),
        FieldKind.YesNo => values[field.Code] == CaseBlocks.Yes ? "Ya" : "Tidak",
        FieldKind.Date when values.Date(field.Code) is { } date => IndonesianDates.Short(date),
        FieldKind.Time => values[field.Code].Replace(':', '.'),
        _ => values[field.Code],
    };

    /// <summary>The answers of a block in words and in its order. <paramref name="covered"/>: sensitive ones are there, but not said.</summary>
    public IReadOnlyList<AnswerLine> Answers(BlockDefinition block, BlockValues values, bool covered) =>
    [
        .. block.Fields.Where(f => values[f.Code].Length > 0).Select(f => new AnswerLine(f.Label, covered && f.IsSensitive ? null : Say(f, values))),
    ];

    public RiskLevel? Risk(string? code) => RiskLevels.FirstOrDefault(r => r.Code == code);

    /// <summary>The time a level allows until somebody has attended to the victim.</summary>
    public static ServiceTime TimeOf(RiskLevel level) => new(0, level.Amount, TimeUnits.FromCode(level.Unit)!.Value);

    private sealed record ListsShape(Dictionary<string, IReadOnlyList<CodeName>> Lists);

    private sealed record RisksShape(IReadOnlyList<RiskLevel> Levels);

    private sealed record RecipientsShape(IReadOnlyList<Recipient> Recipients);

    private sealed record PartsShape(IReadOnlyList<ReferralPart> Parts);

    private sealed record RetentionShape(IReadOnlyList<RetentionItem> Schedule, string ChildRule, IReadOnlyList<KeptFields> Kept);

    private sealed record FormsShape(IReadOnlyList<FormTemplate> Forms);
}
