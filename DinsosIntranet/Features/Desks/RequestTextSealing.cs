using System.Runtime.CompilerServices;
using DinsosIntranet.Features.Agenda.Domain;
using DinsosIntranet.Features.Desks.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DinsosIntranet.Features.Desks;

/// <summary>
/// Encrypts the free text of rahasia requests and letters on its way into the database, whoever saves it: a service cannot forget it. What
/// the service holds in its hand stays readable, so that it can go on working with it.
/// </summary>
internal sealed class RequestTextSealing(IServiceProvider services) : SaveChangesInterceptor
{
    private static readonly ILookup<Type, FreeTextColumn> Columns = RequestTexts.Columns.ToLookup(c => c.Entity);

    private readonly ConditionalWeakTable<DbContext, List<(PropertyEntry Property, string Plain)>> _sealed = [];

    // Contexts are made before keys are opened; the first text that is saved is not.
    private RequestTexts Texts => field ??= services.GetRequiredService<RequestTexts>();

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
        {
            await SealAsync(db, cancellationToken);
        }

        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Everything is saved asynchronously.");

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Restore(eventData.Context, isSaved: true);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Restore(eventData.Context, isSaved: false);
        return Task.CompletedTask;
    }

    private async Task SealAsync(DbContext db, CancellationToken cancellationToken)
    {
        var written = Written(db);
        if (written.Count == 0)
        {
            return;
        }

        var confidential = await ConfidentialAsync(db, [.. written.Select(w => w.SubjectId).OfType<Guid>().Distinct()], cancellationToken);
        var kept = _sealed.GetOrCreateValue(db);
        foreach (var (property, column, _) in written.Where(w => w.Column.SubjectOf is null || (w.SubjectId is { } id && confidential.Contains(id))))
        {
            var plain = (string)property.CurrentValue!;
            kept.Add((property, plain));
            property.CurrentValue = Texts.Seal(column, column.RowOf(property.EntityEntry), plain);
        }
    }

    /// <summary>The texts this save would write.</summary>
    private static List<(PropertyEntry Property, FreeTextColumn Column, Guid? SubjectId)> Written(DbContext db)
    {
        var written = new List<(PropertyEntry, FreeTextColumn, Guid?)>();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            foreach (var column in Columns[entry.Metadata.ClrType])
            {
                var property = entry.Property(column.Property);
                if (property.CurrentValue is string && (entry.State == EntityState.Added || property.IsModified))
                {
                    written.Add((property, column, column.SubjectOf?.Invoke(entry)));
                }
            }
        }

        return written;
    }

    private static async Task<HashSet<Guid>> ConfidentialAsync(DbContext db, List<Guid> ids, CancellationToken cancellationToken)
    {
        var tracked = db.ChangeTracker.Entries<WorkItem>().Where(e => ids.Contains(e.Entity.Id)).Select(e => e.Entity).ToList();
        var confidential = tracked.Where(w => w.IsConfidential).Select(w => w.Id).ToHashSet();
        var others = ids.Except(tracked.Select(w => w.Id)).ToList();
        if (others.Count > 0)
        {
            confidential.UnionWith(await db.Set<WorkItem>().AsNoTracking().Where(w => others.Contains(w.Id) && w.IsConfidential).Select(w => w.Id).ToListAsync(cancellationToken));
        }

        var letters = db.ChangeTracker.Entries<AgendaEntry>().Where(e => others.Contains(e.Entity.Id) && e.Entity.Letter is not null).Select(e => e.Entity).ToList();
        confidential.UnionWith(letters.Where(a => a.Letter!.IsSecret).Select(a => a.Id));
        if (others.Except(letters.Select(a => a.Id)).ToList() is { Count: > 0 } untracked)
        {
            confidential.UnionWith(await db.Set<AgendaEntry>().AsNoTracking().Where(a => untracked.Contains(a.Id) && a.Letter!.IsSecret).Select(a => a.Id).ToListAsync(cancellationToken));
        }

        return confidential;
    }

    private void Restore(DbContext? db, bool isSaved)
    {
        if (db is null || !_sealed.TryGetValue(db, out var kept))
        {
            return;
        }

        _sealed.Remove(db);
        foreach (var (property, plain) in kept)
        {
            property.CurrentValue = plain;
            if (isSaved)
            {
                property.OriginalValue = plain;
                property.IsModified = false;
            }
        }
    }
}
