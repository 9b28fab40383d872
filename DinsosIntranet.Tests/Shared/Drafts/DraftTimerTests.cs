using DinsosIntranet.Shared.Drafts;

namespace DinsosIntranet.Tests.Shared.Drafts;

public class DraftTimerTests
{
    [Fact]
    public async Task Flush_SeveralKeys_SavesOnce()
    {
        var saves = 0;
        using var timer = new DraftTimer(() => Task.FromResult(saves++), TimeProvider.System);
        timer.Touch();
        timer.Touch();

        await timer.FlushAsync();
        await timer.FlushAsync();

        Assert.Equal(1, saves);
    }

    [Fact]
    public async Task Drop_BeforeTheSecondIsOver_SavesNothing()
    {
        var saves = 0;
        using var timer = new DraftTimer(() => Task.FromResult(saves++), TimeProvider.System);
        timer.Touch();

        await timer.DropAsync();
        await timer.FlushAsync();

        Assert.Equal(0, saves);
    }

    [Fact]
    public async Task Touch_ThenRest_SavesByItself()
    {
        var saved = new TaskCompletionSource();
        using var timer = new DraftTimer(
            () =>
            {
                saved.SetResult();
                return Task.CompletedTask;
            },
            TimeProvider.System);

        timer.Touch();

        await saved.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Flush_WhileASaveRuns_WaitsForIt()
    {
        var first = new TaskCompletionSource();
        var saves = 0;
        using var timer = new DraftTimer(() => saves++ == 0 ? first.Task : Task.CompletedTask, TimeProvider.System);
        timer.Touch();
        var running = timer.FlushAsync();
        timer.Touch();
        var next = timer.FlushAsync();

        Assert.Equal(1, saves);
        first.SetResult();
        await Task.WhenAll(running, next);
        Assert.Equal(2, saves);
    }
}
