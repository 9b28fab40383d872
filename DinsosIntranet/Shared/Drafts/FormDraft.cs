using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Shared.Drafts;

/// <summary>A draft whose content is its form's own business.</summary>
public interface IFormDraft : IAsyncDisposable
{
    /// <summary>Something was typed.</summary>
    void Touch();

    /// <summary>The form was saved, or given up.</summary>
    Task DiscardAsync();
}

/// <summary>
/// The draft of one form of one person: found when the form opens, kept a second after the last key and when the form is
/// left, taken away once it was saved. A draft that cannot be kept never takes the form away; its text says so.
/// </summary>
public sealed partial class FormDraft<T> : IFormDraft
    where T : class
{
    private readonly DraftStore _store;
    private readonly Guid _userId;
    private readonly string _key;
    private readonly Func<T> _content;
    private readonly Func<Func<Task>, Task> _dispatch;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly DraftTimer _timer;
    private DateTime? _savedAt;
    private bool _failed;

    /// <summary>A draft of <paramref name="key"/> that saves what <paramref name="content"/> gives; <paramref name="dispatch"/> runs a save on the form's own thread.</summary>
    public FormDraft(DraftStore store, Guid userId, string key, Func<T> content, Func<Func<Task>, Task> dispatch, Action changed, TimeProvider time, ILogger logger)
    {
        (_store, _userId, _key, _content, _dispatch, _changed, _logger) = (store, userId, key, content, dispatch, changed, logger);
        _timer = new DraftTimer(() => _dispatch(SaveAsync), time);
    }

    /// <summary>What was typed before and never saved; null where there is nothing.</summary>
    public async Task<T?> FindAsync(CancellationToken cancellationToken = default)
    {
        var kept = await _store.FindAsync<T>(_userId, _key, cancellationToken);
        _savedAt = kept?.SavedAt;
        return kept?.Content;
    }

    /// <summary>Something was typed.</summary>
    public void Touch() => _timer.Touch();

    /// <summary>The form is about to be saved: what waits is not kept any more.</summary>
    public Task DropAsync() => _timer.DropAsync();

    /// <summary>The form was saved, or given up.</summary>
    public async Task DiscardAsync()
    {
        await _timer.DropAsync();
        await _store.DiscardAsync(_userId, _key);
        (_savedAt, _failed) = (null, false);
    }

    /// <summary>"draf tersimpan pukul 09.28"; null while nothing was kept.</summary>
    public string? Text(TimeZoneInfo zone) => _failed ? "draf belum tersimpan"
        : _savedAt is { } at ? $"draf tersimpan pukul {IndonesianDates.Time(at, zone)}"
        : null;

    public async ValueTask DisposeAsync()
    {
        await _timer.FlushAsync();
        _timer.Dispose();
    }

    private async Task SaveAsync()
    {
        try
        {
            _savedAt = await _store.SaveAsync(_userId, _key, _content());
            _failed = false;
        }
        catch (Exception exception)
        {
            _failed = true;
            LogUnsaved(_logger, exception);
        }

        _changed();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A draft could not be saved.")]
    private static partial void LogUnsaved(ILogger logger, Exception exception);
}
