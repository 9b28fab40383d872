namespace DinsosIntranet.Features.Standards.Domain;

/// <summary>Which steps can be reached from which; tolerates outcomes that lead nowhere, because it also serves the check that finds them.</summary>
internal static class StandardGraph
{
    /// <summary>The step and everything after it, nearest first. Does not walk through <paramref name="closed"/> steps.</summary>
    public static IReadOnlyList<StandardStep> From(ServiceStandard standard, string stepId, IReadOnlySet<string>? closed = null)
    {
        var found = new List<StandardStep>();
        var waiting = new Queue<string>([stepId]);
        while (waiting.TryDequeue(out var id))
        {
            if (closed?.Contains(id) != true && standard.FindStep(id) is { } step && !found.Contains(step))
            {
                found.Add(step);
                foreach (var outcome in step.Outcomes)
                {
                    waiting.Enqueue(outcome.To);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a request lying at this step can still come to an end.</summary>
    public static bool CanEnd(ServiceStandard standard, StandardStep step) =>
        From(standard, step.Id).Any(s => s.Outcomes.Any(o => standard.FindEnding(o.To) is not null));
}
