using System.Collections.Concurrent;
using System.Collections.Frozen;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Agency.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Who somebody is and what they may do, as of now. Kept for two seconds at most and dropped at once when accounts or
/// stand-ins change in this process, so a disabled person's next act is refused within two seconds on every instance.
/// </summary>
public sealed class ActorDirectory : ICurrentRights, IDisposable
{
    internal static readonly TimeSpan KeepFor = TimeSpan.FromSeconds(2);

    private readonly IDbContextFactory<DinsosDbContext> _factory;
    private readonly AgencyDirectory _agency;
    private readonly IOptions<SignInOptions> _options;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, Known> _known = new();
    private readonly IDisposable[] _subscriptions;

    public ActorDirectory(IDbContextFactory<DinsosDbContext> factory, AgencyDirectory agency, ChangeFeed feed, IOptions<SignInOptions> options, TimeProvider time)
    {
        _factory = factory;
        _agency = agency;
        _options = options;
        _time = time;
        _subscriptions =
        [
            feed.Subscribe(Topic.Accounts, Forget),
            feed.Subscribe(Topic.Agency, _ => _known.Clear()),
        ];
    }

    public async ValueTask<Actor?> FindAsync(Guid userId, CancellationToken cancellationToken = default) =>
        (await GetAsync(userId, cancellationToken)).Actor;

    /// <summary>The actor, if the sign-in this ticket came from still holds: not disabled, no new password since, session not ended.</summary>
    public async ValueTask<Actor?> FindAsync(StaffTicket ticket, CancellationToken cancellationToken = default)
    {
        if (_known.TryGetValue(ticket.UserId, out var known) && IsFresh(known, _time.GetUtcNow()) && known.Holds(ticket))
        {
            return known.Actor;
        }

        // Nobody is turned away from memory: the sign-in may be younger than it, in this process or in another.
        known = await ReadAsync(ticket.UserId, cancellationToken);
        return known.Holds(ticket) ? known.Actor : null;
    }

    /// <summary>
    /// Drops what is known of a person, of everybody with <see cref="Guid.Empty"/>; for the process that has just changed it and
    /// must not wait for the feed.
    /// </summary>
    public void Forget(Guid userId)
    {
        if (userId == Guid.Empty)
        {
            _known.Clear();
        }
        else
        {
            _known.TryRemove(userId, out _);
        }
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private async ValueTask<Known> GetAsync(Guid userId, CancellationToken cancellationToken) =>
        _known.TryGetValue(userId, out var known) && IsFresh(known, _time.GetUtcNow()) ? known : await ReadAsync(userId, cancellationToken);

    private static bool IsFresh(Known known, DateTimeOffset now) => now - known.ReadAt < KeepFor && now >= known.ReadAt;

    private async Task<Known> ReadAsync(Guid userId, CancellationToken cancellationToken) =>
        _known[userId] = await LoadAsync(userId, _time.GetUtcNow(), cancellationToken);

    private async Task<Known> LoadAsync(Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await _factory.CreateDbContextAsync(cancellationToken);
        var account = await db.Users.AsNoTracking().Include(a => a.Roles).FirstOrDefaultAsync(a => a.Id == userId, cancellationToken);
        if (account is null || account.IsDisabled)
        {
            return new Known(null, null, [], now);
        }

        var agency = await _agency.FindAsync(cancellationToken);
        var today = agency?.DateOf(now.UtcDateTime) ?? DateOnly.FromDateTime(now.UtcDateTime);
        var standIns = await (from s in db.StandIns.AsNoTracking()
                              join o in db.Officials.AsNoTracking() on s.OfficialId equals o.Id
                              where s.ActingUserId == userId && s.RevokedAt == null && s.From <= today && s.Until >= today
                              select new { s.Kind, o.Role, o.UnitCode, o.PositionTitle }).ToListAsync(cancellationToken);
        var oldest = now.UtcDateTime.AddHours(-_options.Value.LongestHours);
        var sessions = await db.StaffSessions.AsNoTracking().Where(s => s.UserId == userId && s.EndedAt == null && s.StartedAt > oldest).Select(s => s.Id).ToListAsync(cancellationToken);
        var excluded = await db.RequestExclusions.AsNoTracking().Where(x => x.UserId == userId && x.LiftedAt == null).Select(x => x.RequestId).ToListAsync(cancellationToken);
        var locked = await db.VictimCases.AsNoTracking()
            .Where(c => c.IsLocked && !db.CaseMembers.Any(m => m.CaseId == c.Id && m.UserId == userId && m.RemovedAt == null))
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        var roles = account.Roles.Select(r => new RoleInUnit(r.Role, r.UnitCode)).ToList();
        foreach (var standIn in standIns)
        {
            roles.Add(new RoleInUnit(standIn.Role, standIn.UnitCode, standIn.Kind.Prefix() + standIn.PositionTitle));
        }

        var actingAs = standIns.Count > 0 ? string.Join(", ", roles.Where(r => r.ActingTitle is not null).Select(r => r.ActingTitle)) : null;
        var actor = new Actor(account.Id, account.FullName, account.Position, roles, actingAs) { ExcludedRequests = excluded.Concat(locked).ToFrozenSet() };
        return new Known(actor, account.SecurityStamp, [.. sessions], now);
    }

    private sealed record Known(Actor? Actor, string? Stamp, HashSet<Guid> Sessions, DateTimeOffset ReadAt)
    {
        public bool Holds(StaffTicket ticket) => Stamp == ticket.Stamp && Sessions.Contains(ticket.SessionId);
    }
}
