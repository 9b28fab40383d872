using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Calendar;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Files;
using DinsosIntranet.Shared.Keys;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Agency;

/// <summary>The agency's settings at one moment, read together and never changed.</summary>
public sealed record AgencySnapshot(
    AgencyProfile Profile,
    WorkCalendar Calendar,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<Desk> Desks)
{
    private readonly Dictionary<string, Desk> _desks = Desks.ToDictionary(d => d.Code);

    /// <summary>Who last changed which part of the settings. Read before everything else, so a page never saves over what it did not show.</summary>
    public IReadOnlyDictionary<string, SettingsRevision> Revisions { get; init; } = new Dictionary<string, SettingsRevision>();

    public TimeZoneInfo Zone => Calendar.Zone;

    /// <summary>The version a page hands back when it saves; null where the part was never changed.</summary>
    public Guid? VersionOf(string part) => Revisions.GetValueOrDefault(part)?.Version;

    public Desk? FindDesk(string code) => _desks.GetValueOrDefault(code);

    public Desk Desk(string code) => _desks.TryGetValue(code, out var desk) ? desk : throw new KeyNotFoundException($"No desk '{code}'.");

    public string DeskName(string code) => FindDesk(code)?.Name ?? code;

    public string UnitName(string code) => Units.FirstOrDefault(u => u.Code == code)?.Name ?? code;

    public DateOnly DateOf(DateTime utc) => Calendar.DateOf(utc);
}

/// <summary>Keeps the agency's settings in memory, since every page and clock needs them; reads them again when they changed.</summary>
public sealed class AgencyDirectory : IDisposable
{
    private readonly IDbContextFactory<DinsosDbContext> _factory;
    private readonly FileVault _vault;
    private readonly ILogger<AgencyDirectory> _logger;
    private readonly IDisposable _subscription;
    private readonly SemaphoreSlim _loading = new(1, 1);
    private AgencySnapshot? _current;
    private AgencySnapshot? _latest;
    private int _changes;

    public AgencyDirectory(IDbContextFactory<DinsosDbContext> factory, ChangeFeed feed, FileVault vault, ILogger<AgencyDirectory> logger)
    {
        (_factory, _vault, _logger) = (factory, vault, logger);
        _subscription = feed.Subscribe(Topic.Agency, _ => Forget());
    }

    /// <summary>The settings as last read, for places that cannot wait; at most one change behind.</summary>
    public AgencySnapshot? Latest => Volatile.Read(ref _latest);

    /// <summary>Null while the database has no agency yet.</summary>
    public async ValueTask<AgencySnapshot?> FindAsync(CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _current) is { } current)
        {
            return current;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            if (Volatile.Read(ref _current) is { } meanwhile)
            {
                return meanwhile;
            }

            // What changes while it is being read must not be kept: the next one reads again.
            var before = Volatile.Read(ref _changes);
            var loaded = await LoadAsync(cancellationToken);
            if (before == Volatile.Read(ref _changes))
            {
                Volatile.Write(ref _current, loaded);
            }

            Volatile.Write(ref _latest, loaded);
            return loaded;
        }
        finally
        {
            _loading.Release();
        }
    }

    public async ValueTask<AgencySnapshot> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new InvalidOperationException("The agency has not been set up yet.");

    /// <summary>Drops what is known; for the process that has just changed it and must not wait for the feed.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        Volatile.Write(ref _current, null);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _loading.Dispose();
    }

    private async Task<AgencySnapshot?> LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellationToken);
        var revisions = await db.SettingsRevisions.AsNoTracking().ToDictionaryAsync(r => r.Part, cancellationToken);
        var profile = await db.AgencyProfiles.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (profile is null)
        {
            return null;
        }

        profile.Logo = await LogoAsync(db, profile, cancellationToken);
        var days = await db.CalendarDates.AsNoTracking().OrderBy(d => d.Date).ToListAsync(cancellationToken);
        var hours = await db.OfficeHours.AsNoTracking().ToListAsync(cancellationToken);
        var calendar = new WorkCalendar(
            TimeZoneInfo.FindSystemTimeZoneById(profile.TimeZoneId),
            [.. hours.Select(h => h.ToProfile())],
            [.. days.Select(d => d.ToDay())]);
        var units = await db.Units.AsNoTracking().OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
        var desks = await db.Desks.AsNoTracking().Include(d => d.Members).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
        return new AgencySnapshot(profile, calendar, units, desks) { Revisions = revisions };
    }

    /// <summary>A picture that cannot be read costs the letterhead its emblem, never the counter its papers.</summary>
    private async Task<byte[]?> LogoAsync(DinsosDbContext db, AgencyProfile profile, CancellationToken cancellationToken)
    {
        if (profile.LogoFileId is not { } id)
        {
            return null;
        }

        try
        {
            var file = await db.StoredFiles.AsNoTracking().FirstAsync(f => f.Id == id, cancellationToken);
            return await _vault.ReadAllAsync(file.ToInfo(), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or KeyMissingException)
        {
            _logger.LogError(exception, "The picture of the letterhead cannot be read.");
            return null;
        }
    }
}
