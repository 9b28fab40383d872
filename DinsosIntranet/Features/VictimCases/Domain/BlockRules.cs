using System.Globalization;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>
/// What may be saved in a block, and what is still missing. A missing answer never stops saving: the victim tells in their
/// own order. A wrong one does.
/// </summary>
public static class BlockRules
{
    /// <summary>Numbers without the blanks and dots they are typed with; everything else as it is.</summary>
    public static BlockValues Normalise(BlockDefinition block, IEnumerable<KeyValuePair<string, string>> typed) => BlockValues.From(typed.Select(v => block.Field(v.Key)?.Kind switch
    {
        FieldKind.Nik or FieldKind.FamilyCard => KeyValuePair.Create(v.Key, IdentityDigits.Strip(v.Value)),
        FieldKind.Phone => KeyValuePair.Create(v.Key, PhoneNumber.Read(v.Value).Digits),
        _ => v,
    }));

    /// <summary>Faults of what was typed; <paramref name="today"/> is the agency's date, <paramref name="knows"/> tells the codes of a list.</summary>
    public static IReadOnlyList<Refusal> Check(BlockDefinition block, BlockValues values, DateOnly today, Func<string, string, bool> knows)
    {
        var refusals = new List<Refusal>();
        foreach (var (code, value) in values.All)
        {
            if (block.Field(code) is not { } field)
            {
                refusals.Add(new Refusal("Isian ini tidak ada di blok.", code));
            }
            else if (Fault(field, value, today, knows) is { } fault)
            {
                refusals.Add(new Refusal(fault, code));
            }
        }

        return refusals;
    }

    /// <summary>The required fields without an answer, of those the other answers call for.</summary>
    public static IReadOnlyList<BlockField> Missing(BlockDefinition block, BlockValues values)
    {
        var missing = block.Fields.Where(f => f.IsRequired && values.Meets(f.When) && values[f.Code].Length == 0).ToList();
        if (block.Code == CaseBlocks.Victim && values[CaseBlocks.BirthDate].Length + values[CaseBlocks.Age].Length + values[CaseBlocks.AgeBand].Length == 0)
        {
            missing.Add(block.Field(CaseBlocks.BirthDate)!);
        }

        return missing;
    }

    /// <summary>What is wrong of these values beside the other blocks of the case.</summary>
    public static IReadOnlyList<Refusal> CheckAmong(BlockDefinition block, BlockValues values, IReadOnlyList<FilledBlock> others)
    {
        var known = others.Where(b => b.Kind == CaseBlocks.Victim).Select(b => b.Ordinal.ToString(CultureInfo.InvariantCulture)).ToHashSet();
        var refusals = block.Fields.Where(f => f.Kind == FieldKind.Victims && !values.Codes(f.Code).All(known.Contains)).Select(f => new Refusal("Korban ini tidak ada di kasus ini.", f.Code)).ToList();
        if (block.Code == CaseBlocks.Service)
        {
            refusals.AddRange(ServiceRules.Check(values, others));
        }

        return refusals;
    }

    private static string? Fault(BlockField field, string value, DateOnly today, Func<string, string, bool> knows) => field.Kind switch
    {
        FieldKind.Text or FieldKind.LongText => value.Length > field.MaxLength ? $"{field.Label} paling banyak {field.MaxLength} huruf." : null,
        FieldKind.Choice => knows(field.List!, value) ? null : $"Pilih {Lower(field)}.",
        FieldKind.Choices => value.Split(',').All(code => knows(field.List!, code)) ? null : $"Pilih {Lower(field)}.",
        FieldKind.Victims => value.Split(',').All(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? null : "Pilih korban.",
        FieldKind.YesNo => value is CaseBlocks.Yes or CaseBlocks.No ? null : "Pilih ya atau tidak.",
        FieldKind.Date => DateFault(field, value, today),
        FieldKind.Time => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "Tulis jam dan menit, misalnya 13.30.",
        FieldKind.Number => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 150 ? null : $"{field.Label} berupa angka 0 sampai 150.",
        FieldKind.Nik => IdentityDigits.ShapeFault(value, Nik.Length, "NIK", "KTP")?.Message,
        FieldKind.FamilyCard => IdentityDigits.ShapeFault(value, FamilyCardNumber.Length, "Nomor KK", "KK")?.Message,
        FieldKind.Phone => PhoneNumber.Read(value).Findings.FirstOrDefault(f => f.Level == FindingLevel.Error)?.Message,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static string? DateFault(BlockField field, string value, DateOnly today) => BlockValues.ReadDate(value) switch
    {
        null => "Tulis hari, bulan, dan tahun, misalnya 17/08/2026.",
        { Year: < 1900 } => $"{field.Label} tidak mungkin sebelum tahun 1900.",
        { } date when date > today && IsPast(field.Code) => $"{field.Label} tidak mungkin sesudah hari ini.",
        _ => null,
    };

    private static bool IsPast(string field) => field is CaseBlocks.ReportedOn or CaseBlocks.EventOn or CaseBlocks.BirthDate or CaseBlocks.LetterDate or "pertama";

    private static string Lower(BlockField field) => char.ToLowerInvariant(field.Label[0]) + field.Label[1..];
}
