using DinsosIntranet.Features.Accounts.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using DinsosIntranet.Shared.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DinsosIntranet.Features.Accounts;

/// <summary>One open session as its owner or an administrator reads it.</summary>
public sealed record SessionLine(Guid Id, DateTime StartedAt, DateTime LastSeenAt, string Address, string Browser);

/// <summary>
/// The sign-ins of everybody, each a row. An ended one is refused within two seconds wherever it is open. What ended longer
/// ago than <see cref="KeptFor"/> is removed.
/// </summary>
public sealed class SessionService(
    WriteRunner writes, IDbContextFactory<DinsosDbContext> factory, ActorDirectory actors, IOptions<SignInOptions> options, TimeProvider time)
{
    private const int MostShown = 100;

    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(90);

    public async Task<IReadOnlyList<SessionLine>> OpenAsync(Guid userId, CancellationToken cancellationToken = default)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.StaffSessions.AsNoTracking()
            .Where(s => s.UserId == userId && s.EndedAt == null)
            .OrderByDescending(s => s.LastSeenAt).ThenByDescending(s => s.Id)
            .Take(MostShown)
            .Select(s => new SessionLine(s.Id, s.StartedAt, s.LastSeenAt, s.Address, s.Browser))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends one session: one's own, or as an administrator anybody's.</summary>
    public Task<Outcome> EndAsync(Guid sessionId, ActionContext act, CancellationToken cancellationToken = default) =>
        EndAsync(act, async scope =>
        {
            var session = await scope.Db.StaffSessions.FirstOrDefaultAsync(s => s.Id == sessionId, cancellationToken);
            var isOwn = session?.UserId == scope.Actor.UserId;
            scope.Audit("sesi.akhiri", AccountService.RecordKind, session?.UserId ?? scope.Actor.UserId);
            if (!isOwn && !AccountAdministration.MayAdminister(scope.Actor))
            {
                return Outcome.Forbidden();
            }

            if (session is not { IsOpen: true })
            {
                return Outcome.NotFound("Sesi ini sudah berakhir.");
            }

            session.Close(isOwn ? SessionEnd.EndedByOwner : SessionEnd.EndedByAdministrator, scope.Now);
            scope.Publish(Topic.Accounts, session.UserId);
            return session.UserId;
        }, cancellationToken);

    /// <summary>Ends all sessions of a person but the one that asks.</summary>
    public Task<Outcome> EndAllAsync(Guid userId, Guid? except, ActionContext act, CancellationToken cancellationToken = default) =>
        EndAsync(act, async scope =>
        {
            var isOwn = userId == scope.Actor.UserId;
            scope.Audit("sesi.akhiri-semua", AccountService.RecordKind, userId);
            if (!isOwn && !AccountAdministration.MayAdminister(scope.Actor))
            {
                return Outcome.Forbidden();
            }

            await CloseAllAsync(scope, userId, except, isOwn ? SessionEnd.EndedByOwner : SessionEnd.EndedByAdministrator, cancellationToken);
            scope.Publish(Topic.Accounts, userId);
            return userId;
        }, cancellationToken);

    /// <summary>Writes when sessions were last seen, and ends those that idled or lasted too long.</summary>
    public async Task KeepAsync(IReadOnlyDictionary<Guid, DateTime> seen, CancellationToken cancellationToken = default)
    {
        var act = ActionContext.For(Actor.System, time, "sistem");
        await writes.RunAsync(
            act,
            async scope =>
            {
                foreach (var (id, at) in seen)
                {
                    await scope.Db.StaffSessions.Where(s => s.Id == id && s.EndedAt == null && s.LastSeenAt < at).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, at), cancellationToken);
                }

                var idle = scope.Now.AddMinutes(-options.Value.IdleMinutes);
                var oldest = scope.Now.AddHours(-options.Value.LongestHours);
                var over = await scope.Db.StaffSessions.Where(s => s.EndedAt == null && (s.LastSeenAt < idle || s.StartedAt < oldest)).ToListAsync(cancellationToken);
                foreach (var session in over)
                {
                    session.Close(session.StartedAt < oldest ? SessionEnd.TooLong : SessionEnd.Idle, scope.Now);
                    scope.Publish(Topic.Accounts, session.UserId);
                }

                return Outcome.Ok();
            },
            cancellationToken);
    }

    /// <summary>Removes sessions that ended long ago; returns how many.</summary>
    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken = default)
    {
        var removed = 0;
        await writes.RunAsync(
            ActionContext.For(Actor.System, time, "sistem"),
            async scope =>
            {
                var before = scope.Now - KeptFor;
                removed = await scope.Db.StaffSessions.Where(s => s.EndedAt < before).ExecuteDeleteAsync(cancellationToken);
                return Outcome.Ok();
            },
            cancellationToken);
        return removed;
    }

    internal static StaffSession Open(WriteScope scope, Guid userId, string browser)
    {
        var session = new StaffSession
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            StartedAt = scope.Now,
            LastSeenAt = scope.Now,
            Address = scope.Act.Origin[..Math.Min(scope.Act.Origin.Length, StaffSession.AddressMaxLength)],
            Browser = browser[..Math.Min(browser.Length, StaffSession.BrowserMaxLength)],
        };
        scope.Db.StaffSessions.Add(session);
        return session;
    }

    internal static async Task CloseAllAsync(WriteScope scope, Guid userId, Guid? except, SessionEnd end, CancellationToken cancellationToken)
    {
        foreach (var session in await scope.Db.StaffSessions.Where(s => s.UserId == userId && s.EndedAt == null && s.Id != except).ToListAsync(cancellationToken))
        {
            session.Close(end, scope.Now);
        }
    }

    private async Task<Outcome> EndAsync(ActionContext act, Func<WriteScope, Task<Outcome<Guid>>> end, CancellationToken cancellationToken)
    {
        var outcome = await writes.RunAsync(act, end, cancellationToken);
        if (outcome.IsOk)
        {
            actors.Forget(outcome.Value);
        }

        return outcome;
    }
}
