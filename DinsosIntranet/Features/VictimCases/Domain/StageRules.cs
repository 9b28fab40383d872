using DinsosIntranet.Features.Standards.Domain;

namespace DinsosIntranet.Features.VictimCases.Domain;

/// <summary>One stored instance of a block with its content opened.</summary>
public sealed record FilledBlock(Guid Id, string Kind, int Ordinal, Guid? ParentId, BlockValues Values);

/// <summary>Something that must be there before a step is left: the block, and what is missing of it in words.</summary>
public sealed record MissingPart(string Kind, Guid? BlockId, string Text);

/// <summary>What must be written down before a case leaves a step, by the step's action.</summary>
public static class StageRules
{
    public const string Report = "case.report";
    public const string Assess = "case.assess";
    public const string Handle = "case.handle";
    public const string Refer = "case.refer";
    public const string Accompany = "case.court";
    public const string Monitor = "case.monitor";

    /// <summary>Of each inner list one block is enough.</summary>
    private static readonly Dictionary<string, string[][]> Needed = new()
    {
        [Report] =
        [
            [CaseBlocks.Register], [CaseBlocks.Reporter], [CaseBlocks.Event], [CaseBlocks.Screening], [CaseBlocks.Consent],
            [CaseBlocks.Victim], [CaseBlocks.Violence], [CaseBlocks.Accused],
        ],
        [Assess] = [[CaseBlocks.Register], [CaseBlocks.Event], [CaseBlocks.Screening], [CaseBlocks.Consent], [CaseBlocks.Victim], [CaseBlocks.Assessment]],
        [Handle] = [[CaseBlocks.Outreach, CaseBlocks.Service]],
        [Refer] = [[CaseBlocks.Referral]],
        [Accompany] = [[CaseBlocks.Court]],
        [Monitor] = [[CaseBlocks.Monitoring]],
    };

    public static IReadOnlyCollection<string> Actions => Needed.Keys;

    /// <summary>
    /// What is missing to leave a step by one of its outcomes. An assessment that goes on another day needs that day; a case that does not
    /// meet the standard is only reported, screened and told where it goes.
    /// </summary>
    public static IReadOnlyList<MissingPart> Missing(StandardStep step, StepOutcome outcome, IReadOnlyList<FilledBlock> blocks) => step.Action switch
    {
        Assess when outcome.To == step.Id => blocks.Any(b => b.Kind == CaseBlocks.Assessment && b.Values.Date(CaseBlocks.NextAssessment) is not null)
            ? []
            : [new MissingPart(CaseBlocks.Assessment, null, "Tanggal asesmen lanjutan belum diisi.")],
        Assess when outcome.Branch == Branch.No => Missing([[CaseBlocks.Register], [CaseBlocks.Screening], [CaseBlocks.Referral]], blocks),
        _ => Missing(step.Action, blocks),
    };

    public static IReadOnlyList<MissingPart> Missing(string action, IReadOnlyList<FilledBlock> blocks)
    {
        var missing = new List<MissingPart>();
        var needed = new List<string[]>(Needed[action]);
        if (action is Report or Assess && blocks.Any(b => b.Kind == CaseBlocks.Event && b.Values.Codes(CaseBlocks.CaseKind).Contains(CaseBlocks.TraffickingKind)))
        {
            needed.Add([CaseBlocks.Trafficking]);
        }

        missing.AddRange(Missing(needed, blocks));

        if (action == Report)
        {
            missing.AddRange(blocks
                .Where(v => v.Kind == CaseBlocks.Victim && blocks.Any(b => b.Kind == CaseBlocks.Violence) && blocks.All(b => b.ParentId != v.Id))
                .Select(v => new MissingPart(CaseBlocks.Violence, null, $"Kekerasan yang dialami Korban {v.Ordinal} belum diisi.")));
        }

        if (action == Monitor && blocks.Any(b => b.Kind == CaseBlocks.Monitoring) && blocks.All(b => b.Values[CaseBlocks.LastMonitoring] != CaseBlocks.Yes))
        {
            missing.Add(new MissingPart(CaseBlocks.Monitoring, null, "Belum ada pemantauan yang ditandai terakhir."));
        }

        return missing;
    }

    private static List<MissingPart> Missing(IReadOnlyList<string[]> needed, IReadOnlyList<FilledBlock> blocks)
    {
        var missing = new List<MissingPart>();
        foreach (var oneOf in needed)
        {
            var found = blocks.Where(b => oneOf.Contains(b.Kind)).ToList();
            if (found.Count == 0)
            {
                missing.Add(new MissingPart(oneOf[0], null, string.Join(" atau ", oneOf.Select(k => $"{k} {CaseBlocks.Find(k)!.Title}")) + " belum diisi."));
            }

            missing.AddRange(found.SelectMany(Gaps));
        }

        return missing;
    }

    private static IEnumerable<MissingPart> Gaps(FilledBlock block)
    {
        var definition = CaseBlocks.Find(block.Kind)!;
        var fields = BlockRules.Missing(definition, block.Values);
        if (fields.Count > 0)
        {
            yield return new MissingPart(block.Kind, block.Id, $"{block.Kind} {definition.Name(block.Ordinal)}: {string.Join(", ", fields.Select(f => f.Label.ToLowerInvariant()))}.");
        }
    }
}
