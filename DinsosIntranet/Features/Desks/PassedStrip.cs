using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Ui;
using StandardStrip = DinsosIntranet.Features.Standards.Domain.StepStrip;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// The step strip of one request: the standard's places with what was passed, where it stands, and what can still come.
/// Once a branch is taken, only its step is named and the steps of the other way are left out.
/// </summary>
public static class PassedStrip
{
    /// <summary>
    /// The places of a request at <paramref name="stepId"/> (or ended there, where not <paramref name="isOpen"/>) that has
    /// left the <paramref name="passed"/> steps. What ended in the middle still shows the way it did not go.
    /// </summary>
    public static IReadOnlyList<StepView> Of(ServiceStandard standard, string channel, string stepId, IReadOnlySet<string> passed, bool isOpen)
    {
        var cells = StandardStrip.Of(standard, channel);
        var place = cells.TakeWhile(c => !c.Holds(stepId)).Count();
        var ahead = isOpen || !passed.Contains(stepId) ? Ahead(standard, stepId) : [];
        var strip = new List<StepView>();
        for (var i = 0; i < cells.Count; i++)
        {
            var cell = i < place ? Taken(cells[i], passed.Contains)
                : i == place ? Taken(cells[i], id => id == stepId)
                : Taken(cells[i], ahead.Contains);
            if (i <= place || ahead.Overlaps(cell.Steps.Select(s => s.Id)))
            {
                var isPassed = cell.Steps.Any(s => passed.Contains(s.Id));
                strip.Add(new StepView(cell.Number, cell.Title, State(i, place, isPassed, isOpen)));
            }
        }

        return strip;
    }

    private static StepState State(int cell, int place, bool isPassed, bool isOpen)
    {
        if (cell == place && isOpen)
        {
            return StepState.Current;
        }

        return cell <= place && isPassed ? StepState.Done : StepState.Upcoming;
    }

    /// <summary>The cell with those of its steps only that were or can be taken; all of them where none was.</summary>
    private static StripCell Taken(StripCell cell, Func<string, bool> isTaken)
    {
        var taken = cell.Steps.Where(s => isTaken(s.Id)).ToList();
        return taken.Count == 0 ? cell : new StripCell(taken);
    }

    private static HashSet<string> Ahead(ServiceStandard standard, string stepId)
    {
        var found = new HashSet<string>();
        var waiting = new Queue<string>([stepId]);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var next in standard.Step(id).Outcomes.Select(o => o.To))
            {
                if (standard.FindStep(next) is not null && found.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }
}
