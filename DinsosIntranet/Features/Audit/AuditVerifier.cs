using System.Runtime.CompilerServices;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Keys;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Audit;

/// <summary>Checks the whole trail of the database against its keys and the anchor file, streaming: memory does not grow with the trail.</summary>
public sealed class AuditVerifier(IDbContextFactory<DinsosDbContext> factory, KeyRing keys, AuditAnchorFile anchorFile)
{
    private const int ReportEvery = 5_000;

    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.AuditRecords.MaxAsync(r => (long?)r.Sequence, cancellationToken) ?? 0;
    }

    /// <summary>The anchor is read before the rows: those written meanwhile only come after it, which is no fault.</summary>
    public async Task<AuditCheckResult> VerifyAsync(IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        var anchor = anchorFile.Read();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await AuditChain.VerifyAsync(RowsAsync(db, progress, cancellationToken), FindKey, anchor, cancellationToken);
    }

    private ReadOnlyMemory<byte>? FindKey(string id) => keys.Find(id) is { Purpose: KeyPurpose.AuditTrail } key ? key.Material : null;

    /// <summary>All rows of a database in their order.</summary>
    internal static async IAsyncEnumerable<AuditRecord> RowsAsync(DinsosDbContext db, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = 0L;
        await foreach (var record in db.AuditRecords.AsNoTracking().OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (++seen % ReportEvery == 0)
            {
                progress?.Report(seen);

                // SQLite's reader never waits, so nothing else would give this thread back meanwhile.
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            yield return record;
        }
    }
}
