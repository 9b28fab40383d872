using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Features.Audit.Domain;
using DinsosIntranet.Shared.Acting;
using Microsoft.Net.Http.Headers;

namespace DinsosIntranet.Features.Audit;

public static class AuditEndpoints
{
    public const string ExportPath = "/jejak/unduh";

    /// <summary>The trail as a file, with the filters of its page in the address.</summary>
    public static void MapAuditEndpoints(this WebApplication app) => app.MapGet(ExportPath, ExportAsync).RequireAuthorization(Policies.Trail);

    private static async Task<IResult> ExportAsync(
        HttpContext context, ActorDirectory actors, AuditQueries queries, AuditExport export, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await AuditAddress.Of(context.Request.Query).FilterAsync(queries, AuditSight.Of(actor), cancellationToken) is not { } filter)
        {
            return Results.NotFound();
        }

        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(filter, act, cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => export.WriteAsync(stream, filter, actor, cancellationToken: cancellationToken),
            new MediaTypeHeaderValue("text/csv") { Charset = "utf-8" }.ToString(),
            string.Create(CultureInfo.InvariantCulture, $"jejak-{today:yyyyMMdd}.csv"));
    }
}
