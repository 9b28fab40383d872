namespace DinsosIntranet.Shared.Data;

/// <summary>
/// SQLite has one writer. Its driver answers a busy database by sleeping on a thread; waiting here instead costs nothing
/// and keeps writes in order. PostgreSQL arranges its writers itself, so there the gate stands open.
/// </summary>
public sealed class WriteGate(DatabaseProvider provider)
{
    private readonly SemaphoreSlim? _single = provider == DatabaseProvider.Sqlite ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (_single is null)
        {
            return Open.Instance;
        }

        await _single.WaitAsync(cancellationToken);
        return new Turn(_single);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        private SemaphoreSlim? _semaphore = semaphore;

        public void Dispose() => Interlocked.Exchange(ref _semaphore, null)?.Release();
    }

    private sealed class Open : IDisposable
    {
        public static readonly Open Instance = new();

        public void Dispose()
        {
            // Nothing was taken.
        }
    }
}
