using System.Text;
using DinsosIntranet.Features.Accounts;

namespace DinsosIntranet.Features.Standards;

public static class StandardEndpoints
{
    /// <summary>A version's file, as it was imported: to be changed and imported again with a higher number.</summary>
    public static void MapStandardEndpoints(this WebApplication app) =>
        app.MapGet("/pengaturan/standar/{code}/{number:int}/berkas", DownloadAsync).RequireAuthorization(Policies.StandardVersions);

    private static async Task<IResult> DownloadAsync(string code, int number, HttpContext context, StandardVersionQueries queries)
    {
        if (await queries.FileAsync(code, number, context.RequestAborted) is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(Encoding.UTF8.GetBytes(file.Json), "application/json; charset=utf-8", file.FileName);
    }
}
