using System.Data.Common;
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

    private const string Query =
        """
        SELECT "Sequence", "AtUtc", "ChainVersion", "KeyId", "ActorId", "ActorName", "Act", "RecordKind", "RecordId", "Text", "PreviousHash", "Hash"
        FROM "AuditRecords" ORDER BY "Sequence"
        """;

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

    /// <summary>
    /// All rows of a database in their order, read past EF Core: a trail has millions of rows, and nothing here changes them.
    /// </summary>
    internal static async IAsyncEnumerable<AuditRecord> RowsAsync(DinsosDbContext db, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Query;
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var seen = 0L;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (++seen % ReportEvery == 0)
            {
                progress?.Report(seen);

                // SQLite's reader never waits, so nothing else would give this thread back meanwhile.
                cancellationToken.ThrowIfCancellationRequested();
                await Task.Yield();
            }

            yield return Read(reader);
        }
    }

    private static AuditRecord Read(DbDataReader reader) => new()
    {
        Sequence = reader.GetInt64(0),
        AtUtc = DateTime.SpecifyKind(reader.GetDateTime(1), DateTimeKind.Utc),
        ChainVersion = reader.GetInt32(2),
        KeyId = reader.GetString(3),
        ActorId = reader.GetGuid(4),
        ActorName = reader.GetString(5),
        Act = reader.GetString(6),
        RecordKind = reader.GetString(7),
        RecordId = reader.GetString(8),
        Text = reader.GetString(9),
        PreviousHash = reader.GetString(10),
        Hash = reader.GetString(11),
    };
}
