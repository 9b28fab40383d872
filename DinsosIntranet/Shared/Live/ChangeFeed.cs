using System.Threading.Channels;

namespace DinsosIntranet.Shared.Live;

/// <summary>What changed. Only an id travels with it: whoever listens reads again with their own rights.</summary>
public enum Topic
{
    Work,
    Accounts,
    GuestBook,
    Dispositions,
    Letters,
    Agency,
    Standards,
    Kiosks,
    Cases,
}

/// <summary>
/// Tells open pages of a committed change. Publishing never waits for a listener: a loop of its own hands events on, and
/// a listener that throws is logged and harms nobody else.
/// </summary>
public sealed class ChangeFeed : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Topic, List<Action<Guid>>> _listeners = [];
    private readonly Channel<(Topic Topic, Guid Id)> _events = Channel.CreateUnbounded<(Topic, Guid)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ILogger<ChangeFeed> _logger;

    public ChangeFeed(ILogger<ChangeFeed> logger)
    {
        _logger = logger;
        _ = Task.Run(DeliverAsync);
    }

    public int ListenerCount
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Values.Sum(l => l.Count);
            }
        }
    }

    public void Publish(Topic topic, Guid id) => _events.Writer.TryWrite((topic, id));

    /// <summary>Calls <paramref name="listener"/> on a pool thread for each event until the returned token is disposed. It must not block.</summary>
    public IDisposable Subscribe(Topic topic, Action<Guid> listener)
    {
        lock (_lock)
        {
            if (!_listeners.TryGetValue(topic, out var list))
            {
                _listeners[topic] = list = [];
            }

            list.Add(listener);
        }

        return new Subscription(this, topic, listener);
    }

    public void Dispose() => _events.Writer.TryComplete();

    private async Task DeliverAsync()
    {
        await foreach (var (topic, id) in _events.Reader.ReadAllAsync())
        {
            Action<Guid>[] listeners;
            lock (_lock)
            {
                listeners = _listeners.TryGetValue(topic, out var list) ? [.. list] : [];
            }

            foreach (var listener in listeners)
            {
                try
                {
                    listener(id);
                }
                catch (Exception exception)
                {
                    _logger.LogError(exception, "A listener to {Topic} failed.", topic);
                }
            }
        }
    }

    private sealed class Subscription(ChangeFeed feed, Topic topic, Action<Guid> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (feed._lock)
            {
                feed._listeners[topic].Remove(listener);
            }
        }
    }
}
