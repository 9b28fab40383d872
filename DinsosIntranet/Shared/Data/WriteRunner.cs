using System.Data;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DinsosIntranet.Shared.Data;

/// <summary>Seals notes into the trail, inside the transaction of the write they describe.</summary>
public interface IAuditSealer
{
    Task SealAsync(DinsosDbContext db, ActionContext act, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken);
}

/// <summary>The rights a person has at this moment; null when they may do nothing any more.</summary>
public interface ICurrentRights
{
    ValueTask<Actor?> FindAsync(Guid userId, CancellationToken cancellationToken);
}

/// <summary>
/// Runs every write the same way: pass the gate, open the transaction, take the actor's rights as they are now, let the
/// service check and change, seal the trail, commit, publish. A refusal rolls everything back; one for want of rights is
/// itself recorded.
/// </summary>
public sealed class WriteRunner(
    IDbContextFactory<DinsosDbContext> factory,
    WriteGate gate,
    IAuditSealer sealer,
    ICurrentRights rights,
    ChangeFeed feed,
    ILogger<WriteRunner> logger)
{
    private const string StaleMessage = "Data berubah sejak Anda buka. Muat ulang untuk melihat perubahannya.";

    public async Task<Outcome> RunAsync(ActionContext act, Func<WriteScope, Task<Outcome>> work, CancellationToken cancellationToken = default)
    {
        var outcome = await RunAsync<bool>(
            act,
            async scope =>
            {
                var inner = await work(scope);
                return inner.IsOk ? true : inner.AsFailure();
            },
            cancellationToken);
        return outcome;
    }

    public async Task<Outcome<T>> RunAsync<T>(ActionContext act, Func<WriteScope, Task<Outcome<T>>> work, CancellationToken cancellationToken = default)
    {
        using (await gate.EnterAsync(cancellationToken))
        {
            if (act.Actor != Actor.System)
            {
                var current = await rights.FindAsync(act.Actor.UserId, cancellationToken);
                if (current is null)
                {
                    return Outcome.Forbidden("Akun Anda sudah tidak aktif. Isian tidak disimpan.");
                }

                act = act with { Actor = current };
            }

            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            var scope = new WriteScope(db, act);
            Outcome<T> outcome;
            try
            {
                outcome = await work(scope);
                if (outcome.IsOk)
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await sealer.SealAsync(db, act, scope.Notes, cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                outcome = Outcome.Conflict(StaleMessage);
            }
            catch (DbUpdateException exception) when (IsUniqueViolation(exception))
            {
                logger.LogWarning("A write met a row that another write had just made ({Act}).", scope.Notes.Count > 0 ? scope.Notes[0].Act : "?");
                outcome = Outcome.Conflict(StaleMessage);
            }
            catch
            {
                await scope.UndoAsync();
                throw;
            }

            if (!outcome.IsOk)
            {
                await transaction.RollbackAsync(CancellationToken.None);
                await scope.UndoAsync();
                if (outcome.Kind == OutcomeKind.Forbidden)
                {
                    await RecordRefusalAsync(act, scope.Notes, cancellationToken);
                }

                return outcome;
            }

            foreach (var (topic, id) in scope.Events)
            {
                feed.Publish(topic, id);
            }

            return outcome;
        }
    }

    private async Task RecordRefusalAsync(ActionContext act, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refused = notes.Count > 0 ? notes[^1] : new AuditNote("tulis", "-", "-", []);
        await sealer.SealAsync(db, act, [refused with { Act = "ditolak:" + refused.Act, Changes = [] }], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static bool IsUniqueViolation(DbUpdateException exception) => exception.InnerException switch
    {
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };
}
