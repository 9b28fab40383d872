namespace DinsosIntranet.Shared.Drafts;

/// <summary>
/// Decides when a form saves its draft: a second after the last key, one save at a time, and at once where the form is left.
/// </summary>
public sealed class DraftTimer : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Func<Task> _save;
    private readonly ITimer _timer;
    private Task _running = Task.CompletedTask;
    private bool _waiting;

    /// <summary><paramref name="save"/> saves what is typed now; it must not throw, since mostly nobody waits for it.</summary>
    public DraftTimer(Func<Task> save, TimeProvider time)
    {
        _save = save;
        _timer = time.CreateTimer(state => _ = FlushAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        lock (_lock)
        {
            _waiting = true;
        }

        _timer.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Saves what waits to be saved; ends when nothing is under way any more.</summary>
    public Task FlushAsync()
    {
        lock (_lock)
        {
            if (_waiting)
            {
                _waiting = false;
                _running = AfterAsync(_running);
            }

            return _running;
        }
    }

    /// <summary>Forgets what waits; ends when nothing is under way any more.</summary>
    public Task DropAsync()
    {
        lock (_lock)
        {
            _waiting = false;
            return _running;
        }
    }

    public void Dispose() => _timer.Dispose();

    private async Task AfterAsync(Task earlier)
    {
        await earlier;
        await _save();
    }
}
