namespace DinsosIntranet.Tests.Support;

/// <summary>
/// A clock the test sets: Monday 23 November 2026, 09.00 in Rangkasbitung. It stands still unless made to run, which a
/// browser needs. Timers are the real ones.
/// </summary>
public sealed class FakeTime(bool runs = false) : TimeProvider
{
    private readonly long _madeAt = System.GetTimestamp();
    private long _ticks = Start.UtcTicks;

    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The moment as services see it: UTC, cut to milliseconds.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow()
    {
        var now = new DateTimeOffset(Interlocked.Read(ref _ticks), TimeSpan.Zero);
        return runs ? now + System.GetElapsedTime(_madeAt) : now;
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    /// <summary>Sets the clock to a time of day in Rangkasbitung.</summary>
    public void SetLocal(int year, int month, int day, int hour, int minute) =>
        Interlocked.Exchange(ref _ticks, new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.FromHours(7)).UtcTicks);
}
