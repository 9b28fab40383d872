using System.Diagnostics;

namespace DinsosIntranet.Tests.Bench;

/// <summary>What was measured of one act over several rounds.</summary>
/// <remarks>
/// <paramref name="PerSecond"/>: median of the rounds.
/// <paramref name="ProcessorMilliseconds"/>: processor time of the whole process for each act, median of the rounds; it
/// stays the same when other programs keep the machine busy.
/// </remarks>
internal sealed record Measured(double PerSecond, double ProcessorMilliseconds, IReadOnlyList<double> Milliseconds)
{
    public void Write(string bench, string unit, Measured? baseline = null)
    {
        BenchOutput.Write(bench, PerSecond, unit, baseline?.PerSecond);
        BenchOutput.Write(bench + ".cpu", ProcessorMilliseconds, "ms of processor each", baseline?.ProcessorMilliseconds);
    }
}

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

    /// <summary>Measures the acts in turn, round by round, so that a machine that slows down slows down all of them.</summary>
    public static async Task<IReadOnlyList<Measured>> MeasureAsync(int perRound, params IReadOnlyList<Func<int, Task>> acts)
    {
        var series = acts.Select(a => new Series(a)).ToList();
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var one in series)
            {
                await one.RunAsync(round, perRound);
            }
        }

        return series.ConvertAll(s => s.Result);
    }

    public static Func<int, Task> Act(Action act) => _ =>
    {
        act();
        return Task.CompletedTask;
    };

    private sealed class Series(Func<int, Task> act)
    {
        private readonly List<double> _rates = [];
        private readonly List<double> _processor = [];
        private readonly List<double> _times = [];

        public Measured Result => new(Median(_rates), Median(_processor), _times);

        public async Task RunAsync(int round, int count)
        {
            var times = new double[count];
            var processor = Environment.CpuUsage.TotalTime;
            var began = Stopwatch.GetTimestamp();
            for (var i = 0; i < count; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await act((round * count) + i);
                times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }

            if (round > 0)
            {
                _rates.Add(count / Stopwatch.GetElapsedTime(began).TotalSeconds);
                _processor.Add((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / count);
                _times.AddRange(times);
            }
        }
    }
}
