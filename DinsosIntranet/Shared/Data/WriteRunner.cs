using System.Data;
using DinsosIntranet.Features.Audit;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DinsosIntranet.Shared.Data;

/// <summary>The rights a person has at this moment; null when they may do nothing any more.</summary>
public interface ICurrentRights
{
    ValueTask<Actor?> FindAsync(Guid userId, CancellationToken cancellationToken = default);
}

/// <summary>
/// Runs every write the same way: pass the gate, open the transaction, take the actor's rights as they are now, let the
/// service check and change, seal the trail, commit, publish. A refusal rolls everything back; one for want of rights is
/// itself recorded. Where two writes met in the same row, the later one is run again once on fresh data, so that its own
/// rules can say who was first and when.
/// </summary>
public sealed class WriteRunner(
    IDbContextFactory<DinsosDbContext> factory,
    WriteGate gate,
    AuditSealer sealer,
    ICurrentRights rights,
    ChangeFeed feed)
{
    private const int Attempts = 2;

    public async Task<Outcome> RunAsync(ActionContext act, Func<WriteScope, Task<Outcome>> work, CancellationToken cancellationToken = default) =>
        await RunAsync<bool>(
            act,
            async scope =>
            {
                var inner = await work(scope);
                return inner.IsOk ? true : inner.AsFailure();
            },
            cancellationToken);

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

            for (var attempt = 1; ; attempt++)
            {
                if (await TryAsync(act, work, cancellationToken) is { } outcome)
                {
                    return outcome;
                }

                if (attempt == Attempts)
                {
                    return Outcome.Conflict("Data berubah sejak Anda buka. Muat ulang untuk melihat perubahannya.");
                }
            }
        }
    }

    /// <summary>One attempt; null when another write changed the same rows meanwhile.</summary>
    private async Task<Outcome<T>?> TryAsync<T>(ActionContext act, Func<WriteScope, Task<Outcome<T>>> work, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // A save that fails ends the whole write, so there is nothing to go back to within it.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var scope = new WriteScope(db, act);
        try
        {
            var outcome = await work(scope);
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

            var end = await sealer.SealAsync(db, act, scope.Notes, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            sealer.Committed(end);
            foreach (var (topic, id) in scope.Events)
            {
                feed.Publish(topic, id);
            }

            return outcome;
        }
        catch (Exception exception)
        {
            await scope.UndoAsync();
            if (exception is DbUpdateConcurrencyException || IsCollision(exception))
            {
                return null;
            }

            throw;
        }
    }

    private async Task RecordRefusalAsync(ActionContext act, IReadOnlyList<AuditNote> notes, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var refused = notes.Count > 0 ? notes[^1] : new AuditNote("tulis", "-", "-", new AuditText());
        var end = await sealer.SealAsync(db, act, [refused with { Act = "ditolak:" + refused.Act, Text = new AuditText() }], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        sealer.Committed(end);
    }

    /// <summary>EF wraps what the database said, and Npgsql wraps once more what it takes for passing (a deadlock).</summary>
    private static bool IsCollision(Exception? exception) => exception switch
    {
        null => false,
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => true,
        _ => IsCollision(exception.InnerException),
    };
}
