using System.Threading.Channels;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Keeps one picture of all open work for everybody who looks at a board. However many viewers there are, a change is
/// read once: at once where the feed is idle, else once more after what it is doing now. While nobody looks, nothing is read.
/// </summary>
public sealed class BoardFeed : IDisposable
{
    /// <summary>Five pictures a second on the average; more than that nobody sees.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(200);

    /// <summary>After a quiet moment a few may follow each other at once.</summary>
    private static readonly TimeSpan Burst = Gap * 2;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly BoardReader _reader;
    private readonly TimeProvider _time;
    private readonly ILogger<BoardFeed> _logger;
    private readonly Lock _lock = new();
    private readonly List<Action> _listeners = [];
    private readonly Channel<bool> _signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly IDisposable[] _subscriptions;
    private readonly ITimer _everyMinute;
    private readonly ITimer _later;
    private IReadOnlyList<OpenWork> _open = [];
    private IReadOnlyDictionary<string, int>? _finishedToday;
    private BoardSnapshot? _current;
    private int _walls;
    private int _stale = 1;

    public BoardFeed(BoardReader reader, ChangeFeed feed, TimeProvider time, ILogger<BoardFeed> logger)
    {
        _reader = reader;
        _time = time;
        _logger = logger;
        _subscriptions =
        [
            feed.Subscribe(Topic.Work, _ => Refresh()),
            feed.Subscribe(Topic.Agency, _ => Refresh()),
            feed.Subscribe(Topic.Standards, _ => Refresh()),
        ];

        // Clock texts count minutes; reading again with them also heals a change that was never announced.
        _everyMinute = time.CreateTimer(_ => Refresh(), null, Minute, Minute);
        _later = time.CreateTimer(_ => Signal(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _ = Task.Run(() => RunAsync(_stopping.Token));
    }

    /// <summary>The last picture; null until the first is made for the first viewer.</summary>
    public BoardSnapshot? Current => Volatile.Read(ref _current);

    public int ListenerCount
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Count;
            }
        }
    }

    /// <summary>
    /// Calls <paramref name="listener"/> on a pool thread for each new picture until the returned token is disposed. It must
    /// not block. What finished today is read only while a <paramref name="wall"/> looks, which alone shows it.
    /// </summary>
    public IDisposable Subscribe(Action listener, bool wall = false)
    {
        bool isFirstWall;
        lock (_lock)
        {
            _listeners.Add(listener);
            isFirstWall = wall && ++_walls == 1;
        }

        if (Current is null || isFirstWall)
        {
            Refresh();
        }

        return new Subscription(this, listener, wall);
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        _everyMinute.Dispose();
        _later.Dispose();
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Refresh()
    {
        Volatile.Write(ref _stale, 1);
        Signal();
    }

    private void Signal() => _signal.Writer.TryWrite(true);

    private async Task RunAsync(CancellationToken stopping)
    {
        var paidUntil = _time.GetTimestamp();
        try
        {
            while (await _signal.Reader.WaitToReadAsync(stopping))
            {
                _signal.Reader.TryRead(out _);
                if (ListenerCount == 0)
                {
                    // Whoever looks next must not be shown an old picture; one who came just now may count on a new one.
                    Volatile.Write(ref _current, null);
                    Volatile.Write(ref _stale, 1);
                    if (ListenerCount == 0)
                    {
                        continue;
                    }
                }

                var started = _time.GetTimestamp();
                await PublishAsync(stopping);

                // A very large board, or very many viewers, take longer turns: the boards have at most half the time.
                var now = _time.GetTimestamp();
                var took = _time.GetElapsedTime(started, now);
                var cost = took * 2 > Gap ? took * 2 : Gap;
                paidUntil = Math.Max(paidUntil, started) + (long)(cost.TotalSeconds * _time.TimestampFrequency);
                if (_time.GetElapsedTime(now, paidUntil) - Burst is var wait && wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _time, stopping);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program is shutting down.
        }
    }

    private async Task PublishAsync(CancellationToken stopping)
    {
        try
        {
            var now = _time.GetUtcNow().UtcDateTime;
            if (Interlocked.Exchange(ref _stale, 0) == 1)
            {
                _open = await _reader.ReadAsync(stopping);
                _finishedToday = Volatile.Read(ref _walls) > 0 ? await _reader.FinishedTodayAsync(now, stopping) : null;
                now = _time.GetUtcNow().UtcDateTime;
            }

            var snapshot = await _reader.MakeAsync(_open, _finishedToday, now, Current, stopping);
            Volatile.Write(ref _current, snapshot);
            PlanEndOfFrames(snapshot);
            Notify();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _logger.LogError(exception, "The board could not be read.");
            Volatile.Write(ref _stale, 1);
            _later.Change(RetryAfter, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>The frame of a moved tile ends by itself, with no change behind it.</summary>
    private void PlanEndOfFrames(BoardSnapshot snapshot)
    {
        var moved = snapshot.Tiles.Where(t => t.IsMoved).ToList();
        if (moved.Count > 0)
        {
            var end = moved.Min(t => t.EnteredDeskAt) + BoardReader.FrameTime;
            _later.Change(end > snapshot.At ? end - snapshot.At : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void Notify()
    {
        Action[] listeners;
        lock (_lock)
        {
            listeners = [.. _listeners];
        }

        // A viewer's answer renders its page there and then, so the viewers are shared out among the cores.
        Parallel.ForEach(listeners, Call);
    }

    private void Call(Action listener)
    {
        try
        {
            listener();
        }
        catch (Exception exception)
        {
            _logger.LogError(exception, "A viewer of the board failed.");
        }
    }

    private sealed class Subscription(BoardFeed feed, Action listener, bool wall) : IDisposable
    {
        private bool _disposed;

        public void Dispose()
        {
            lock (feed._lock)
            {
                if (_disposed)
                {
                    return;
                }

                _disposed = true;
                feed._listeners.Remove(listener);
                feed._walls -= wall ? 1 : 0;
            }
        }
    }
}
