using DinsosIntranet.Features.Desks;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Tests.Bench;

/// <summary>"Meja saya" of an operator with a long archive behind it, beside one query of a page of numbers.</summary>
internal static class DeskBench
{
    private const int Closed = 100_000;
    private const int Open = 150;
    private const int PerRound = 40;

    public static async Task RunAsync(BenchHost host)
    {
        await BenchData.RequestsAsync(host, Closed, "9-penyerahan", closed: true);
        await BenchData.RequestsAsync(host, Open, "5-cek-siks-ng", numberFrom: Closed + 1);
        await BenchData.RequestsAsync(host, Open, "1-terima", numberFrom: Closed + Open + 1);
        var queries = host.Service<DeskQueries>();
        var actor = await host.ActorAsync("yusup");
        var commands = 0;
        var measured = await Timing.MeasureAsync(
            PerRound,
            async _ =>
            {
                commands = host.Commands.Total;
                var desk = await queries.MyDeskAsync(actor, new DeskView());
                commands = host.Commands.Total - commands;
                if (desk.Queues.Sum(q => q.Total) != Open)
                {
                    throw new InvalidOperationException("The desk does not show what waits.");
                }
            },
            async _ =>
            {
                await using var db = host.OpenDb();
                await db.WorkItems.AsNoTracking().Where(w => w.ClosedAt == null).Select(w => w.Number).Take(DeskQueries.PageSize).ToListAsync();
            });
        var (desk, bare) = (measured[0], measured[1]);
        BenchOutput.Write("desk.p95", Timing.Percentile(desk.Milliseconds, 95), "ms", Timing.Percentile(bare.Milliseconds, 95));
        desk.Write("desk", "pages/s", bare);
        BenchOutput.Write("desk.commands", commands, "SQL commands of one page");
    }
}
