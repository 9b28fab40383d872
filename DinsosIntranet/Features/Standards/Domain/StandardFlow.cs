namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>One row of the drawing of a standard.</summary>
public abstract record FlowRow;

/// <summary>A step; <paramref name="Returns"/> are its outcomes that lead back to a step already drawn, perhaps to itself.</summary>
public sealed record FlowStep(StandardStep Step, IReadOnlyList<FlowReturn> Returns) : FlowRow;

public sealed record FlowReturn(StepOutcome Outcome, StandardStep To);

/// <summary>The ways a step divides into ("Jika Ya", "Jika Tidak"), in the order of their published numbers.</summary>
public sealed record FlowFork(IReadOnlyList<FlowBranch> Branches) : FlowRow;

/// <summary>One way of a fork, with its rows up to where it ends or joins the others again.</summary>
public sealed record FlowBranch(StepOutcome Outcome, IReadOnlyList<FlowRow> Rows);

/// <summary>The branch goes on with a step that is drawn elsewhere.</summary>
public sealed record FlowJoin(StandardStep Step) : FlowRow;

/// <summary>The request stops here.</summary>
public sealed record FlowEnd(StandardEnding Ending) : FlowRow;

/// <summary>How a standard is drawn: every step once, branches side by side, joined again where they meet. Pure; the standard must have passed its check.</summary>
public sealed class StandardFlow
{
    private readonly ServiceStandard _standard;
    private readonly HashSet<string> _drawn = [];

    private StandardFlow(ServiceStandard standard) => _standard = standard;

    /// <summary>The rows from one entry step on.</summary>
    public static IReadOnlyList<FlowRow> From(ServiceStandard standard, string entryStep) => new StandardFlow(standard).Rows(entryStep, []);

    private List<FlowRow> Rows(string start, IReadOnlyCollection<string> joins)
    {
        var rows = new List<FlowRow>();
        for (var to = start; ;)
        {
            if (_standard.FindEnding(to) is { } ending)
            {
                rows.Add(new FlowEnd(ending));
                return rows;
            }

            var step = _standard.Step(to);
            if (joins.Contains(to) || !_drawn.Add(to))
            {
                rows.Add(new FlowJoin(step));
                return rows;
            }

            var ahead = step.Outcomes.Where(o => !_drawn.Contains(o.To)).DistinctBy(o => o.To).OrderBy(o => Position(o.To)).ToList();
            rows.Add(new FlowStep(step, [.. step.Outcomes.Where(o => _drawn.Contains(o.To)).Select(o => new FlowReturn(o, _standard.Step(o.To)))]));
            if (ahead.Count == 0)
            {
                return rows;
            }

            var next = ahead.Count == 1 ? ahead[0].To : Meeting(ahead);
            if (ahead.Count > 1)
            {
                IReadOnlyCollection<string> inner = next is null ? joins : [.. joins, next];
                rows.Add(new FlowFork([.. ahead.Select(o => new FlowBranch(o, Rows(o.To, inner)))]));
            }

            if (next is null)
            {
                return rows;
            }

            to = next;
        }
    }

    /// <summary>The first step that all branches come to which do not simply end.</summary>
    private string? Meeting(IReadOnlyList<StepOutcome> ahead)
    {
        var ways = ahead.Select(o => StandardGraph.From(_standard, o.To, _drawn)).Where(way => way.Count > 0).ToList();
        return ways.Count == 0 ? null : ways[0].FirstOrDefault(step => ways.All(way => way.Contains(step)))?.Id;
    }

    private int Position(string to)
    {
        for (var i = 0; i < _standard.Steps.Count; i++)
        {
            if (_standard.Steps[i].Id == to)
            {
                return i;
            }
        }

        return _standard.Steps.Count;
    }
}
