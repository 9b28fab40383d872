using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;
using Microsoft.AspNetCore.Components.Authorization;

namespace DinsosIntranet.App;

/// <summary>The signed-in person of this circuit (or static page), always with the rights of this moment.</summary>
internal sealed class StaffActors(AuthenticationStateProvider authentication, ActorDirectory actors, WriteRunner writes, CircuitOrigin origin, TimeProvider time)
    : ActorAccessor
{
    public override async ValueTask<Actor?> GetAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return StaffClaims.Read(state.User) is { } ticket ? await actors.FindAsync(ticket) : null;
    }

    public override async ValueTask RecordRefusalAsync(string path)
    {
        if (await GetAsync() is { } actor)
        {
            await writes.RunAsync(ActionContext.For(actor, time, origin.Text), scope =>
            {
                scope.Audit("halaman.ditolak", "halaman", actor.UserId, new AuditText().Fact("halaman", path));
                return Task.FromResult(Outcome.Ok());
            });
        }
    }
}

/// <summary>As <see cref="StaffActors"/>, for the pages' acts.</summary>
internal sealed class StaffActingUser(ActorAccessor accessor, CircuitOrigin origin, TimeProvider time) : ActingUser
{
    public override ValueTask<Actor?> FindAsync() => accessor.GetAsync();

    public override async ValueTask<ActionContext> ActAsync(string? reason = null) =>
        ActionContext.For(
            await accessor.GetAsync() ?? throw new InvalidOperationException("Nobody is signed in any more."),
            time,
            origin.Text,
            reason);
}
