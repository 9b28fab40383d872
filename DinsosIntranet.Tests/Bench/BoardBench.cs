using System.Diagnostics;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Desks.Pages;
using DinsosIntranet.Shared.Live;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// From the moment the head disposes a request, write included, until the last of many boards has rendered it; and
/// the commands a change costs the database whatever the number of viewers.
/// </summary>
internal static class BoardBench
{
    private const int OpenRequests = 200;
    private const int Changes = 20;

    /// <summary>Changes before those that count: a server runs for days, and its code is warm.</summary>
    private const int WarmUp = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>More than the feed's gap, so that no change waits for the one before.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(260);

    public static async Task RunAsync(BenchHost host)
    {
        var feed = host.Service<BoardFeed>();
        var act = await host.ActAsync("ratna");
        string[] steps = ["1-terima", "2-sekretariat", "4-tugas-kabid", "5-cek-siks-ng", "8-tanda-tangan", "9-penyerahan"];
        for (var i = 0; i < steps.Length; i++)
        {
            await BenchData.RequestsAsync(host, 25, steps[i], numberFrom: 1_000 * (i + 1));
        }

        var waiting = new Queue<Guid>(await BenchData.RequestsAsync(host, OpenRequests - (25 * steps.Length), "3-disposisi", numberFrom: 9_000));
        await BenchData.RequestsAsync(host, 4 * Changes, "3-disposisi", numberFrom: 20_000);
        foreach (var viewers in new[] { 100, 500 })
        {
            foreach (var id in await BenchData.RequestsAsync(host, Changes + WarmUp, "3-disposisi", numberFrom: 30_000 + viewers))
            {
                waiting.Enqueue(id);
            }

            var bare = await BareAsync(viewers);
            var board = await BoardAsync(host, feed, viewers, () => MovesBench.DisposeAsync(host, waiting.Dequeue(), act));
            BenchOutput.Write($"board.{viewers}.median", Timing.Median(board.Milliseconds), "ms to the last viewer", Timing.Median(bare.Milliseconds));
            BenchOutput.Write($"board.{viewers}.p95", Timing.Percentile(board.Milliseconds, 95), "ms to the last viewer", Timing.Percentile(bare.Milliseconds, 95));
            BenchOutput.Write($"board.{viewers}.cpu", board.Processor * 1000 / viewers, "microseconds of processor per viewer and change", bare.Processor * 1000 / viewers);
        }
    }

    private static async Task<Fanned> BoardAsync(BenchHost host, BoardFeed feed, int count, Func<Task> change)
    {
        await using var crowd = new Crowd();
        await crowd.OpenAsync<Board>(count, feed);

        // A change announced without a write: what the database is asked is asked for the boards alone.
        await Task.Delay(Pause * 2);
        crowd.Expect(count);
        var before = host.Commands.Total;
        host.Service<ChangeFeed>().Publish(Topic.Work, Guid.Empty);
        await crowd.WaitAsync(Patience);
        BenchOutput.Write($"board.{count}.commands", host.Commands.Total - before, "SQL commands per change, all viewers together");

        return await MeasureAsync(crowd, count, Pause, change);
    }

    private static async Task<Fanned> BareAsync(int count)
    {
        var feed = new BareFeed();
        await using var crowd = new Crowd();
        await crowd.OpenAsync<BareBoard>(count, feed);
        return await MeasureAsync(crowd, count, TimeSpan.FromMilliseconds(20), () =>
        {
            feed.Publish();
            return Task.CompletedTask;
        });
    }

    private static async Task<Fanned> MeasureAsync(Crowd crowd, int count, TimeSpan pause, Func<Task> change)
    {
        var times = new List<double>();
        var processor = new List<double>();
        for (var i = 0; i < WarmUp + Changes; i++)
        {
            await Task.Delay(pause);
            crowd.Expect(count);
            var before = Environment.CpuUsage.TotalTime;
            var started = Stopwatch.GetTimestamp();
            await change();
            var last = await crowd.WaitAsync(Patience);
            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(started, last).TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
            }
        }

        return new Fanned(times, Timing.Median(processor));
    }

    /// <summary>The times until the last viewer, and the processor time of one change for all of them.</summary>
    private sealed record Fanned(IReadOnlyList<double> Milliseconds, double Processor);

    /// <summary>All viewers, and the moment the last of them has rendered.</summary>
    private sealed class Crowd : IAsyncDisposable
    {
        private readonly List<Viewer> _viewers = [];
        private TaskCompletionSource<long> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left;

        public async Task OpenAsync<TPage>(int count, object feed)
            where TPage : Microsoft.AspNetCore.Components.IComponent
        {
            for (var i = 0; i < count; i++)
            {
                _viewers.Add(await Viewer.OpenAsync<TPage>(feed, Rendered));
            }
        }

        public void Expect(int count)
        {
            _all = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
            Volatile.Write(ref _left, count);
        }

        public Task<long> WaitAsync(TimeSpan patience) => _all.Task.WaitAsync(patience);

        public async ValueTask DisposeAsync()
        {
            foreach (var viewer in _viewers)
            {
                await viewer.CloseAsync();
            }
        }

        private void Rendered()
        {
            if (Interlocked.Decrement(ref _left) == 0)
            {
                _all.TrySetResult(Stopwatch.GetTimestamp());
            }
        }
    }
}
