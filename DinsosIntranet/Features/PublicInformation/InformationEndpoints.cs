using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.PublicInformation;

public static class InformationEndpoints
{
    public const string ExportPath = "/informasi/unduh";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The register as a file, with the filters of its page in the address.</summary>
    public static void MapInformationEndpoints(this WebApplication app) => app.MapGet(ExportPath, ExportAsync).RequireAuthorization(Policies.Information);

    private static async Task<IResult> ExportAsync(HttpContext context, ActorDirectory actors, InformationExport export, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var query = context.Request.Query;
        var filter = RegisterAddress.Filter(query["status"], query["dari"], query["sampai"], query["ditandai"]);
        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(filter, act, cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => export.WriteAsync(stream, filter, actor, cancellationToken), ContentType, string.Create(CultureInfo.InvariantCulture, $"register-informasi-{today:yyyyMMdd}.xlsx"));
    }
}
