using System.Diagnostics;

namespace DinsosIntranet.Tests.Bench;

/// <summary>Runs the benchmarks by name, all of them without one, each on a database of its own.</summary>
internal static class BenchRunner
{
    private static readonly Dictionary<string, Func<BenchHost, Task>> All = new()
    {
        ["moves"] = MovesBench.RunAsync,
        ["board"] = BoardBench.RunAsync,
        ["certificate"] = CertificateBench.RunAsync,
        ["desk"] = DeskBench.RunAsync,
        ["people"] = PeopleBench.RunAsync,
        ["lists"] = ListBench.RunAsync,
        ["audit"] = _ => AuditBench.RunAsync(),
    };

    public static IEnumerable<string> Names => All.Keys;

    public static async Task<int> RunAsync(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(n => !All.ContainsKey(n)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"No benchmark '{unknown}'; there are {string.Join(", ", Names)}.");
            return 2;
        }

        foreach (var name in names.Count > 0 ? names : [.. Names])
        {
            var started = Stopwatch.GetTimestamp();
            await using var host = await BenchHost.StartAsync();
            await All[name](host);
            await Console.Error.WriteLineAsync($"# {name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        }

        return 0;
    }
}
