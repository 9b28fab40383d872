using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DinsosIntranet.Features.Desks.Domain;
using DinsosIntranet.Features.Kiosks.Domain;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;

namespace DinsosIntranet.Features.Kiosks;

/// <summary>A paired screen and how it is to look.</summary>
public sealed record Kiosk(Guid Id, BoardFilter Filter, int PageSeconds, KioskTheme Theme, DateTime? LastSeenAt);

/// <summary>
/// Which screens are paired, as of now. Kept for two seconds at most and dropped at once when a screen changes in this
/// process, as with staff (<see cref="Accounts.ActorDirectory"/>).
/// </summary>
public sealed class KioskDirectory : IDisposable
{
    private static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(2);

    private readonly IDbContextFactory<DinsosDbContext> _factory;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly IDisposable _subscription;
    private int _changes;

    public KioskDirectory(IDbContextFactory<DinsosDbContext> factory, ChangeFeed feed, TimeProvider time)
    {
        _factory = factory;
        _time = time;
        _subscription = feed.Subscribe(Topic.Kiosks, Forget);
    }

    /// <summary>The screen, if the token with this hash is the one it was given last and it has not been revoked.</summary>
    public async ValueTask<Kiosk?> FindAsync(Guid id, string tokenHash, CancellationToken cancellationToken = default)
    {
        var now = _time.GetUtcNow();
        if (!_known.TryGetValue(id, out var known) || now - known.ReadAt >= KeepFor || now < known.ReadAt)
        {
            var changes = Volatile.Read(ref _changes);
            known = await LoadAsync(id, now, cancellationToken);
            if (known is null)
            {
                // Ids anybody may invent are not remembered.
                return null;
            }

            // What was read while a screen changed may be what it was before.
            if (changes == Volatile.Read(ref _changes))
            {
                _known[id] = known;
            }
        }

        return known.TokenHash is { } hash && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(tokenHash)) ? known.Kiosk : null;
    }

    /// <summary>Drops what is known of a screen; for the process that has just changed it and must not wait for the feed.</summary>
    public void Forget(Guid id)
    {
        Interlocked.Increment(ref _changes);
        _known.TryRemove(id, out _);
    }

    public void Dispose() => _subscription.Dispose();

    private async Task<Known?> LoadAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellationToken);
        var device = await db.KioskDevices.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, cancellationToken);
        return device is null
            ? null
            : new Known(new Kiosk(device.Id, new BoardFilter(device.ServiceCode, device.UnitCode), device.PageSeconds, device.Theme, device.LastSeenAt), device.TokenHash, now);
    }

    private sealed record Known(Kiosk Kiosk, string? TokenHash, DateTimeOffset ReadAt);
}
