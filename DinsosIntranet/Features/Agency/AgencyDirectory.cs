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
    private readonly Dictionary<string, Desk> _retiredDesks = [];

    /// <summary>Who last changed which part of the settings. Read before everything else, so a page never saves over what it did not show.</summary>
    public IReadOnlyDictionary<string, SettingsRevision> Revisions { get; init; } = new Dictionary<string, SettingsRevision>();

    /// <summary>Units no longer in use, which old records still name.</summary>
    public IReadOnlyList<Unit> RetiredUnits { get; init; } = [];

    /// <summary>Desks no longer in use, where old requests ended.</summary>
    public IReadOnlyList<Desk> RetiredDesks
    {
        get => [.. _retiredDesks.Values];
        init => _retiredDesks = value.ToDictionary(d => d.Code);
    }

    public TimeZoneInfo Zone => Calendar.Zone;

    /// <summary>The version a page hands back when it saves; null where the part was never changed.</summary>
    public Guid? VersionOf(string part) => Revisions.GetValueOrDefault(part)?.Version;

    /// <summary>A desk requests may be sent to; null for one that does not exist or is no longer in use.</summary>
    public Desk? FindDesk(string code) => _desks.GetValueOrDefault(code);

    /// <summary>The desk a request lies at or ended at, in use or not.</summary>
    public Desk Desk(string code) => FindDesk(code) ?? _retiredDesks.GetValueOrDefault(code) ?? throw new KeyNotFoundException($"No desk '{code}'.");

    public string DeskName(string code) => (FindDesk(code) ?? _retiredDesks.GetValueOrDefault(code))?.Name ?? code;

    /// <summary>A unit in use or not; null for one that never existed.</summary>
    public Unit? FindUnit(string code) => Units.Concat(RetiredUnits).FirstOrDefault(u => u.Code == code);

    public string UnitName(string code) => FindUnit(code)?.Name ?? code;

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
        var allUnits = await db.Units.AsNoTracking().OrderBy(u => u.SortOrder).ToListAsync(cancellationToken);
        var allDesks = await db.Desks.AsNoTracking().Include(d => d.Members).OrderBy(d => d.SortOrder).ToListAsync(cancellationToken);
        return new AgencySnapshot(profile, calendar, [.. UnitRules.InTreeOrder(allUnits.FindAll(u => u.RetiredAt is null)).Select(u => u.Unit)], allDesks.FindAll(d => d.RetiredAt is null))
        {
            Revisions = revisions,
            RetiredUnits = allUnits.FindAll(u => u.RetiredAt is not null),
            RetiredDesks = allDesks.FindAll(d => d.RetiredAt is not null),
        };
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
