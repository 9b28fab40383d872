using System.Security.Claims;
using DinsosIntranet.Shared.Live;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace DinsosIntranet.Features.Accounts;

/// <summary>
/// The sign-in of one circuit. When the account changes (disabled, new password) it is looked at again at once; where it no
/// longer holds the circuit becomes anonymous and every open page gives way to the sign-in page. A slow look every
/// half minute covers changes made by another process.
/// </summary>
internal sealed class StaffAuthenticationStateProvider : ServerAuthenticationStateProvider, IDisposable
{
    private static readonly TimeSpan SlowLook = TimeSpan.FromSeconds(30);

    private readonly ActorDirectory _actors;
    private readonly IDisposable _subscription;
    private readonly ITimer _timer;
    private int _checking;

    public StaffAuthenticationStateProvider(ActorDirectory actors, ChangeFeed feed, TimeProvider time)
    {
        _actors = actors;
        _subscription = feed.Subscribe(Topic.Accounts, id => _ = CheckAsync(id));
        _timer = time.CreateTimer(_ => _ = CheckAsync(null), null, SlowLook, SlowLook);
    }

    public void Dispose()
    {
        _subscription.Dispose();
        _timer.Dispose();
    }

    private async Task CheckAsync(Guid? changed)
    {
        if (Interlocked.Exchange(ref _checking, 1) == 1)
        {
            return;
        }

        try
        {
            AuthenticationState state;
            try
            {
                state = await GetAuthenticationStateAsync();
            }
            catch (InvalidOperationException)
            {
                // The circuit has not been given its user yet; there is nothing to take back.
                return;
            }

            if (StaffClaims.Read(state.User) is { } claims
                && (changed is null || changed == claims.UserId)
                && await _actors.FindAsync(claims.UserId, claims.Stamp) is null)
            {
                SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
            }
        }
        finally
        {
            Volatile.Write(ref _checking, 0);
        }
    }
}
