using DinsosIntranet.Features.Accounts;

namespace DinsosIntranet.Features.VictimCases;

public static class CaseEndpoints
{
    /// <summary>One printing, by the id it was recorded under.</summary>
    public const string PrintPath = "/kasus/cetakan";

    /// <summary>One reading of an attachment, by the id it was recorded under.</summary>
    public const string AttachmentPath = "/kasus/lampiran";

    public static void MapCaseEndpoints(this WebApplication app)
    {
        app.MapGet(PrintPath + "/{id:guid}", FetchAsync).RequireAuthorization(Policies.Cases);
        app.MapGet(AttachmentPath + "/{id:guid}", ReadAsync).RequireAuthorization(Policies.Cases);
    }

    private static async Task<IResult> ReadAsync(Guid id, HttpContext context, ActorDirectory actors, CaseFileReader reader, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await reader.FetchAsync(id, actor, cancellationToken) is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(file.Content, file.ContentType, file.FileName);
    }

    private static async Task<IResult> FetchAsync(Guid id, HttpContext context, ActorDirectory actors, CaseFormWriter forms, CancellationToken cancellationToken)
    {
        if (StaffClaims.Read(context.User) is not { } claims || await actors.FindAsync(claims, cancellationToken) is not { } actor)
        {
            return Results.Unauthorized();
        }

        if (await forms.FetchAsync(id, actor, cancellationToken) is not { } paper)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.File(paper.Content, "application/pdf", paper.FileName);
    }
}
