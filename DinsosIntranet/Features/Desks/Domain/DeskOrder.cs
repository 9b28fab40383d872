using DinsosIntranet.Shared.Calendar;

namespace DinsosIntranet.Features.Desks.Domain;

/// <summary>What "Meja saya" can be narrowed to; the code stands in the address.</summary>
public enum TimeFilter
{
    All,
    Late,
    Soon,
    Safe,
    NotRunning,
    Paused,
}

public static class TimeFilters
{
    public static string? Code(this TimeFilter filter) => filter switch
    {
        TimeFilter.Late => "lewat",
        TimeFilter.Soon => "segera",
        TimeFilter.Safe => "aman",
        TimeFilter.NotRunning => "belum",
        TimeFilter.Paused => "jeda",
        _ => null,
    };

    /// <summary>What does not name a filter shows everything: an old address must not hide work.</summary>
    public static TimeFilter FromCode(string? code) =>
        Enum.GetValues<TimeFilter>().FirstOrDefault(f => f.Code() == code);

    public static TimeFilter Of(ClockState state) => state switch
    {
        ClockState.Red => TimeFilter.Late,
        ClockState.Yellow => TimeFilter.Soon,
        ClockState.Green => TimeFilter.Safe,
        ClockState.Paused => TimeFilter.Paused,
        _ => TimeFilter.NotRunning,
    };

    public static bool Admits(this TimeFilter filter, ClockState state) => filter == TimeFilter.All || filter == Of(state);
}

/// <summary>How many requests stand how; each is counted once.</summary>
public sealed record DeskCounts(int All, int Late, int Soon, int Safe, int NotRunning, int Paused)
{
    public static DeskCounts Of(IEnumerable<ClockState> states)
    {
        var byFilter = states.CountBy(TimeFilters.Of).ToDictionary();
        int Number(TimeFilter filter) => byFilter.GetValueOrDefault(filter);
        return new DeskCounts(
            byFilter.Values.Sum(),
            Number(TimeFilter.Late),
            Number(TimeFilter.Soon),
            Number(TimeFilter.Safe),
            Number(TimeFilter.NotRunning),
            Number(TimeFilter.Paused));
    }

    public int this[TimeFilter filter] => filter switch
    {
        TimeFilter.Late => Late,
        TimeFilter.Soon => Soon,
        TimeFilter.Safe => Safe,
        TimeFilter.NotRunning => NotRunning,
        TimeFilter.Paused => Paused,
        _ => All,
    };
}

/// <summary>The order of every queue: late, soon, safe, then what has no clock running, paused last; the oldest first among equals.</summary>
public static class DeskOrder
{
    public static IOrderedEnumerable<T> MostUrgentFirst<T>(this IEnumerable<T> items, Func<T, ClockState> state, Func<T, DateTime> opened, Func<T, string> number) =>
        items.OrderBy(i => Rank(state(i))).ThenBy(opened).ThenBy(number, StringComparer.Ordinal);

    /// <summary>The state a request is ordered and coloured by: the promise, unless the limit of the law is yellow or red and more urgent.</summary>
    public static ClockState MoreUrgent(ClockState promise, ClockState? legal) =>
        legal is ClockState.Yellow or ClockState.Red && Rank(legal.Value) < Rank(promise) ? legal.Value : promise;

    private static int Rank(ClockState state) => state switch
    {
        ClockState.Red => 0,
        ClockState.Yellow => 1,
        ClockState.Green => 2,
        ClockState.Paused => 4,
        _ => 3,
    };
}
