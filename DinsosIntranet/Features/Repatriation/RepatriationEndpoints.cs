using System.Globalization;
using DinsosIntranet.Features.Accounts;
using DinsosIntranet.Shared.Acting;
using Microsoft.AspNetCore.Antiforgery;

namespace DinsosIntranet.Features.Repatriation;

public static class RepatriationEndpoints
{
    /// <summary>One printing or reading, by the id it was recorded under.</summary>
    public const string PaperPath = "/pemulangan/cetakan";

    /// <summary>Where the phone sends what was ticked. Neither the address nor what is sent names a journey or anybody.</summary>
    public const string TickPath = "/pemulangan/centang";

    public const string ExportPath = "/pemulangan/angka/unduh";

    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const long MostBytes = 32 * 1024;

    public static void MapRepatriationEndpoints(this WebApplication app)
    {
        app.MapGet(PaperPath + "/{id:guid}", FetchAsync).RequireAuthorization(Policies.Repatriation);
        app.MapPost(TickPath, TickAsync).RequireAuthorization(Policies.Repatriation);
        app.MapGet(ExportPath, ExportAsync).RequireAuthorization(Policies.RepatriationFigures);
    }

    private static async Task<IResult> FetchAsync(Guid id, HttpContext context, ActorDirectory actors, RepatriationPaperWriter papers, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await papers.FetchAsync(id, actor, cancellationToken) is not { } paper)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(paper.Content, paper.ContentType, paper.FileName);
    }

    private static async Task<IResult> TickAsync(HttpContext context, IAntiforgery antiforgery, ActorDirectory actors, EscortTicks ticks, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || !context.Request.HasJsonContentType() || context.Request.ContentLength is null or > MostBytes)
        {
            return Results.BadRequest();
        }

        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        TickBatch? batch;
        try
        {
            batch = await context.Request.ReadFromJsonAsync<TickBatch>(cancellationToken);
        }
        catch (System.Text.Json.JsonException)
        {
            return Results.BadRequest();
        }

        if (batch?.Ticks is null || batch.Ticks.Any(t => t is null))
        {
            return Results.BadRequest();
        }

        var utc = batch with { Ticks = [.. batch.Ticks.Select(t => t with { At = t.At.ToUniversalTime() })] };
        var outcome = await ticks.ReceiveAsync(utc, ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?"), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return outcome.IsOk
            ? Results.Json(outcome.Value.Select(a => new { stop = a.Stop, fate = a.Fate.ToString().ToLowerInvariant() }))
            : Results.BadRequest();
    }

    private static async Task<IResult> ExportAsync(HttpContext context, ActorDirectory actors, RepatriationFigures figures, TimeProvider time, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (!int.TryParse(context.Request.Query["tahun"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < RepatriationFigures.FirstYear or > RepatriationFigures.LastYear)
        {
            return Results.NotFound();
        }

        if (!(await figures.RecordAsync(year, ActionContext.For(actor, time, context.Connection.RemoteIpAddress?.ToString() ?? "?"), cancellationToken)).IsOk)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(stream => figures.WriteAsync(stream, year, actor, cancellationToken), ContentType, string.Create(CultureInfo.InvariantCulture, $"angka-pemulangan-{year}.xlsx"));
    }
}
