using System.Text.Json;

namespace DinsosIntranet.Tests.Bench;

/// <summary>One JSON line for each figure: what was measured, beside the bare baseline of the same run.</summary>
internal static class BenchOutput
{
    public static void Write(string bench, double value, string unit, double? baseline = null) =>
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench,
            value = Math.Round(value, 3),
            unit,
            baseline = baseline is { } b ? Math.Round(b, 3) : (double?)null,
            ratio = baseline is > 0 ? Math.Round(value / baseline.Value, 3) : (double?)null,
        }));
}
