using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Shared.Ui;

/// <summary>
/// A page, or a part of one, that reads again when somebody else changed what it shows, and stops reading once it is left.
/// It says what it follows while it is initialised; whatever it starts ends with it.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private LiveRefresh? _live;
    private ITimer? _minute;

    protected LiveComponent() => Gone = _gone.Token;

    [Inject]
    public required ChangeFeed Feed { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <summary>Cancelled when the component is left.</summary>
    protected CancellationToken Gone { get; }

    public virtual void Dispose()
    {
        _live?.Dispose();
        _minute?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>From now on reads again after every change of these topics.</summary>
    protected void Follow(params ReadOnlySpan<Topic> topics) => Follow(_ => true, topics);

    /// <summary>From now on reads again after changes of the records that concern it. <paramref name="concerns"/> runs on a pool thread and must not block.</summary>
    protected void Follow(Func<Guid, bool> concerns, params ReadOnlySpan<Topic> topics) =>
        _live = new LiveRefresh(Feed, Time, ReadAgainAsync, concerns, topics);

    /// <summary>Reads again every minute too, for what changes by the clock alone.</summary>
    protected void FollowTheClock() =>
        _minute = Time.CreateTimer(_ => _ = ReadAgainAsync(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    /// <summary>Reads what is shown.</summary>
    protected virtual Task ReadAsync() => Task.CompletedTask;

    /// <summary>What follows on a change made elsewhere: reading again, unless the component has reasons to wait.</summary>
    protected virtual Task RefreshAsync() => ReadAsync();

    private Task ReadAgainAsync() => InvokeAsync(async () =>
    {
        try
        {
            if (!Gone.IsCancellationRequested)
            {
                await RefreshAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException) when (Gone.IsCancellationRequested)
        {
            // It was left while it read.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });
}
