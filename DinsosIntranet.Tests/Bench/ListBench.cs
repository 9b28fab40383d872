using DinsosIntranet.Features.Agenda;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Dispositions;
using DinsosIntranet.Features.Intake;
using DinsosIntranet.Features.Letters;
using Microsoft.EntityFrameworkCore;
using RequestQueries = DinsosIntranet.Features.Intake.RequestQueries;

namespace DinsosIntranet.Tests.Bench;

/// <summary>
/// The first pages of the long lists, with fifty thousand requests, letters, agenda lines and dispositions behind them and
/// half a million rows of the trail; each beside one query of a page of numbers.
/// </summary>
internal static class ListBench
{
    private const int Requests = 50_000;
    private const int Trail = 500_000;
    private const int Open = 60;
    private const int PerRound = 10;

    public static async Task RunAsync(BenchHost host)
    {
        await BenchData.RequestsAsync(host, Requests, "9-penyerahan", closed: true);
        await BenchData.RequestsAsync(host, Open, "3-disposisi", numberFrom: Requests + 1);
        await using (var db = host.OpenDb())
        {
            await BenchRows.PapersAsync(db);
            await BenchRows.TrailAsync(db, Trail);
        }

        var head = await host.ActorAsync("ratna");
        var today = DateOnly.FromDateTime(host.Now);
        (string Name, Func<Task<int>> Read)[] pages =
        [
            ("requests", async () => (await host.Service<RequestQueries>().SearchAsync(new RequestFilter(), 0, 25, head)).Rows.Count),
            ("requests.name", async () => (await host.Service<RequestQueries>().SearchAsync(new RequestFilter { Text = "aminah 7777" }, 0, 25, head)).Rows.Count),
            ("letters", async () => (await host.Service<LetterQueries>().BookAsync(new LetterFilter(null, null, null, null), 1, today, head)).Rows.Count),
            ("menu", async () => (await host.Service<WaitingWork>().CountAsync(head)).Dispositions),
            ("agenda", async () => (await host.Service<AgendaQueries>().BookAsync(new AgendaFilter(), 1, head)).Rows.Count),
            ("dispositions", async () => (await host.Service<DispositionQueries>().InboxAsync(head, 1)).Rows.Count),
            ("sent", async () => (await host.Service<DispositionQueries>().SentAsync(head, SentFilter.All, 1)).Rows.Count),
            ("trail", async () => (await host.Service<AuditQueries>().PageAsync(new AuditFilter(), AuditSight.Of(head))).Lines.Count),
        ];
        var measured = await Timing.MeasureAsync(PerRound, [
            .. pages.Select(p => (Func<int, Task>)(async _ =>
            {
                if (await p.Read() == 0)
                {
                    throw new InvalidOperationException($"The page of {p.Name} is empty.");
                }
            })),
            async _ =>
            {
                await using var db = host.OpenDb();
                await db.WorkItems.AsNoTracking().OrderByDescending(w => w.OpenedAt).Select(w => w.Number).Take(25).ToListAsync();
            },
        ]);
        for (var i = 0; i < pages.Length; i++)
        {
            BenchOutput.Write($"lists.{pages[i].Name}.p95", Timing.Percentile(measured[i].Milliseconds, 95), "ms", Timing.Percentile(measured[^1].Milliseconds, 95));
            BenchOutput.Write($"lists.{pages[i].Name}.cpu", measured[i].ProcessorMilliseconds, "ms of processor each", measured[^1].ProcessorMilliseconds);
        }
    }
}
