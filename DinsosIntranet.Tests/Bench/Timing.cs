using System.Diagnostics;

namespace DinsosIntranet.Tests.Bench;

/// <summary>Rounds after one that is not counted; the median of the rounds is what is reported.</summary>
internal static class Timing
{
    public const int Rounds = 5;

    public static double Median(IEnumerable<double> values) => Percentile(values, 50);

    public static double Percentile(IEnumerable<double> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted[Math.Clamp((int)Math.Ceiling(sorted.Count * percent / 100.0) - 1, 0, sorted.Count - 1)];
    }

    /// <summary>Runs the act <paramref name="perRound"/> times a round. Returns the median rate per second, and all times in milliseconds.</summary>
    public static async Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RateAsync(int perRound, Func<int, Task> act)
    {
        var rates = new List<double>();
        var times = new List<double>();
        var n = 0;
        for (var round = 0; round <= Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < perRound; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await act(n++);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }

            if (round > 0)
            {
                rates.Add(perRound / Stopwatch.GetElapsedTime(began).TotalSeconds);
            }
        }

        return (Median(rates), times);
    }

    public static Task<(double PerSecond, IReadOnlyList<double> Milliseconds)> RateAsync(int perRound, Action<int> act) =>
        RateAsync(perRound, n =>
        {
            act(n);
            return Task.CompletedTask;
        });
}
