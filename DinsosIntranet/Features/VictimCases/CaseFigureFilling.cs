using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Features.VictimCases.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.VictimCases;

/// <summary>Counts cases that are older than the recap: a batch of them a write, each once, and none the next time.</summary>
public sealed class CaseFigureFilling(WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agencies, CaseVault vault, FigureVault figures, TimeProvider time)
{
    private const int Batch = 50;

    /// <summary>Returns how many cases got their row.</summary>
    public async Task<int> FillAsync(CancellationToken cancellationToken = default)
    {
        var total = 0;
        while (await agencies.FindAsync(cancellationToken) is { } agency && await AnyMissingAsync(cancellationToken))
        {
            total += await FillBatchAsync(agency, cancellationToken);
        }

        return total;
    }

    private async Task<bool> AnyMissingAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Missing(db).AnyAsync(cancellationToken);
    }

    private async Task<int> FillBatchAsync(AgencySnapshot agency, CancellationToken cancellationToken)
    {
        var text = new AuditText();
        var outcome = await writes.RunAsync<int>(
            ActionContext.For(Actor.System, time, "sistem"),
            async scope =>
            {
                scope.Audit("kasus.rekap-isi", CaseService.RecordKind, Guid.Empty, text);
                var cases = await Missing(scope.Db).OrderBy(c => c.Id).Take(Batch).ToListAsync(cancellationToken);
                var ids = cases.ConvertAll(c => c.Id);
                var blocks = (await scope.Db.CaseBlocks.AsNoTracking().Where(b => ids.Contains(b.CaseId) && b.RemovedAt == null).OrderBy(b => b.Ordinal).ToListAsync(cancellationToken)).ToLookup(b => b.CaseId);
                foreach (var victimCase in cases)
                {
                    var row = FigureVault.Begin(victimCase, agency);
                    using var key = vault.Open(victimCase);
                    if (key is not null)
                    {
                        figures.Set(row, CodedCase.Of([.. blocks[victimCase.Id].Select(b => new FilledBlock(b.Id, b.Kind, b.Ordinal, b.ParentId, CaseVault.Read(key, b)))]));
                    }

                    scope.Db.CaseFigures.Add(row);
                }

                text.Fact("kasus", cases.Count);
                return cases.Count;
            },
            cancellationToken);
        return outcome.IsOk ? outcome.Value : throw new InvalidOperationException(outcome.Message);
    }

    private static IQueryable<VictimCase> Missing(DinsosDbContext db) => db.VictimCases.Where(c => !db.CaseFigures.Any(f => f.Id == c.Id));
}

/// <summary>Looks once after the start.</summary>
internal sealed class CaseFigureFillingStart(CaseFigureFilling filling, ILogger<CaseFigureFillingStart> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await filling.FillAsync(stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "Older cases could not be counted for the recap; tried again at the next start.");
        }
    }
}
