namespace DinsosIntranet.Shared.Drafts;

/// <summary>
/// Saves a form's draft one second after the last change. Whoever leaves the page in that second loses nothing: disposing
/// saves what waits. After <see cref="StopAsync"/> nothing is written until the next change, so that a draft is not put
/// back behind the write that made it real.
/// </summary>
public sealed class DraftKeeper<T>(DraftStore drafts, TimeProvider time, Guid userId, string key, Func<DateTime, Task> onSaved) : IDisposable
    where T : notnull
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private CancellationTokenSource? _waiting;
    private Task _saving = Task.CompletedTask;
    private T? _unsaved;
    private bool _isDisposed;

    /// <summary>Called on the page's own thread, as is everything here.</summary>
    public void Touch(T content)
    {
        if (_isDisposed)
        {
            return;
        }

        _waiting?.Cancel();
        _waiting?.Dispose();
        _unsaved = content;
        _waiting = new CancellationTokenSource();
        _saving = SaveAfterPauseAsync(content, _saving, _waiting.Token);
    }

    /// <summary>Drops what waits, and lets a save that has begun come to its end.</summary>
    public async Task StopAsync()
    {
        _waiting?.Cancel();
        _unsaved = default;
        await _saving.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _waiting?.Cancel();
        _waiting?.Dispose();
        if (_unsaved is { } unsaved)
        {
            _ = drafts.SaveAsync(userId, key, unsaved);
        }
    }

    private async Task SaveAfterPauseAsync(T content, Task before, CancellationToken cancellation)
    {
        try
        {
            // A draft that could not be saved must not stand in the way of the next one.
            await before.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Pause, time, cancellation);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _unsaved = default;
        var at = await drafts.SaveAsync(userId, key, content, CancellationToken.None);
        if (!_isDisposed)
        {
            await onSaved(at);
        }
    }
}
