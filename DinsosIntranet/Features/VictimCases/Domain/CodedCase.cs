using System.Globalization;
using System.Text.Json;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>One victim in codes. Every list has at least one code; <see cref="CodedCase.Unknown"/> where nothing was said.</summary>
public sealed record CodedVictim(string Sex, string AgeBand, IReadOnlyList<string> Violence, IReadOnlyList<string> Services);

/// <summary>
/// A case as the recap counts it: codes of lists and nothing else, no day, no place nearer than the district. What somebody
/// suffered or was given counts once, however often it happened.
/// </summary>
public sealed record CodedCase(string Place, string District, IReadOnlyList<string> Relations, IReadOnlyList<CodedVictim> Victims)
{
    /// <summary>Nothing was said, or not known.</summary>
    public const string Unknown = "tidak-diketahui";

    /// <summary>No service was written down yet.</summary>
    public const string NoService = "belum";

    /// <summary>Null unless the use of the data without names was consented to.</summary>
    public static CodedCase? Of(IReadOnlyList<FilledBlock> blocks)
    {
        if (blocks.FirstOrDefault(b => b.Kind == CaseBlocks.Consent)?.Values[CaseBlocks.StatisticsConsent] != CaseBlocks.Yes)
        {
            return null;
        }

        var told = blocks.FirstOrDefault(b => b.Kind == CaseBlocks.Event)?.Values ?? new BlockValues();
        return new CodedCase(
            Code(told[CaseBlocks.Place]),
            Code(told[CaseBlocks.District]),
            Codes(blocks.Where(b => b.Kind == CaseBlocks.Accused).SelectMany(b => b.Values.Codes(CaseBlocks.Relation)), Unknown),
            [.. blocks.Where(b => b.Kind == CaseBlocks.Victim).OrderBy(b => b.Ordinal).Select(v => Victim(v, told, blocks))]);
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static CodedCase FromJson(string json) => JsonSerializer.Deserialize<CodedCase>(json) ?? throw new InvalidDataException("An empty coded case.");

    private static CodedVictim Victim(FilledBlock victim, BlockValues told, IReadOnlyList<FilledBlock> blocks)
    {
        var ordinal = victim.Ordinal.ToString(CultureInfo.InvariantCulture);
        var suffered = blocks.Where(b => b.Kind == CaseBlocks.Violence && b.ParentId == victim.Id).Select(b => b.Values[CaseBlocks.ViolenceForm]).Where(c => c.Length > 0).ToList();
        var services = blocks.Where(b => b.Kind == CaseBlocks.Service && (b.Values.Codes(ReferralRules.Victims) is not { Count: > 0 } named || named.Contains(ordinal))).Select(b => b.Values[ServiceRules.Kind]);
        var age = CaseAge.Of(victim.Values, told.Date(CaseBlocks.EventOn));
        return new CodedVictim(
            Code(victim.Values[CaseBlocks.Sex]),
            age is { } years ? CaseAge.Band(years) : Code(victim.Values[CaseBlocks.AgeBand]),
            Codes(suffered.Count > 0 ? suffered : told.Codes(CaseBlocks.ViolenceForm), Unknown),
            Codes(services, NoService));
    }

    private static string Code(string code) => code.Length > 0 ? code : Unknown;

    private static List<string> Codes(IEnumerable<string> codes, string none) => codes.Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? some : [none];
}
