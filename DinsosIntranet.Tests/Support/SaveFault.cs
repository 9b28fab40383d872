using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Tests.Support;

/// <summary>Makes one save fail when armed, as a full disk or another writer would.</summary>
public sealed class SaveFault : SaveChangesInterceptor
{
    private Exception? _next;
    private Type? _entity;

    /// <summary>The next save that adds or changes such a row fails.</summary>
    public void Arm<TEntity>(Exception exception)
    {
        _entity = typeof(TEntity);
        _next = exception;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (_next is { } exception && eventData.Context!.ChangeTracker.Entries().Any(e => e.Entity.GetType() == _entity && e.State != Microsoft.EntityFrameworkCore.EntityState.Unchanged))
        {
            _next = null;
            throw exception;
        }

        return ValueTask.FromResult(result);
    }
}
