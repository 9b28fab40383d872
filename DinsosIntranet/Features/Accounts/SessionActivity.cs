using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// Notes which sessions were seen since the last time somebody asked. Every click says so; the database hears of it once a
/// minute, for all of them in one write.
/// </summary>
public sealed class SessionActivity(TimeProvider time)
{
    private ConcurrentDictionary<Guid, DateTime> _seen = new();

    public void Seen(Guid sessionId) => _seen[sessionId] = Shared.Acting.ActionContext.CutToMilliseconds(time.GetUtcNow().UtcDateTime);

    /// <summary>What was seen, once.</summary>
    public IReadOnlyDictionary<Guid, DateTime> Take() => Interlocked.Exchange(ref _seen, new ConcurrentDictionary<Guid, DateTime>());
}

/// <summary>Every event that comes in over a circuit is a sign of life of its session; what the server sends is none.</summary>
internal sealed class SessionActivityHandler(AuthenticationStateProvider authentication, SessionActivity activity) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            await NoteAsync();
            await next(context);
        };

    private async Task NoteAsync()
    {
        try
        {
            if (StaffClaims.Read((await authentication.GetAuthenticationStateAsync()).User) is { } ticket)
            {
                activity.Seen(ticket.SessionId);
            }
        }
        catch (InvalidOperationException)
        {
            // The circuit has not been given its user yet.
        }
    }
}

/// <summary>Once a minute brings the database up to date, ends what idled, and once a day forgets what ended long ago.</summary>
internal sealed class SessionKeeper(SessionService sessions, SessionActivity activity, TimeProvider time, ILogger<SessionKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var removedAt = DateTimeOffset.MinValue;
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await sessions.KeepAsync(activity.Take(), stoppingToken);
                if (time.GetUtcNow() - removedAt > Day)
                {
                    removedAt = time.GetUtcNow();
                    await sessions.RemoveOldAsync(stoppingToken);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogError(exception, "Sessions could not be brought up to date; tried again in a minute.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
