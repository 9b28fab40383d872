using System.Security.Claims;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// The sign-in of one circuit. When the account changes (disabled, new password, session ended) it is looked at again at
/// once, and once more when nothing older can be remembered anywhere; where it no longer holds the circuit becomes anonymous
/// and every open page gives way to the sign-in page. A slow look every half minute covers changes made by another process.
/// </summary>
internal sealed class StaffAuthenticationStateProvider : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);

    private readonly ActorDirectory _actors;
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private int _wanted;

    public StaffAuthenticationStateProvider(ActorDirectory actors, ChangeFeed feed, TimeProvider time)
    {
        _actors = actors;
        _timer = time.CreateTimer(_ => Look(), null, SlowLook, SlowLook);
        _subscription = feed.Subscribe(Topic.Accounts, id => _ = ChangedAsync(id));
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private async Task ChangedAsync(Guid userId)
    {
        if (await TicketAsync() is { } ticket && ticket.UserId == userId)
        {
            _timer.Change(ActorDirectory.KeepFor, SlowLook);
            Look();
        }
    }

    /// <summary>Asks for a look; one that is under way is followed by another, so that no change is missed.</summary>
    private void Look()
    {
        if (Interlocked.Increment(ref _wanted) == 1)
        {
            _ = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref _wanted);
            if (await TicketAsync() is { } ticket && await _actors.FindAsync(ticket) is null)
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        }
        while (Interlocked.CompareExchange(ref _wanted, 0, seen) != seen);
    }

    private async Task<StaffTicket?> TicketAsync()
    {
        try
        {
            return StaffClaims.Read((await GetAuthenticationStateAsync()).User);
        }
        catch (InvalidOperationException)
        {
            // The circuit has not been given its user yet; there is nothing to take back.
            return null;
        }
    }
}
