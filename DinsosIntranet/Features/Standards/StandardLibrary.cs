using System.Collections.Concurrent;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>A version of a standard, parsed, with the id under which requests keep it.</summary>
public sealed record LoadedStandard(Guid VersionId, ServiceStandard Standard);

/// <summary>
/// The standards as stored, parsed once, with the days from which they count. A version never changes, so what was parsed
/// stays right for ever; the days are read again when one was decided. Which version counts is asked of each moment anew,
/// so that a planned one counts from midnight on without anybody doing anything.
/// </summary>
public sealed class StandardLibrary : IDisposable
{
    private readonly IDbContextFactory<DinsosDbContext> _factory;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<Guid, LoadedStandard> _byVersion = new();
    private readonly SemaphoreSlim _loading = new(1, 1);
    private IReadOnlyList<IReadOnlyList<StandardPlan>>? _schedules;
    private int _changes;

    public StandardLibrary(IDbContextFactory<DinsosDbContext> factory, ChangeFeed feed)
    {
        _factory = factory;
        _subscription = feed.Subscribe(Topic.Standards, _ => Forget());
    }

    /// <summary>The version a request keeps.</summary>
    public async ValueTask<LoadedStandard> GetAsync(Guid versionId, CancellationToken cancellationToken = default)
    {
        if (_byVersion.TryGetValue(versionId, out var known))
        {
            return known;
        }

        // Another process may have imported it a moment ago.
        await using var db = await _factory.CreateDbContextAsync(cancellationToken);
        await ReadVersionsAsync(db, [versionId], cancellationToken);
        return _byVersion[versionId];
    }

    /// <summary>The version of each standard that new requests start under on this day, in the order of their codes.</summary>
    public async ValueTask<IReadOnlyList<LoadedStandard>> ActiveOnAsync(DateOnly day, CancellationToken cancellationToken = default) =>
    [
        .. (await SchedulesAsync(cancellationToken))
            .Select(plans => ScheduleRules.On(plans, day)?.VersionId)
            .OfType<Guid>()
            .Select(id => _byVersion[id])
            .OrderBy(s => s.Standard.Code, StringComparer.Ordinal),
    ];

    /// <summary>The versions that are to count from some day after this one.</summary>
    public async ValueTask<IReadOnlyList<LoadedStandard>> PlannedAfterAsync(DateOnly day, CancellationToken cancellationToken = default) =>
        [.. (await SchedulesAsync(cancellationToken)).SelectMany(p => p).Where(p => !p.HasBegun(day)).Select(p => p.VersionId).OfType<Guid>().Distinct().Select(id => _byVersion[id])];

    public async ValueTask<LoadedStandard?> FindActiveAsync(string code, DateOnly day, CancellationToken cancellationToken = default) =>
        (await ActiveOnAsync(day, cancellationToken)).FirstOrDefault(s => s.Standard.Code == code);

    /// <summary>Drops the days; for the process that has just changed them and must not wait for the feed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _schedules, null);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _loading.Dispose();
    }

    private async ValueTask<IReadOnlyList<IReadOnlyList<StandardPlan>>> SchedulesAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _schedules) is { } schedules)
        {
            return schedules;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref _schedules) is { } meanwhile)
            {
                return meanwhile;
            }

            // What changes while it is being read must not be kept: the next one reads again.
            var before = Volatile.Read(ref _changes);
            await using var db = await _factory.CreateDbContextAsync(cancellationToken);
            var plans = await db.StandardPlans.AsNoTracking().ToListAsync(cancellationToken);
            await ReadVersionsAsync(db, [.. plans.Select(p => p.VersionId).OfType<Guid>().Distinct().Where(id => !_byVersion.ContainsKey(id))], cancellationToken);
            IReadOnlyList<IReadOnlyList<StandardPlan>> loaded = [.. plans.GroupBy(p => p.Code).Select(ScheduleRules.InOrder)];
            if (before == Volatile.Read(ref _changes))
            {
                Volatile.Write(ref _schedules, loaded);
            }

            return loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task ReadVersionsAsync(DinsosDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return;
        }

        foreach (var row in await db.StandardVersions.AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Code, v.Json }).ToListAsync(cancellationToken))
        {
            _byVersion.GetOrAdd(row.Id, id => new LoadedStandard(id, StandardFile.Parse(row.Json, ServiceStandard.FileNameOf(row.Code)).Value.Standard));
        }
    }
}
