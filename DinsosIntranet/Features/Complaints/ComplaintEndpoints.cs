using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Features.Agency;
using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Complaints;

public static class ComplaintEndpoints
{
    public const string ExportPath = "/pengaduan/unduh";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The book as a file, with the filters of its page in the address.</summary>
    public static void MapComplaintEndpoints(this WebApplication app) => app.MapGet(ExportPath, ExportAsync).RequireAuthorization(Policies.Complaints);

    private static async Task<IResult> ExportAsync(
        HttpContext context, ActorDirectory actors, ComplaintExport export, ComplaintReference reference, AgencyDirectory agencies, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        var query = context.Request.Query;
        var filter = BookAddress.Filter(reference, query["status"], query["golongan"], query["saluran"], query["dari"], query["sampai"]);
        var act = ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?");
        if (!(await export.RecordAsync(filter, act, cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var today = (await agencies.GetAsync(cancellationToken)).DateOf(act.Now);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => export.WriteAsync(stream, filter, actor, cancellationToken), ContentType, string.Create(CultureInfo.InvariantCulture, $"buku-pengaduan-{today:yyyyMMdd}.xlsx"));
    }
}
