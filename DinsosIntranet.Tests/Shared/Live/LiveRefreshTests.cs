using DinsosIntranet.Shared.Live;
using Microsoft.Extensions.Logging.Abstractions;

namespace DinsosIntranet.Tests.Shared.Live;

public sealed class LiveRefreshTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ChangeFeed _feed = new(NullLogger<ChangeFeed>.Instance);

    public void Dispose() => _feed.Dispose();

    [Fact]
    public async Task Publish_BurstOfChanges_ReadsAgainOnce()
    {
        var called = new SemaphoreSlim(0);
        using var live = new LiveRefresh(_feed, TimeProvider.System, () => Task.FromResult(called.Release()), _ => true, Topic.Work, Topic.Letters);

        for (var i = 0; i < 20; i++)
        {
            _feed.Publish(i % 2 == 0 ? Topic.Work : Topic.Letters, Guid.CreateVersion7());
        }

        Assert.True(await called.WaitAsync(Patience));
        Assert.False(await called.WaitAsync(LiveRefresh.Delay * 3));
    }

    [Fact]
    public async Task Publish_AfterACall_ReadsAgain()
    {
        var called = new SemaphoreSlim(0);
        using var live = new LiveRefresh(_feed, TimeProvider.System, () => Task.FromResult(called.Release()), _ => true, Topic.Work);
        _feed.Publish(Topic.Work, Guid.Empty);
        Assert.True(await called.WaitAsync(Patience));

        _feed.Publish(Topic.Work, Guid.Empty);

        Assert.True(await called.WaitAsync(Patience));
    }

    [Fact]
    public async Task Publish_RecordThatDoesNotConcern_IsLeftAlone()
    {
        var called = new SemaphoreSlim(0);
        using var live = new LiveRefresh(_feed, TimeProvider.System, () => Task.FromResult(called.Release()), id => id != Guid.Empty, Topic.Work);

        _feed.Publish(Topic.Work, Guid.Empty);

        Assert.False(await called.WaitAsync(LiveRefresh.Delay * 3));
    }

    [Fact]
    public void Dispose_Always_StopsListening()
    {
        new LiveRefresh(_feed, TimeProvider.System, () => Task.CompletedTask, _ => true, Topic.Work, Topic.Letters).Dispose();

        Assert.Equal(0, _feed.ListenerCount);
    }
}
