namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>Which answers of a block stay when its case is anonymised.</summary>
public sealed record KeptFields(string Block, IReadOnlyList<string> Fields);

/// <summary>
/// What an anonymised case keeps for the statistics: codes chosen from lists, dates of events, ages. Nothing that was typed
/// in words, nothing that is masked on screen, and nothing at all without the consent to be counted.
/// </summary>
public static class CaseRemains
{
    private static readonly FieldKind[] Countable = [FieldKind.Choice, FieldKind.Choices, FieldKind.Victims, FieldKind.YesNo, FieldKind.Date, FieldKind.Number];

    /// <summary>Whether the victim agreed that the case is counted without names.</summary>
    public static bool MayBeCounted(IEnumerable<FilledBlock> blocks) => blocks.Any(b => b.Kind == CaseBlocks.Consent && b.Values["data-anonim"] == CaseBlocks.Yes);

    /// <summary>The birth date itself is not kept: of it stays the age at the event.</summary>
    public static BlockValues Of(FilledBlock block, IReadOnlyList<KeptFields> kept, DateOnly? eventOn)
    {
        var values = new BlockValues();
        foreach (var field in kept.Where(k => k.Block == block.Kind).SelectMany(k => k.Fields))
        {
            values[field] = block.Values[field];
        }

        if (block.Kind == CaseBlocks.Victim && CaseAge.Of(block.Values, eventOn) is { } age)
        {
            (values[CaseBlocks.Age], values[CaseBlocks.AgeBand]) = (age.ToString(System.Globalization.CultureInfo.InvariantCulture), CaseAge.Band(age));
        }

        return values;
    }

    /// <summary>Faults of the list itself, which would keep what may name somebody.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<KeptFields> kept) => kept.SelectMany(k => k.Fields.Select(f => (k.Block, Code: f, Field: CaseBlocks.Find(k.Block)?.Field(f))))
        .Where(f => f.Field is null || f.Field.IsSensitive || !Countable.Contains(f.Field.Kind))
        .Select(f => $"{f.Block} {f.Code} cannot be kept");
}
