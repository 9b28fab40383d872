using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;

namespace DinsosIntranet.App;

internal static class AccountEndpoints
{
    public static void MapAccountEndpoints(this WebApplication app) =>
        app.MapPost("/keluar", async (HttpContext context, IAntiforgery antiforgery, AccountService accounts, ActorDirectory actors, TimeProvider time) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            if (StaffClaims.Read(context.User) is { } ticket && await actors.FindAsync(ticket, context.RequestAborted) is { } actor)
            {
                await accounts.SignOutAsync(ticket.SessionId, ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?"), context.RequestAborted);
            }

            await context.SignOutAsync(StaffClaims.Scheme);
            return Results.LocalRedirect("/masuk");
        }).AllowAnonymous();
}
