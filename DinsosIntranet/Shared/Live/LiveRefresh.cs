namespace DinsosIntranet.Shared.Live;

/// <summary>
/// Tells a page to read again, once after a burst of changes. The page hands in how it does so and disposes this with itself.
/// </summary>
public sealed class LiveRefresh : IDisposable
{
    /// <summary>Long enough to gather the events of one write, short enough not to be noticed.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(120);

    private readonly IDisposable[] _subscriptions;
    private readonly ITimer _timer;
    private int _waiting;

    /// <summary>Starts listening. <paramref name="concerns"/> tells whether a change of this record matters; it runs on a pool thread and must not block.</summary>
    public LiveRefresh(ChangeFeed feed, TimeProvider time, Func<Task> refresh, Func<Guid, bool> concerns, params ReadOnlySpan<Topic> topics)
    {
        _timer = time.CreateTimer(
            _ =>
            {
                Interlocked.Exchange(ref _waiting, 0);
                _ = refresh();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        _subscriptions = new IDisposable[topics.Length];
        for (var i = 0; i < topics.Length; i++)
        {
            _subscriptions[i] = feed.Subscribe(topics[i], id =>
            {
                if (concerns(id) && Interlocked.Exchange(ref _waiting, 1) == 0)
                {
                    _timer.Change(Delay, Timeout.InfiniteTimeSpan);
                }
            });
        }
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        _timer.Dispose();
    }
}
