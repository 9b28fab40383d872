using DinsosIntranet.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Puts writes whose rules look at several rows one after another: two administrators who disable each other at the same
/// moment must not both succeed. On SQLite the write gate does that; on PostgreSQL a lock of the transaction.
/// </summary>
internal static class AccountLock
{
    private const long AllAccounts = 0x41_4B_55_4E; // "AKUN"

    public static Task TakeAsync(WriteScope scope, CancellationToken cancellationToken) => TakeAsync(scope, AllAccounts, cancellationToken);

    /// <summary>For acts on one account only, such as counting failed sign-ins.</summary>
    public static Task TakeAsync(WriteScope scope, Guid userId, CancellationToken cancellationToken) =>
        TakeAsync(scope, BitConverter.ToInt64(userId.ToByteArray(), 8), cancellationToken);

    private static async Task TakeAsync(WriteScope scope, long key, CancellationToken cancellationToken)
    {
        if (scope.Db.Database.IsNpgsql())
        {
            await scope.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
        }
    }
}
