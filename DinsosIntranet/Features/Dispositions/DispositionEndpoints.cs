using System.Net.Mime;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using Microsoft.Net.Http.Headers;

namespace DinsosIntranet.Features.Dispositions;

public static class DispositionEndpoints
{
    /// <summary>The disposition sheet of a request or of a letter, shown in the browser and counted as a copy; <c>?ukuran=a5</c> for the small one.</summary>
    public static void MapDispositionEndpoints(this WebApplication app) =>
        app.MapGet("/cetak/disposisi/{subjectId:guid}", PrintAsync).RequireAuthorization(Policies.Requests);

    private static async Task<IResult> PrintAsync(
        Guid subjectId, string? ukuran, HttpContext context, ActorDirectory actors, DispositionSheetWriter sheets, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        var sheet = await sheets.PrintAsync(subjectId, string.Equals(ukuran, "a5", StringComparison.OrdinalIgnoreCase), act, cancellationToken);
        if (!sheet.IsOk)
        {
            return Results.StatusCode(sheet.Kind == OutcomeKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        }

        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Inline);
        disposition.SetHttpFileName(sheet.Value.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(sheet.Value.Pdf, MediaTypeNames.Application.Pdf);
    }
}
