using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Standards;

/// <summary>
/// Tells open pages when a planned version begins to count, which no write announces, and on PostgreSQL, where several
/// processes may serve one database, notices what another of them decided. One look every half minute for the whole
/// process; no viewer costs a query.
/// </summary>
internal sealed class StandardWatch(
    IDbContextFactory<DinsosDbContext> factory, StandardLibrary library, AgencyDirectory agencies, ChangeFeed feed, TimeProvider time, ILogger<StandardWatch> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private IReadOnlyList<Guid>? _counting;
    private string? _decided;

    /// <summary>One look. The first only remembers.</summary>
    public async Task LookAsync(CancellationToken cancellationToken = default)
    {
        if (await agencies.FindAsync(cancellationToken) is not { } agency)
        {
            return;
        }

        var hasOthers = await DecidedElsewhereAsync(cancellationToken);
        if (hasOthers)
        {
            library.Forget();
        }

        IReadOnlyList<Guid> counting = [.. (await library.ActiveOnAsync(agency.DateOf(time.GetUtcNow().UtcDateTime), cancellationToken)).Select(s => s.VersionId)];
        if (hasOthers || (_counting is { } before && !before.SequenceEqual(counting)))
        {
            feed.Publish(Topic.Standards, Guid.Empty);
        }

        _counting = counting;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "The standards could not be looked at; tried again in half a minute.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Whether days or versions differ from those of the look before; this process's own changes count too, and do no harm.</summary>
    private async Task<bool> DecidedElsewhereAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (!db.Database.IsNpgsql())
        {
            return false;
        }

        var schedules = await db.StandardSchedules.AsNoTracking().OrderBy(s => s.Code).Select(s => s.Version).ToListAsync(cancellationToken);
        var decided = $"{string.Join(' ', schedules)} {await db.StandardVersions.CountAsync(cancellationToken)}";
        var before = _decided;
        _decided = decided;
        return before is not null && before != decided;
    }
}
