using System.Collections.Concurrent;
using DinsosIntranet.Features.Standards.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>A version of a standard, parsed, with the id under which requests keep it.</summary>
public sealed record LoadedStandard(Guid VersionId, DateOnly ActiveFrom, ServiceStandard Standard);

/// <summary>The standards as stored, parsed once. A version never changes, so what was parsed stays right for ever.</summary>
public sealed class StandardLibrary : IDisposable
{
    private readonly IDbContextFactory<DinsosDbContext> _factory;
    private readonly IDisposable _subscription;
    private readonly ConcurrentDictionary<Guid, LoadedStandard> _byVersion = new();
    private IReadOnlyList<LoadedStandard>? _all;

    public StandardLibrary(IDbContextFactory<DinsosDbContext> factory, ChangeFeed feed)
    {
        _factory = factory;
        _subscription = feed.Subscribe(Topic.Standards, _ => Volatile.Write(ref _all, null));
    }

    /// <summary>The version a request keeps.</summary>
    public async ValueTask<LoadedStandard> GetAsync(Guid versionId, CancellationToken cancellationToken = default)
    {
        if (_byVersion.TryGetValue(versionId, out var known))
        {
            return known;
        }

        await AllAsync(cancellationToken);
        return _byVersion[versionId];
    }

    /// <summary>The version of each standard that new requests start under on this day, in the order of their codes.</summary>
    public async ValueTask<IReadOnlyList<LoadedStandard>> ActiveOnAsync(DateOnly day, CancellationToken cancellationToken = default) =>
    [
        .. (await AllAsync(cancellationToken))
            .Where(s => s.ActiveFrom <= day)
            .GroupBy(s => s.Standard.Code)
            .Select(g => g.OrderByDescending(s => s.ActiveFrom).ThenByDescending(s => s.Standard.Version).First())
            .OrderBy(s => s.Standard.Code, StringComparer.Ordinal),
    ];

    public async ValueTask<LoadedStandard?> FindActiveAsync(string code, DateOnly day, CancellationToken cancellationToken = default) =>
        (await ActiveOnAsync(day, cancellationToken)).FirstOrDefault(s => s.Standard.Code == code);

    public void Dispose() => _subscription.Dispose();

    private async ValueTask<IReadOnlyList<LoadedStandard>> AllAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _all) is { } all)
        {
            return all;
        }

        await using var db = await _factory.CreateDbContextAsync(cancellationToken);
        var rows = await db.StandardVersions.AsNoTracking().ToListAsync(cancellationToken);
        var loaded = rows.ConvertAll(row => _byVersion.GetOrAdd(row.Id, _ =>
            new LoadedStandard(row.Id, row.ActiveFrom, StandardFile.Parse(row.Json, ServiceStandard.FileNameOf(row.Code)).Value.Standard)));
        Volatile.Write(ref _all, loaded);
        return loaded;
    }
}
