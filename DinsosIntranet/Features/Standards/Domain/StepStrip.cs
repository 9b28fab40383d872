namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>One cell of the step strip of a request: the steps of this place, several where the standard branches ("6/7").</summary>
public sealed record StripCell(IReadOnlyList<StandardStep> Steps)
{
    public string Number => string.Join('/', Steps.Select(s => s.Number));

    public string Title => string.Join(" atau ", Steps.Select((s, i) => i == 0 ? s.ShortTitle : InSentence(s.ShortTitle)));

    public bool Holds(string stepId) => Steps.Any(s => s.Id == stepId);

    // "Cetak surat" becomes "cetak surat", but "SIKS-NG" stays as it is.
    private static string InSentence(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;
}

/// <summary>The steps of a standard in one line.</summary>
public static class StepStrip
{
    public static IReadOnlyList<StripCell> Of(ServiceStandard standard, string channel) =>
        [.. Cells(StandardFlow.From(standard, standard.EntryStep(channel).Id)).Select(steps => new StripCell(steps))];

    private static List<List<StandardStep>> Cells(IReadOnlyList<FlowRow> rows)
    {
        var cells = new List<List<StandardStep>>();
        foreach (var row in rows)
        {
            if (row is FlowStep step)
            {
                cells.Add([step.Step]);
            }
            else if (row is FlowFork fork)
            {
                cells.AddRange(SideBySide([.. fork.Branches.Select(b => Cells(b.Rows))]));
            }
        }

        return cells;
    }

    private static IEnumerable<List<StandardStep>> SideBySide(IReadOnlyList<List<List<StandardStep>>> branches) =>
        Enumerable.Range(0, branches.Max(b => b.Count)).Select(i => branches.Where(b => i < b.Count).SelectMany(b => b[i]).ToList());
}
